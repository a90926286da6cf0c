/** Columnar files made from records, and records read back from them, as the page and the command do it. */
import { ColumnarRecord } from "#data/columnar/read.ts";
import { TableWriter } from "#data/columnar/write.ts";
import { ZipWriter } from "#data/columnar/zip-write.ts";
import { COLLECTION_NAMES } from "#data/load.ts";
import type { EngagementEvent, Evidence, LiaisonRecord } from "#data/schema.ts";
import { storedBlob } from "#data/stored-file.ts";
import type { RowSink } from "#data/stream.ts";

/** The columnar file of a record whose rows are good. @param edit changes a file of the archive, or leaves it out */
export const columnarOf = (
  record: LiaisonRecord & { readonly $schema?: string | undefined },
  edit: (name: string, bytes: Uint8Array) => Uint8Array | null = (_, bytes) => bytes,
  batchRows?: number,
): Uint8Array<ArrayBuffer> => {
  const parts: Uint8Array[] = [];
  const zip = new ZipWriter((bytes) => parts.push(bytes.slice()));
  const file = (name: string, bytes: Uint8Array): void => {
    const edited = edit(name, bytes);
    if (edited) zip.file(name, (write) => write(edited));
  };
  const { $schema, meta } = record;
  file("record.json", new TextEncoder().encode(JSON.stringify({ ...($schema ? { $schema } : {}), meta })));
  for (const name of COLLECTION_NAMES) {
    const table = new TableWriter(name, undefined, batchRows);
    for (const row of record[name]) table.add(row);
    const pieces: Uint8Array[] = [];
    table.finish()((bytes) => pieces.push(bytes.slice()));
    file(`${name}.arrow`, joined(pieces));
  }
  zip.end();
  return joined(parts);
};

export const joined = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** A sink that keeps every row with an id of its own. */
const keeping = () => {
  const events = new Map<string, EngagementEvent>();
  const evidence = new Map<string, Evidence>();
  const keep = <Row extends { readonly id: string }>(rows: Map<string, Row>, row: Row): boolean => {
    if (rows.has(row.id)) return false;
    rows.set(row.id, row);
    return true;
  };
  const sink: RowSink = {
    begin: () => undefined,
    event: (row) => keep(events, row),
    evidence: (row) => keep(evidence, row),
    hasEvent: (id) => events.has(id),
    hasEvidence: (id) => evidence.has(id),
    strays: () => [],
    rings: () => [],
  };
  return { sink, events, evidence };
};

/** Reads a file in pieces of so many bytes. */
export const readBack = async (bytes: Uint8Array<ArrayBuffer>, piece = 1 << 20) => {
  const { sink, events, evidence } = keeping();
  const reader = new ColumnarRecord(sink, storedBlob(new Blob([bytes])));
  for (let at = 0; at < bytes.length; at += piece) reader.push(bytes.slice(at, at + piece));
  const read = await reader.end();
  const { failure } = read;
  if (failure !== null) return { failure, record: null, read: null };
  const record = { ...read.lists, events: [...events.values()], evidence: [...evidence.values()] } as LiaisonRecord;
  return { failure, record, read };
};

/**
 * Where the messages of an Arrow file lie, told while its bytes arrive: a library reads each of them, but wants whole
 * ones. Layout: https://arrow.apache.org/docs/format/Columnar.html#encapsulated-message-format
 */

export type MessageKind = "schema" | "dictionary" | "batch";

export interface Message {
  readonly kind: MessageKind;
  /** Bytes from its first to the last of its body. */
  readonly length: number;
}

/** "ARROW1" and two empty bytes. */
export const MAGIC_LENGTH = 8;

const CONTINUES = 0xffffffff;
const PREFIX = 8;
const KINDS: Readonly<Record<number, MessageKind>> = { 1: "schema", 2: "dictionary", 3: "batch" };
/** Slots of a message's table: kind of header, length of body. */
const KIND_SLOT = 6;
const BODY_SLOT = 10;

export class NotArrow extends Error {}

/** A scalar of a flatbuffer table by its slot; 0 where it is left out. */
const scalar = (view: DataView, table: number, slot: number, read: (at: number) => number): number => {
  const fields = table - view.getInt32(table, true);
  if (slot >= view.getUint16(fields, true)) return 0;
  const offset = view.getUint16(fields + slot, true);
  return offset === 0 ? 0 : read(table + offset);
};

/**
 * The message that begins with `bytes`, or null where its head has not arrived; its body may still be on its way. "end"
 * where no more come.
 * @param left bytes of the file from here on, whether they have arrived or not
 * @throws NotArrow
 */
export const messageIn = (bytes: Uint8Array, left: number): Message | "end" | null => {
  if (bytes.length < PREFIX) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== CONTINUES) throw new NotArrow("no message where one should begin");
  const head = view.getUint32(4, true);
  if (head === 0) return "end";
  if (PREFIX + head > left) throw new NotArrow("a message longer than its file");
  if (bytes.length < PREFIX + head) return null;
  try {
    const fields = new DataView(bytes.buffer, bytes.byteOffset + PREFIX, head);
    const table = fields.getUint32(0, true);
    const kind = KINDS[scalar(fields, table, KIND_SLOT, (at) => fields.getUint8(at))];
    const body = scalar(fields, table, BODY_SLOT, (at) => Number(fields.getBigInt64(at, true)));
    const length = PREFIX + head + body;
    if (!kind || body < 0 || length > left) throw new NotArrow("a message of another kind");
    return { kind, length };
  } catch (error) {
    throw error instanceof NotArrow ? error : new NotArrow("a damaged message", { cause: error });
  }
};

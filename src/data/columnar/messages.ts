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
const BATCH = 3;
const KINDS: Readonly<Record<number, MessageKind>> = { 1: "schema", 2: "dictionary", [BATCH]: "batch" };
/** Slots of a message's table: kind of header, header, length of body. */
const KIND_SLOT = 6;
const HEADER_SLOT = 8;
const BODY_SLOT = 10;
/** Slots of a dictionary's table: its number, its rows, whether they follow those before. */
const ID_SLOT = 4;
const ROWS_SLOT = 6;
const FOLLOWS_SLOT = 8;

export class NotArrow extends Error {}

/** Where a flatbuffer table has what belongs to a slot; null where it is left out. */
const fieldAt = (view: DataView, table: number, slot: number): number | null => {
  const fields = table - view.getInt32(table, true);
  if (slot >= view.getUint16(fields, true)) return null;
  const offset = view.getUint16(fields + slot, true);
  return offset === 0 ? null : table + offset;
};

/** A scalar of a flatbuffer table by its slot; 0 where it is left out. */
const scalar = (view: DataView, table: number, slot: number, read: (at: number) => number): number => {
  const at = fieldAt(view, table, slot);
  return at === null ? 0 : read(at);
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

export interface DictionaryMessage {
  /** The number by which columns name it. */
  readonly id: number;
  /** Whether its texts come after those of the message before, instead of in their place. */
  readonly follows: boolean;
  /** The same as a message of a batch of rows with one column. */
  readonly batch: Uint8Array;
}

/** Takes a whole message of a dictionary apart, which is a batch of rows in a wrapping. @throws NotArrow */
export const dictionaryIn = (message: Uint8Array): DictionaryMessage => {
  const batch = message.slice();
  const view = new DataView(batch.buffer, PREFIX);
  try {
    const table = view.getUint32(0, true);
    const [kind, header] = [fieldAt(view, table, KIND_SLOT), fieldAt(view, table, HEADER_SLOT)];
    if (kind === null || header === null) throw new NotArrow("a message without a header");
    const dictionary = header + view.getUint32(header, true);
    const rows = fieldAt(view, dictionary, ROWS_SLOT);
    if (rows === null) throw new NotArrow("a dictionary without rows");
    const id = scalar(view, dictionary, ID_SLOT, (at) => Number(view.getBigInt64(at, true)));
    const follows = scalar(view, dictionary, FOLLOWS_SLOT, (at) => view.getUint8(at)) !== 0;
    // The wrapping is passed by: the message's header is now what was inside of it.
    view.setUint32(header, rows + view.getUint32(rows, true) - header, true);
    view.setUint8(kind, BATCH);
    return { id, follows, batch };
  } catch (error) {
    throw error instanceof NotArrow ? error : new NotArrow("a damaged dictionary", { cause: error });
  }
};

/** As much of TrueType as a PDF needs: which glyph a character has, how wide it is, and a font without the others. */

export interface TrueType {
  /** PostScript name. */
  readonly name: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly box: readonly [number, number, number, number];
  /** Glyph of a code point, 0 where the font has none. */
  readonly glyph: (point: number) => number;
  /** Advance of a glyph in thousandths of an em. */
  readonly advance: (glyph: number) => number;
  /** The font with no outlines but these; glyphs keep their numbers. */
  readonly only: (glyphs: Iterable<number>) => Uint8Array;
}

const KEPT = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];

const padded = (length: number): number => (length + 3) & ~3;

const tablesOf = (view: DataView, bytes: Uint8Array): ReadonlyMap<string, Uint8Array> => {
  const tables = new Map<string, Uint8Array>();
  for (let at = 12; at < 12 + 16 * view.getUint16(4); at += 16) {
    const [start, length] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    tables.set(String.fromCharCode(...bytes.subarray(at, at + 4)), bytes.subarray(start, start + length));
  }
  return tables;
};

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Characters of a `cmap` table in the two formats that Unicode fonts use. */
const charactersOf = (cmap: DataView): ReadonlyMap<number, number> => {
  const map = new Map<number, number>();
  const subtables = Array.from({ length: cmap.getUint16(2) }, (_, at) => cmap.getUint32(8 + 8 * at));
  for (const start of subtables) {
    const format = cmap.getUint16(start);
    if (format === 12)
      for (let group = 0; group < cmap.getUint32(start + 12); group++) {
        const at = start + 16 + 12 * group;
        const [first, last, glyph] = [cmap.getUint32(at), cmap.getUint32(at + 4), cmap.getUint32(at + 8)];
        for (let point = first; point <= last; point++) map.set(point, glyph + point - first);
      }
    if (format !== 4) continue;
    const twice = cmap.getUint16(start + 6);
    for (let at = 0; at < twice; at += 2) {
      const last = cmap.getUint16(start + 14 + at);
      const first = cmap.getUint16(start + 16 + twice + at);
      const delta = cmap.getUint16(start + 16 + 2 * twice + at);
      const place = start + 16 + 3 * twice + at;
      const offset = cmap.getUint16(place);
      for (let point = first; point <= last && point < 0xffff; point++) {
        const found = offset === 0 ? point : cmap.getUint16(place + offset + 2 * (point - first));
        if (found !== 0 || offset === 0) map.set(point, (found + delta) & 0xffff);
      }
    }
  }
  return map;
};

/** Name 6 of the `name` table: ASCII by definition, in either encoding. */
const postScriptName = (name: DataView): string => {
  const strings = name.getUint16(4);
  for (let at = 6; at < 6 + 12 * name.getUint16(2); at += 12) {
    if (name.getUint16(at + 6) !== 6) continue;
    const start = strings + name.getUint16(at + 10);
    const codes = Array.from({ length: name.getUint16(at + 8) }, (_, byte) => name.getUint8(start + byte));
    return String.fromCharCode(...codes.filter((code) => code > 0x20 && code < 0x7f));
  }
  return "Figure";
};

const ARGS_ARE_WORDS = 1;
const HAS_SCALE = 8;
const MORE = 32;
const HAS_TWO_SCALES = 64;
const HAS_MATRIX = 128;

/** Glyphs that a composite outline is made of. */
const partsOf = (outline: Uint8Array): readonly number[] => {
  if (outline.length < 10) return [];
  const view = viewOf(outline);
  if (view.getInt16(0) >= 0) return [];
  const parts: number[] = [];
  for (let at = 10, flags = MORE; flags & MORE; ) {
    flags = view.getUint16(at);
    parts.push(view.getUint16(at + 2));
    at += 4 + (flags & ARGS_ARE_WORDS ? 4 : 2);
    at += flags & HAS_SCALE ? 2 : flags & HAS_TWO_SCALES ? 4 : flags & HAS_MATRIX ? 8 : 0;
  }
  return parts;
};

const checksum = (table: Uint8Array): number => {
  let sum = 0;
  for (let at = 0; at < table.length; at++) sum = (sum + (table[at] ?? 0) * 2 ** (8 * (3 - (at & 3)))) >>> 0;
  return sum;
};

const assembled = (tables: ReadonlyMap<string, Uint8Array>): Uint8Array => {
  const names = [...tables.keys()].sort();
  const sizes = names.map((name) => padded(tables.get(name)?.length ?? 0));
  const out = new Uint8Array(12 + 16 * names.length + sizes.reduce((sum, size) => sum + size, 0));
  const view = viewOf(out);
  const power = Math.floor(Math.log2(names.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, names.length);
  view.setUint16(6, 16 * 2 ** power);
  view.setUint16(8, power);
  view.setUint16(10, 16 * (names.length - 2 ** power));
  let start = 12 + 16 * names.length;
  names.forEach((name, at) => {
    const table = tables.get(name) ?? new Uint8Array();
    const row = 12 + 16 * at;
    out.set(new TextEncoder().encode(name), row);
    view.setUint32(row + 4, checksum(table));
    view.setUint32(row + 8, start);
    view.setUint32(row + 12, table.length);
    out.set(table, start);
    start += sizes[at] ?? 0;
  });
  return out;
};

/** Reads a TrueType font with outlines in `glyf`. Throws a RangeError where a table it needs is missing. */
export const readTrueType = (bytes: Uint8Array): TrueType => {
  const tables = tablesOf(viewOf(bytes), bytes);
  const table = (name: string): Uint8Array => {
    const found = tables.get(name);
    if (!found) throw new RangeError(`the font has no table ${name}`);
    return found;
  };
  const [head, hhea, hmtx, loca, glyf] = [table("head"), table("hhea"), table("hmtx"), table("loca"), table("glyf")];
  const headView = viewOf(head);
  const unitsPerEm = headView.getUint16(18);
  const em = (value: number): number => Math.round((value * 1000) / unitsPerEm);
  const metrics = viewOf(hhea).getUint16(34);
  const count = viewOf(table("maxp")).getUint16(4);
  const long = headView.getInt16(50) === 1;
  const starts = viewOf(loca);
  const start = (glyph: number): number => (long ? starts.getUint32(4 * glyph) : 2 * starts.getUint16(2 * glyph));
  const outline = (glyph: number): Uint8Array =>
    glyph < count ? glyf.subarray(start(glyph), start(glyph + 1)) : new Uint8Array();
  const characters = charactersOf(viewOf(table("cmap")));
  return {
    name: postScriptName(viewOf(table("name"))),
    unitsPerEm,
    ascent: em(viewOf(hhea).getInt16(4)),
    descent: em(viewOf(hhea).getInt16(6)),
    box: [36, 38, 40, 42].map((at) => em(headView.getInt16(at))) as unknown as TrueType["box"],
    glyph: (point) => characters.get(point) ?? 0,
    advance: (glyph) => (viewOf(hmtx).getUint16(4 * Math.min(glyph, metrics - 1)) * 1000) / unitsPerEm,
    only: (glyphs) => {
      const wanted = new Set([0, ...glyphs]);
      for (const glyph of wanted) for (const part of partsOf(outline(glyph))) wanted.add(part);
      const sizes = Array.from({ length: count }, (_, glyph) =>
        wanted.has(glyph) ? padded(outline(glyph).length) : 0,
      );
      const cut = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0));
      const places = new Uint8Array(4 * (count + 1));
      let at = 0;
      sizes.forEach((size, glyph) => {
        if (size) cut.set(outline(glyph), at);
        at += size;
        viewOf(places).setUint32(4 * (glyph + 1), at);
      });
      const longHead = head.slice();
      viewOf(longHead).setInt16(50, 1);
      const changed = new Map<string, Uint8Array>([...tables].filter(([name]) => KEPT.includes(name)));
      return assembled(changed.set("glyf", cut).set("loca", places).set("head", longHead));
    },
  };
};

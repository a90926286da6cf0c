/** Figures as PDF 1.7: vectors, embedded subsets of their faces, text that can be selected, links that work, alt text. */
import { zlibSync } from "fflate";
import { crc32 } from "../png.ts";
import type { SvgNode } from "../svg-tree.ts";
import { drawPage, num, type Page } from "./draw.ts";
import { readTrueType, type TrueType } from "./truetype.ts";

export interface PdfOptions {
  /** Width on paper, cm; the height follows. */
  readonly cm: number;
  readonly title: string;
  /** What the figure shows, for those who do not see it. */
  readonly alt: string;
  readonly lang: string;
  /** Day the file counts as made on, YYYY-MM-DD. */
  readonly day: string;
  /** Bytes of `fonts/<file>` for each file that `usedFonts` names. */
  readonly fonts: ReadonlyMap<string, Uint8Array>;
}

const POINTS_PER_CM = 72 / 2.54;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A text string of PDF: UTF-16 with a mark of byte order. */
const text = (value: string): string =>
  `<FEFF${Array.from(value, (_, at) => value.charCodeAt(at).toString(16).padStart(4, "0")).join("")}>`.toUpperCase();

/** Bytes within parentheses: addresses are ASCII. */
const address = (value: string): string => `(${encodeURI(decodeURI(value)).replace(/[\\()]/g, "\\$&")})`;

class Objects {
  private readonly parts: (readonly Uint8Array[])[] = [];

  /** Number of an object that is written later. */
  reserve(): number {
    return this.parts.push([]);
  }
  set(number: number, body: string): void {
    this.parts[number - 1] = [bytesOf(body)];
  }
  add(body: string): number {
    const number = this.reserve();
    this.set(number, body);
    return number;
  }
  stream(data: Uint8Array, entries = ""): number {
    const packed = zlibSync(data, { level: 9 });
    const number = this.reserve();
    const head = `<< ${entries}/Filter /FlateDecode /Length ${packed.length} >>\nstream\n`;
    this.parts[number - 1] = [bytesOf(head), packed, bytesOf("\nendstream")];
    return number;
  }
  /** The whole file, with its table of where each object begins. */
  file(root: number, info: number): Uint8Array {
    const chunks: Uint8Array[] = [];
    let length = 0;
    const write = (chunk: Uint8Array): void => {
      chunks.push(chunk);
      length += chunk.length;
    };
    write(bytesOf("%PDF-1.7\n%"));
    write(Uint8Array.of(0xe2, 0xe3, 0xcf, 0xd3, 0x0a));
    const starts = this.parts.map((parts, at) => {
      const start = length;
      write(bytesOf(`${at + 1} 0 obj\n`));
      for (const part of parts) write(part);
      write(bytesOf("\nendobj\n"));
      return start;
    });
    const joined = (): Uint8Array => {
      const out = new Uint8Array(length);
      let at = 0;
      for (const chunk of chunks) {
        out.set(chunk, at);
        at += chunk.length;
      }
      return out;
    };
    const id = crc32(joined()).toString(16).padStart(8, "0").repeat(4);
    const table = length;
    const rows = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("");
    const size = this.parts.length + 1;
    write(bytesOf(`xref\n0 ${size}\n0000000000 65535 f \n${rows}`));
    write(
      bytesOf(
        `trailer\n<< /Size ${size} /Root ${root} 0 R /Info ${info} 0 R /ID [<${id}> <${id}>] >>\nstartxref\n${table}\n%%EOF\n`,
      ),
    );
    return joined();
  }
}

/** Which character each glyph stands for, so that text can be copied and found. */
const toUnicode = (glyphs: readonly (readonly [number, string])[]): string => {
  const hex = (value: string): string =>
    Array.from({ length: value.length }, (_, at) => value.charCodeAt(at).toString(16).padStart(4, "0")).join("");
  const blocks: string[] = [];
  for (let at = 0; at < glyphs.length; at += 100) {
    const rows = glyphs.slice(at, at + 100);
    blocks.push(
      `${rows.length} beginbfchar\n${rows.map(([glyph, char]) => `<${glyph.toString(16).padStart(4, "0")}> <${hex(char)}>`).join("\n")}\nendbfchar`,
    );
  }
  return [
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
    "1 begincodespacerange <0000> <ffff> endcodespacerange",
    ...blocks,
    "endcmap CMapName currentdict /CMap defineresource pop end end",
  ].join("\n");
};

const addFont = (objects: Objects, file: string, font: TrueType, drawn: ReadonlyMap<number, string>): number => {
  const glyphs = [...drawn].sort(([a], [b]) => a - b);
  const mark = crc32(bytesOf([file, ...glyphs.map(([glyph]) => glyph)].join(" ")));
  const tag = Array.from({ length: 6 }, (_, at) => String.fromCharCode(65 + (Math.floor(mark / 26 ** at) % 26))).join(
    "",
  );
  const name = `${tag}+${font.name}`;
  const data = font.only(drawn.keys());
  const program = objects.stream(data, `/Length1 ${data.length} `);
  const descriptor = objects.add(
    `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [${font.box.join(" ")}] /ItalicAngle 0 ` +
      `/Ascent ${font.ascent} /Descent ${font.descent} /CapHeight ${Math.round(font.ascent * 0.75)} /StemV 80 /FontFile2 ${program} 0 R >>`,
  );
  const widths = glyphs.map(([glyph]) => `${glyph} [${num(font.advance(glyph))}]`).join(" ");
  const descendant = objects.add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) ` +
      `/Supplement 0 >> /FontDescriptor ${descriptor} 0 R /DW 1000 /W [${widths}] /CIDToGIDMap /Identity >>`,
  );
  const unicode = objects.stream(bytesOf(toUnicode(glyphs)));
  return objects.add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${unicode} 0 R >>`,
  );
};

const resources = (objects: Objects, page: Page, fonts: ReadonlyMap<string, TrueType>): string => {
  const named = [...page.glyphs].flatMap(([file, glyphs]) => {
    const font = fonts.get(file);
    return font ? [`/${file.replace(/\W/g, "_")} ${addFont(objects, file, font, glyphs)} 0 R`] : [];
  });
  const states = [...page.opacities].map(
    ([name, [fill, stroke]]) => `/${name} << /ca ${num(fill)} /CA ${num(stroke)} >>`,
  );
  return `<< /Font << ${named.join(" ")} >> /ExtGState << ${states.join(" ")} >> >>`;
};

/**
 * One page as large as the figure. Equal input gives equal bytes: the file's date and id follow from it. Throws where the
 * figure holds what figures do not, or a font file is missing or broken.
 */
export const pdfOf = (root: SvgNode, options: PdfOptions): Uint8Array => {
  const [, , width = 1, height = 1] = (root.attributes["viewBox"] ?? "").split(/\s+/).map(Number);
  const scale = (options.cm * POINTS_PER_CM) / width;
  const fonts = new Map([...options.fonts].map(([file, bytes]) => [file, readTrueType(bytes)]));
  const page = drawPage(root, fonts);
  const missing = [...page.glyphs.keys()].filter((file) => !fonts.has(file));
  if (missing.length) throw new RangeError(`no bytes were given for ${missing.join(", ")}`);
  const objects = new Objects();
  const catalog = objects.reserve();
  const pages = objects.reserve();
  const sheet = objects.reserve();
  const structure = objects.reserve();
  const figure = objects.reserve();
  const [w, h] = [num(width * scale), num(height * scale)];
  const drawing = `/Figure << /MCID 0 >> BDC\nq\n${scale.toFixed(6)} 0 0 ${(-scale).toFixed(6)} 0 ${h} cm\n${page.operators}\nQ\nEMC`;
  const content = objects.stream(bytesOf(drawing));
  const used = resources(objects, page, fonts);
  const links = page.links.map(({ href, box: [x0, y0, x1, y1] }) =>
    objects.add(
      `<< /Type /Annot /Subtype /Link /Rect [${[x0, height - y1, x1, height - y0].map((value) => num(value * scale)).join(" ")}] ` +
        `/Border [0 0 0] /Contents ${text(href)} /A << /S /URI /URI ${address(href)} >> >>`,
    ),
  );
  const annotations = links.map((link) => `${link} 0 R`).join(" ");
  objects.set(
    sheet,
    `<< /Type /Page /Parent ${pages} 0 R /MediaBox [0 0 ${w} ${h}] /Resources ${used} /Contents ${content} 0 R ` +
      `/StructParents 0 /Tabs /S /Annots [${annotations}] /Group << /S /Transparency /CS /DeviceRGB >> >>`,
  );
  objects.set(pages, `<< /Type /Pages /Kids [${sheet} 0 R] /Count 1 >>`);
  const parents = objects.add(`<< /Nums [0 [${figure} 0 R]] >>`);
  objects.set(
    structure,
    `<< /Type /StructTreeRoot /K ${figure} 0 R /ParentTree ${parents} 0 R /ParentTreeNextKey 1 >>`,
  );
  objects.set(
    figure,
    `<< /Type /StructElem /S /Figure /P ${structure} 0 R /Pg ${sheet} 0 R /K 0 /T ${text(options.title)} /Alt ${text(options.alt)} ` +
      `/A << /O /Layout /BBox [0 0 ${w} ${h}] >> >>`,
  );
  objects.set(
    catalog,
    `<< /Type /Catalog /Pages ${pages} 0 R /Lang ${text(options.lang)} /MarkInfo << /Marked true >> ` +
      `/StructTreeRoot ${structure} 0 R /ViewerPreferences << /DisplayDocTitle true >> >>`,
  );
  const made = `(D:${options.day.replaceAll("-", "")}000000Z)`;
  const info = objects.add(
    `<< /Title ${text(options.title)} /Subject ${text(options.alt)} /Creator (Liaison) /Producer (Liaison) /CreationDate ${made} /ModDate ${made} >>`,
  );
  return objects.file(catalog, info);
};

/** The parts used here of two packages that ship no types. */
declare module "fontkit" {
  interface Font {
    readonly unitsPerEm: number;
    readonly ascent: number;
    readonly descent: number;
    readonly lineGap: number;
    readonly characterSet: readonly number[];
    readonly hasGlyphForCodePoint: (codePoint: number) => boolean;
    readonly glyphForCodePoint: (codePoint: number) => { readonly id: number };
    readonly hmtx: {
      readonly metrics: { readonly length: number; readonly get: (at: number) => { readonly advance: number } };
    };
  }
  export const create: (file: Uint8Array) => Font;
}
declare module "subset-font" {
  interface Options {
    readonly targetFormat?: "truetype" | "woff" | "woff2";
    readonly keepFeatures?: readonly string[];
    readonly noHinting?: boolean;
    readonly preserveNameIds?: readonly number[];
    readonly variationAxes?: Readonly<Record<string, number | { min?: number; max?: number; default?: number }>>;
  }
  const subsetFont: (font: Uint8Array, text: string, options?: Options) => Promise<Uint8Array>;
  export default subsetFont;
}

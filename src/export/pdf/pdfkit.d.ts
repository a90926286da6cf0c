/** What `@types/pdfkit` does not have yet. */
declare module "pdfkit/output" {
  /** Everything a document writes. To be called at once after `end()`. */
  export const toBytes: (document: PDFKit.PDFDocument) => Promise<Uint8Array>;
}
declare namespace PDFKit.Mixins {
  interface AnnotationOption {
    structParent?: ReturnType<PDFMarking["struct"]>;
  }
  interface StructureElementOptions {
    /** In points from the top left corner of the page: left, top, right, bottom. */
    bbox?: readonly [number, number, number, number];
  }
  interface PDFVector {
    dash(lengths: readonly number[], option?: { phase?: number }): this;
  }
}

/** The part of edtf.js (BSD-2-Clause) that Liaison uses; the package ships no types. */
declare module "edtf" {
  interface Bitmask {
    readonly value: number;
    is(part: "year" | "month" | "day"): number;
  }
  // Their `type` is the name of their class, which a minified build changes: tell them apart by class.
  interface EdtfDate {
    readonly min: number;
    readonly max: number;
    readonly edtf: string;
    readonly precision?: number;
    readonly uncertain?: Bitmask;
    readonly approximate?: Bitmask;
    readonly unspecified?: Bitmask;
  }
  export class Interval {
    readonly min: number;
    readonly max: number;
    readonly lower: EdtfDate | number | null;
    readonly upper: EdtfDate | number | null;
  }
  /** Also the parent class of sets. */
  export class List {
    readonly min: number;
    readonly max: number;
  }
  export default function edtf(text: string): EdtfDate | Interval | List;
}

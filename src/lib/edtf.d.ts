/** The part of edtf.js (BSD-2-Clause) that Liaison uses; the package ships no types. */
declare module "edtf" {
  interface Bitmask {
    readonly value: number;
    is(part: "year" | "month" | "day"): number;
  }
  interface EdtfDate {
    readonly type: "Date" | "Year" | "Season" | "Century" | "Decade";
    readonly min: number;
    readonly max: number;
    readonly edtf: string;
    readonly precision?: number;
    readonly uncertain?: Bitmask;
    readonly approximate?: Bitmask;
    readonly unspecified?: Bitmask;
  }
  interface EdtfInterval {
    readonly type: "Interval";
    readonly min: number;
    readonly max: number;
    readonly lower: EdtfDate | number | null;
    readonly upper: EdtfDate | number | null;
  }
  interface EdtfSet {
    readonly type: "Set" | "List";
    readonly min: number;
    readonly max: number;
  }
  export default function edtf(text: string): EdtfDate | EdtfInterval | EdtfSet;
}

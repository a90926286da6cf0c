/** What a mark or a row may stand for; each has its `data-` attribute. */
export type RecordKind = "event" | "official" | "place" | "partner" | "agreement" | "commitment" | "statistic";

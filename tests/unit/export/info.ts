import type { ExportInfo } from "#export/info.ts";
import type { DataInfo } from "#export/records/metadata.ts";
import { en } from "#model/words/en/index.ts";
import { createLocalStore } from "#store/local/store.ts";
import { record } from "../../fixtures/record.ts";

export const store = () => createLocalStore(record());

/** What a file says of the record of the fixtures. */
export const info = (more: Partial<ExportInfo> = {}): ExportInfo => ({
  words: en,
  record: record().meta,
  release: "20220501-3f9a1c2e",
  retrieved: "2022-06-02",
  figure: "timeline",
  filter: "Norway, from 2021 on",
  frozen: "https://example.org/r/20220501-3f9a1c2e/embed/timeline/?partner=NO&from=2021",
  live: "https://example.org/embed/timeline/?partner=NO&from=2021",
  sources: [
    {
      title: "Harbour Office receives guests",
      publisher: "Harbour Office",
      byline: "A. Writer",
      published: "2021-11-04",
      url: "https://example.org/harbour/1",
    },
    {
      title: "A page without a date",
      publisher: "Harbour Office",
      byline: null,
      published: null,
      url: "https://example.org/harbour/2",
    },
  ],
  ...more,
});

export const dataInfo = (more: Partial<ExportInfo> = {}): Omit<DataInfo, "sources" | "seen"> => {
  const { sources: _, ...rest } = info(more);
  return { ...rest, text: null };
};

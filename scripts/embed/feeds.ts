/** Feeds of what is new with each partner: `feeds/<PARTNER>.atom` and `.json`. */
import { toAtom, toJsonFeed } from "#export/feed.ts";
import type { ExportInfo } from "#export/info.ts";
import { gatherSeen } from "#export/records/gather.ts";
import { NO_FILTER } from "#model/filter.ts";
import { en } from "#model/words/en/index.ts";
import type { Opened } from "./record.ts";

/** Files by path. `site` is the absolute address of the site's folder, null where it is not known. Nothing is written here. */
export const makeFeeds = async (
  { record, release, store }: Opened,
  site: string | null,
): Promise<ReadonlyMap<string, string>> => {
  const files = new Map<string, string>();
  for (const { id, name } of record.partners) {
    const { events } = await gatherSeen(store, { figure: "timeline", filter: { ...NO_FILTER, partner: [id] } });
    if (events.length === 0) continue;
    const code = encodeURIComponent(id);
    const home = `${site ?? "../"}?partner=${code}`;
    const info: ExportInfo = {
      ...{ words: en, record: record.meta, release, figure: null, filter: name, sources: [] },
      retrieved: record.meta.release,
      frozen: null,
      live: home,
    };
    const at = site === null ? "" : `${site}feeds/`;
    const place = (ending: string) => ({ feed: `${at}${code}.${ending}`, home, name: id });
    files.set(`feeds/${id}.atom`, toAtom(events, info, place("atom")));
    files.set(`feeds/${id}.json`, toJsonFeed(events, info, place("json")));
  }
  return files;
};

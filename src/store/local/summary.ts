import { ASKING_ACTS, PLEDGING_ACTS } from "#model/acts.ts";
import type { Filter } from "#model/filter.ts";
import type { Summary } from "#model/questions.ts";
import { countBits, countBoth } from "./bits.ts";
import { partnerName, placeName, type StoreContext } from "./context.ts";
import { matchingPapers } from "./papers.ts";
import { countedRows, placeTally, setTally, tallyOf } from "./tally.ts";

export const summary = async (context: StoreContext, filter: Filter): Promise<Summary> => {
  const { columns, catalog, selector } = context;
  const { vocabulary } = columns;
  const selection = await selector.select(filter);
  const papers = await matchingPapers(context, filter);
  const statuses = setTally(selection, "byStatus").events;
  const status = (name: string): number => statuses[vocabulary.statuses.of(name)] as number;
  const byStatus: Summary["agreements"] = {};
  const agreements: Record<string, number> = byStatus as Record<string, number>;
  for (const row of papers.agreements) agreements[row.status] = (agreements[row.status] ?? 0) + 1;
  return {
    meetings: selection.meetings,
    total: selector.everything.keep("total", () => countBits(columns.counted)),
    withPartner: countBoth(selection.bits, columns.foreign),
    events: { held: status("held"), announced: status("announced"), recalled: status("recalled") },
    openEnded: countBoth(selection.bits, columns.openEnded),
    partners: countedRows(tallyOf(selection, "partners").meetings, vocabulary.partners.ids, (id) =>
      partnerName(catalog, id),
    ),
    places: countedRows(placeTally(selection).meetings, vocabulary.places.ids, (id) => placeName(catalog, id)),
    span: selection.span("meetings"),
    recordSpan: selector.everything.span("events"),
    agreements: byStatus,
    asks: papers.commitments.filter((row) => ASKING_ACTS.has(row.act)).length,
    pledges: papers.commitments.filter((row) => PLEDGING_ACTS.has(row.act)).length,
  };
};

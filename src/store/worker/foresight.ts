/** Answers worked out before they are asked for: what the page asked of everything, asked of its foremost partners. */
import { type Filter, isUnfiltered } from "#model/filter.ts";
import type { EventStore } from "#model/questions.ts";
import type { QuestionName } from "./protocol.ts";

/** Partners whose answers are made ahead; the store keeps the latest answers to each question. */
const PARTNERS = 4;

/** Questions about the filtered record, in which the filter stands first. */
const OF_FILTER: ReadonlySet<QuestionName> = new Set<QuestionName>([
  "summary",
  "timeline",
  "places",
  "partners",
  "facets",
  "officials",
  "events",
  "agreements",
  "commitments",
  "statistics",
  "matrix",
]);

export class Foresight {
  /** The page's latest way of asking each question of everything. */
  private readonly asked = new Map<QuestionName, readonly unknown[]>();
  private filters: Filter[] | null = null;
  private left: (readonly [QuestionName, readonly unknown[]])[] = [];

  note(name: QuestionName, asked: readonly unknown[]): void {
    if (!OF_FILTER.has(name) || !isUnfiltered(asked[0] as Filter)) return;
    this.asked.set(name, asked);
  }

  /** Works out one more answer. @returns false once there is nothing left to foresee */
  async step(store: EventStore): Promise<boolean> {
    const [everything] = [...this.asked.values()][0] ?? [];
    if (everything === undefined) return false;
    if (this.filters === null) {
      const partners = await store.partners(everything as Filter);
      const ids = partners.slice(0, PARTNERS).map(({ id }) => id);
      this.filters = ids.map((id) => ({ ...(everything as Filter), partner: [id] }));
      this.left = this.filters.flatMap((filter) =>
        [...this.asked].map(([name, [, ...rest]]) => [name, [filter, ...rest]] as const),
      );
    }
    const next = this.left.shift();
    if (!next) return false;
    const ask = store[next[0]] as (...asked: readonly unknown[]) => Promise<unknown>;
    await ask(...next[1]);
    return true;
  }
}

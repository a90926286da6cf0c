/**
 * Figures of one page that are linked: what a reader changes in one, the others are told to show. A clause that was
 * changed holds for all of them from then on; what is chosen in one narrows the others and not itself, until it is let
 * go. Frames answer every order with their state, so each order is remembered until its answer has come: only what a
 * frame was not ordered is its reader's doing, and nothing goes round.
 */

/** Clauses by their names in an address, as `state` and `setState` have them. */
type Clauses = Readonly<Record<string, unknown>>;

/** What a frame said; of its data nothing but known keys is read. */
export interface Heard {
  readonly type: string;
  readonly figure?: unknown;
  readonly data?: Clauses | null;
}

interface Member {
  readonly order: (state: Clauses) => void;
  figure: unknown;
  /** What it showed when it came; nothing before. */
  own: Clauses;
  /** By key, as JSON: what it said last, then what it was ordered and has not answered yet. */
  seen: Readonly<Record<string, (string | undefined)[]>>;
  /** What is chosen in it, as clauses. */
  pick: Record<string, unknown>;
}

const CHOSEN = ["partner", "topic", "official", "place"];
const KEYS = [...CHOSEN, "type", "certainty", "from", "to", "q", "event", "window"];
/** Keys that one figure alone shows. */
const ALONE: Readonly<Record<string, string>> = { event: "event", window: "timeline" };

/** What choosing a record asks of the other figures; nothing where no filter has such a clause. */
const pickOf = ({ kind, id, partner }: Clauses): Record<string, unknown> => ({
  ...(partner ? { partner: [partner] } : {}),
  ...(kind === "event" ? { event: id } : CHOSEN.includes(kind as string) ? { [kind as string]: [id] } : {}),
});

export interface Group {
  /** Takes a frame in. `order` sends it `setState`. Returns what is to hear all that the frame says. */
  readonly join: (order: (state: Clauses) => void) => (heard: Heard) => void;
}

export const createGroup = (): Group => {
  let members: readonly Member[] = [];
  /** What readers changed. */
  const common: Record<string, unknown> = {};

  const settle = (): void => {
    for (const to of members) {
      const wanted = Object.assign({ ...to.own }, common, ...members.map(({ pick }) => (pick === to.pick ? {} : pick)));
      const asked = Object.entries(to.seen).filter(([key, seen]) => {
        const text = JSON.stringify(wanted[key]);
        return (ALONE[key] ?? to.figure) === to.figure && seen.at(-1) !== text && seen.push(text);
      });
      if (asked.length) to.order(Object.fromEntries(asked.map(([key]) => [key, wanted[key]])));
    }
  };

  return {
    join: (order) => {
      const me: Member = { order, figure: null, own: {}, seen: {}, pick: {} };
      members = [...members, me];
      return ({ type, figure, data }) => {
        const state = data?.state as Clauses | undefined;
        if (type === "ready" && state) {
          // Of a release that has fewer keys only those are asked.
          const known = KEYS.filter((key) => state[key] !== undefined);
          const seen = known.map((key) => [key, [JSON.stringify(state[key])]]);
          Object.assign(me, { figure, own: state, seen: Object.fromEntries(seen), pick: {} });
        } else if (type === "state" && state) {
          for (const [key, seen] of Object.entries(me.seen)) {
            const text = JSON.stringify(state[key]);
            const answered = seen.indexOf(text);
            if (answered >= 0) seen.splice(0, answered);
            // Not ordered, so it is the reader's. What was ordered meanwhile is still to be answered.
            else if (text) {
              common[key] = state[key];
              seen[0] = text;
              for (const { pick } of members) delete pick[key];
            }
          }
        } else if (type === "select" && data) {
          me.pick = pickOf(data);
          // What was chosen last prevails.
          members = [...members.filter((other) => other !== me), me];
        } else if (type === "deselect") me.pick = {};
        else return;
        settle();
      };
    },
  };
};

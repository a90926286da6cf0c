import type { ReactNode } from "react";
import { own } from "#lib/own.ts";
import { type Filter, LIST_KEYS, type ListKey, toggled } from "#model/filter.ts";
import { RemovableChip } from "#ui/Chip.tsx";
import { useAddress } from "../state/address.tsx";
import { useLook } from "../state/look.tsx";
import { useNames } from "../state/names.ts";

/** Each value the filter holds, with a way to take that one out. */
export const ActiveFilters = (): ReactNode => {
  const { filter, setFilter } = useAddress();
  const { words, theme } = useLook();
  const names = useNames(filter);
  const label = (key: ListKey, value: string): string => {
    if (key === "type") return own<string>(words.labels.eventType, value) ?? value;
    if (key === "certainty") return own<string>(words.labels.certainty, value) ?? value;
    return own(names, value) ?? value;
  };
  const values = LIST_KEYS.flatMap((key) =>
    filter[key].map((value) => ({
      id: `${key} ${value}`,
      key: words.page[key],
      text: label(key, value),
      dot: key === "partner" ? theme.partner(value) : undefined,
      without: (now: Filter): Filter =>
        (now[key] as readonly string[]).includes(value) ? toggled(now, key, value) : now,
    })),
  );
  const dates = (["from", "to"] as const).flatMap((key) => {
    const value = filter[key];
    return value === null
      ? []
      : [
          {
            id: key,
            key: words.page[key],
            text: `${words.page[key]} ${words.dates.date(value)}`,
            dot: undefined,
            without: (now: Filter): Filter => ({ ...now, [key]: null }),
          },
        ];
  });
  const text = filter.q.trim();
  const typed = text
    ? [
        {
          id: "q",
          key: words.page.words,
          text: `“${text}”`,
          dot: undefined,
          without: (now: Filter): Filter => ({ ...now, q: "" }),
        },
      ]
    : [];
  const clauses = [...values, ...dates, ...typed];
  return (
    <ul className="active" aria-label={words.page.active}>
      {clauses.map((clause) => (
        <li key={clause.id}>
          <RemovableChip
            label={clause.text}
            removeLabel={words.page.remove(clause.key, clause.text)}
            dot={clause.dot}
            onClick={() => setFilter(clause.without)}
          />
        </li>
      ))}
    </ul>
  );
};

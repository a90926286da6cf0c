import type { ReactNode } from "react";
import { own } from "#lib/own.ts";
import { isUnfiltered, type ListKey, NO_FILTER } from "#model/filter.ts";
import type { Facet, PartnerAnswer } from "#model/questions.ts";
import { Button } from "#ui/Button.tsx";
import { Chip } from "#ui/Chip.tsx";
import { ChipRow } from "#ui/ChipRow.tsx";
import { FilterMenu } from "#ui/FilterMenu.tsx";
import { useAddress } from "../state/address.tsx";
import { useLights } from "../state/lit.tsx";
import { useLook } from "../state/look.tsx";
import { useQuestion } from "../state/question.ts";
import { DatesMenu } from "./DatesMenu.tsx";
import "./filter.css";

/** Partners with a chip of their own; more than this come in a searchable list. */
const CHIPS = 8;

const PartnerChip = ({ partner }: { partner: PartnerAnswer }): ReactNode => {
  const { toggle, near } = useAddress();
  const { theme, words } = useLook();
  const lights = useLights(partner.events);
  return (
    <Chip
      {...lights}
      label={partner.label}
      pressed={partner.selected}
      dot={theme.partner(partner.id)}
      count={words.number(partner.count)}
      onClick={() => toggle("partner", partner.id)}
      data-partner={partner.id}
      onPointerEnter={() => {
        lights.onPointerEnter();
        near("partner", partner.id);
      }}
      onFocus={() => {
        lights.onFocus();
        near("partner", partner.id);
      }}
    />
  );
};

/** Chips stand in the order of the whole record, so that a choice never moves them from under the pointer. */
const inRecordOrder = (
  now: readonly PartnerAnswer[],
  whole: readonly PartnerAnswer[],
): { chips: readonly PartnerAnswer[]; others: readonly PartnerAnswer[] } => {
  const byId = new Map(now.map((partner) => [partner.id, partner]));
  const ordered = whole.map((partner) => byId.get(partner.id) ?? { ...partner, count: 0, selected: false });
  if (ordered.length <= CHIPS + 1) return { chips: ordered, others: [] };
  const chips = ordered.filter((partner, at) => at < CHIPS || partner.selected);
  return { chips, others: ordered.filter((partner) => !chips.includes(partner)) };
};

const FACETS = ["topic", "type", "place", "certainty"] as const satisfies readonly ListKey[];

/** What can be chosen: partners as chips, the rest in menus. Each counts under the other clauses, not its own. */
export const FilterBar = (): ReactNode => {
  const { filter, toggle, setFilter, reset } = useAddress();
  const { words, theme } = useLook();
  const { data: partners } = useQuestion("partners", filter);
  const { data: whole } = useQuestion("partners", NO_FILTER);
  const { data: facets } = useQuestion("facets", filter);
  const { chips, others } = inRecordOrder(partners ?? [], whole ?? []);
  const labels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    type: words.labels.eventType,
    certainty: words.labels.certainty,
  };
  const labelled = (key: string, facet: Facet): Facet => ({
    ...facet,
    label: own(labels[key] ?? {}, facet.id) ?? facet.label,
    ...(key === "place" ? { data: { "data-place": facet.id } } : {}),
  });
  return (
    <nav className="filter" aria-label={words.page.filter}>
      <ChipRow label={words.page.partner}>
        <Chip
          label={words.page.all}
          pressed={filter.partner.length === 0}
          onClick={() => setFilter((now) => ({ ...now, partner: [] }))}
        />
        {chips.map((partner) => (
          <PartnerChip key={partner.id} partner={partner} />
        ))}
      </ChipRow>
      <div className="filter-menus">
        {others.length ? (
          <FilterMenu
            label={words.page.morePartners(others.length)}
            options={others.map((other) => ({
              ...other,
              dot: theme.partner(other.id),
              data: { "data-partner": other.id },
            }))}
            onToggle={(id) => toggle("partner", id)}
            onClear={() => setFilter((now) => ({ ...now, partner: [] }))}
            searchLabel={words.page.findPartner}
            emptyLabel={words.page.noOption}
            clearLabel={words.page.clear}
            selectedLabel={words.page.chosen}
          />
        ) : null}
        {FACETS.map((key) => (
          <FilterMenu
            key={key}
            label={words.page[key]}
            options={(facets?.[key] ?? []).map((facet) => labelled(key, facet))}
            onToggle={(id) => toggle(key, id)}
            onClear={() => setFilter((now) => ({ ...now, [key]: [] }))}
            searchLabel={words.page.findOption(words.page[key])}
            emptyLabel={words.page.noOption}
            clearLabel={words.page.clear}
            selectedLabel={words.page.chosen}
          />
        ))}
        <DatesMenu />
        <Button data-action="reset" disabled={isUnfiltered(filter)} onClick={reset}>
          {words.page.reset}
        </Button>
      </div>
    </nav>
  );
};

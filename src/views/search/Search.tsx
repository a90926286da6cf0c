import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type ListKey, toggled } from "#model/filter.ts";
import type { Hit, HitKind } from "#model/questions.ts";
import { Combobox, type ComboboxGroup, type ComboboxItem } from "#ui/Combobox.tsx";
import { useAddress } from "../state/address.tsx";
import { useDataset } from "../state/dataset.tsx";
import { useLook } from "../state/look.tsx";

const PER_GROUP = 6;

/** The clause a hit becomes; what has no clause of its own is looked for by its words. */
const CLAUSE: Readonly<Partial<Record<HitKind, ListKey>>> = {
  person: "official",
  seat: "official",
  partner: "partner",
  place: "place",
  topic: "topic",
};

/** What stands for a record has its hook, as a mark has. */
const HOOK: Readonly<Partial<Record<HitKind, string>>> = {
  person: "official",
  seat: "official",
  partner: "partner",
  place: "place",
  agreement: "agreement",
  event: "event",
};

const FREE = "words";

interface Choice extends ComboboxItem {
  readonly pick: () => void;
}

/** Search over people, bodies, places, mechanisms, topics and the words of summaries, while typing. */
export const Search = ({ shortcut }: { shortcut: string | undefined }): ReactNode => {
  const { setFilter, setView } = useAddress();
  const { words, theme } = useLook();
  const { key, store } = useDataset();
  const [text, setText] = useState("");
  const asked = text.trim();
  const { data, isFetching } = useQuery({
    queryKey: [key, "search", asked],
    queryFn: () => store.search(asked, PER_GROUP),
    enabled: asked !== "",
    placeholderData: keepPreviousData,
    // Texts of a large record are indexed in the background; until then the answer lacks them.
    refetchInterval: (query) => (query.state.data?.unfinished ? 1_000 : false),
  });

  const pick = (kind: string, id: string, label: string): void => {
    setText("");
    if (kind === "event") {
      setView({ event: id });
      return;
    }
    const clause = CLAUSE[kind as HitKind];
    if (!clause) {
      setFilter((now) => ({ ...now, q: kind === FREE ? asked : label }));
      return;
    }
    setFilter((now) => ((now[clause] as readonly string[]).includes(id) ? now : toggled(now, clause, id)));
  };

  const item = (hit: Hit): Choice => ({
    id: `${hit.kind} ${hit.id}`,
    label: hit.label,
    detail: hit.matched === null ? undefined : hit.kind === "event" ? hit.matched : words.page.alsoWritten(hit.matched),
    // An event is one meeting or none, and what becomes words leads to whatever has them.
    count: CLAUSE[hit.kind] === undefined ? undefined : words.page.meetingsHint(hit.count),
    data: HOOK[hit.kind] ? { [`data-${HOOK[hit.kind]}`]: hit.id } : undefined,
    dot: hit.kind === "partner" ? theme.partner(hit.id) : undefined,
    pick: () => pick(hit.kind, hit.id, hit.label),
  });
  const found = asked === "" ? [] : (data?.groups ?? []);
  const groups: readonly ComboboxGroup<Choice>[] = found.map((group) => ({
    id: group.kind,
    label: words.page.hitKinds[group.kind],
    items: group.hits.map(item),
  }));
  const freely: ComboboxGroup<Choice> = {
    id: FREE,
    label: words.page.words,
    items: [
      {
        id: FREE,
        label: words.page.searchFreely(asked),
        pick: () => pick(FREE, FREE, asked),
      },
    ],
  };
  return (
    <search className="search">
      <Combobox
        label={words.page.searchLabel}
        placeholder={words.page.search}
        shortcut={shortcut}
        value={text}
        onValue={setText}
        groups={asked === "" ? [] : [...groups, freely]}
        onPick={(picked) => picked.pick()}
        clearLabel={words.page.clear}
        loading={isFetching}
        loadingLabel={words.page.searching}
        onSubmit={() => pick(FREE, FREE, asked)}
        emptyLabel={words.page.nothingFound(asked)}
      />
    </search>
  );
};

import { type ReactNode, useCallback, useMemo, useState } from "react";
import { describeAgreements } from "#charts/agreements/agreements.describe.ts";
import { lazily } from "#charts/kit/figure-text.ts";
import { NO_FILTER } from "#model/filter.ts";
import type { AgreementRow } from "#model/questions.ts";
import { Button } from "#ui/Button.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { Panel } from "../page/Panel.tsx";
import { AgreementItem } from "../record/LedgerRows.tsx";
import { useAddress } from "../state/address.tsx";
import { FIRST, PORTIONS, partnersOf } from "../state/first.ts";
import { useLook } from "../state/look.tsx";
import { useNames, useNamesAhead } from "../state/names.ts";
import { useQuestion } from "../state/question.ts";
import "./ledger.css";

/** How many more rows come when the reader asks for more. */
const MORE = 40;

interface GroupProps {
  readonly label: string;
  readonly rows: readonly AgreementRow[];
  readonly total: number;
  readonly names: Readonly<Record<string, string>>;
  readonly onMore: () => void;
}

const Group = ({ label, rows, total, names, onMore }: GroupProps): ReactNode => {
  const { words } = useLook();
  const [shown, setShown] = useState<number>(FIRST.agreements);
  const left = total - Math.min(shown, rows.length);
  return (
    <section className="ledger-group">
      <h3>
        <span>{label}</span>
        <span className="ledger-count">{words.number(total)}</span>
      </h3>
      <ul>
        {rows.slice(0, shown).map((row) => (
          <AgreementItem key={row.agreement.id} row={row} names={names} />
        ))}
      </ul>
      {left > 0 ? (
        <Button
          variant="link"
          onClick={() => {
            setShown(shown + MORE);
            onMore();
          }}
        >
          {words.page.moreOf(left)}
        </Button>
      ) : null}
    </section>
  );
};

/** Papers: what was signed or adopted here stands apart from what was recalled or is only ready to be signed. */
export const AgreementsPanel = (): ReactNode => {
  const { filter } = useAddress();
  const { words } = useLook();
  const [whole, setWhole] = useState(false);
  const askNames = useNamesAhead();
  const { data } = useQuestion("agreements", filter, whole ? [] : [PORTIONS.agreements], {
    follow: ({ rows }) => askNames(partnersOf(rows)),
  });
  const names = useNames(
    NO_FILTER,
    useMemo(() => partnersOf(data?.rows ?? []), [data]),
  );
  const more = useCallback(() => setWhole(true), []);
  const text = useMemo(() => {
    if (!data) return null;
    return lazily(() => {
      // A table has every row: asked for once it is opened.
      if (data.statuses) queueMicrotask(more);
      return describeAgreements(data, words);
    });
  }, [data, words, more]);
  const groups = words.page.paperGroups.map((group) => {
    const rows = (data?.rows ?? []).filter(({ agreement }) =>
      (group.statuses as readonly string[]).includes(agreement.status),
    );
    const told = data?.statuses;
    return {
      ...group,
      rows,
      total: told ? group.statuses.reduce((sum, one) => sum + (told[one] ?? 0), 0) : rows.length,
    };
  });
  return (
    <Panel
      title={words.page.agreements}
      hint={words.page.agreementsHint}
      text={text}
      figure="agreements"
      className="ledger"
    >
      {data && data.total === 0 ? <EmptyState text={words.page.emptyBody} /> : null}
      <div data-figure="agreements" className="ledger-groups">
        {groups.map((group) =>
          group.total ? (
            <Group
              key={group.id}
              label={group.label}
              rows={group.rows}
              total={group.total}
              names={names}
              onMore={more}
            />
          ) : null,
        )}
      </div>
    </Panel>
  );
};

import { type ReactNode, useMemo, useState } from "react";
import { describeAgreements } from "#charts/agreements/agreements.describe.ts";
import { lazily } from "#charts/kit/figure-text.ts";
import type { AgreementRow } from "#model/questions.ts";
import { Button } from "#ui/Button.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { Panel } from "../page/Panel.tsx";
import { AgreementItem } from "../record/LedgerRows.tsx";
import { useAddress } from "../state/address.tsx";
import { useLook } from "../state/look.tsx";
import { useQuestion } from "../state/question.ts";
import "./ledger.css";

/** Rows of one group shown before the reader asks for more, and how many more come then. */
const FIRST = 8;
const MORE = 40;

const Group = ({ label, rows }: { label: string; rows: readonly AgreementRow[] }): ReactNode => {
  const { words } = useLook();
  const [shown, setShown] = useState(FIRST);
  const left = rows.length - shown;
  return (
    <section className="ledger-group">
      <h3>
        <span>{label}</span>
        <span className="ledger-count">{words.number(rows.length)}</span>
      </h3>
      <ul>
        {rows.slice(0, shown).map((row) => (
          <AgreementItem key={row.agreement.id} row={row} />
        ))}
      </ul>
      {left > 0 ? (
        <Button variant="link" onClick={() => setShown(shown + MORE)}>
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
  const { data } = useQuestion("agreements", filter);
  const text = useMemo(() => (data ? lazily(() => describeAgreements(data, words)) : null), [data, words]);
  const groups = words.page.paperGroups.map((group) => ({
    ...group,
    rows: (data?.rows ?? []).filter((row) => (group.statuses as readonly string[]).includes(row.agreement.status)),
  }));
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
          group.rows.length ? <Group key={group.id} label={group.label} rows={group.rows} /> : null,
        )}
      </div>
    </Panel>
  );
};

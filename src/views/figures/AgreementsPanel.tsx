import { type ReactNode, useMemo } from "react";
import { describeAgreements } from "#charts/agreements/agreements.describe.ts";
import { EmptyState } from "#ui/EmptyState.tsx";
import { Panel } from "../page/Panel.tsx";
import { AgreementItem } from "../record/LedgerRows.tsx";
import { useAddress } from "../state/address.tsx";
import { useLook } from "../state/look.tsx";
import { useQuestion } from "../state/question.ts";
import "./ledger.css";

/** Papers: what was signed or adopted here stands apart from what was recalled or is only ready to be signed. */
export const AgreementsPanel = (): ReactNode => {
  const { filter } = useAddress();
  const { words } = useLook();
  const { data } = useQuestion("agreements", filter);
  const text = useMemo(() => (data ? describeAgreements(data, words) : null), [data, words]);
  const groups = words.page.paperGroups.map((group) => ({
    ...group,
    rows: (data?.rows ?? []).filter((row) => (group.statuses as readonly string[]).includes(row.agreement.status)),
  }));
  return (
    <Panel title={words.page.agreements} hint={words.page.agreementsHint} text={text} className="ledger">
      {data && data.total === 0 ? <EmptyState text={words.page.emptyBody} /> : null}
      <div data-figure="agreements" className="ledger-groups">
        {groups.map((group) =>
          group.rows.length ? (
            <section className="ledger-group" key={group.id}>
              <h3>
                <span>{group.label}</span>
                <span className="ledger-count">{words.number(group.rows.length)}</span>
              </h3>
              <ul>
                {group.rows.map((row) => (
                  <AgreementItem key={row.agreement.id} row={row} />
                ))}
              </ul>
            </section>
          ) : null,
        )}
      </div>
    </Panel>
  );
};

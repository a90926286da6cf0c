import { type ReactNode, useCallback, useMemo, useState } from "react";
import { describeCommitments } from "#charts/commitments/commitments.describe.ts";
import { lazily } from "#charts/kit/figure-text.ts";
import type { CommitmentGroup } from "#model/questions.ts";
import { Button } from "#ui/Button.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { Panel } from "../page/Panel.tsx";
import { CommitmentItem } from "../record/LedgerRows.tsx";
import { PartnerTag } from "../record/PartnerTag.tsx";
import { useAddress } from "../state/address.tsx";
import { FIRST, PORTIONS, TOGETHER } from "../state/first.ts";
import { useLook } from "../state/look.tsx";
import { useQuestion } from "../state/question.ts";
import "./ledger.css";

/** How many more rows come when the reader asks for the next groups. */
const MORE = 120;

/** As many groups as hold `limit` rows between them. */
const foremost = (groups: readonly CommitmentGroup[], limit: number): readonly CommitmentGroup[] => {
  let rows = 0;
  return groups.filter((group) => {
    const fits = rows < limit;
    rows += Math.min(FIRST.commitments, group.rows.length);
    return fits;
  });
};

const Group = ({ group, onMore }: { group: CommitmentGroup; onMore: () => void }): ReactNode => {
  const { words } = useLook();
  const [shown, setShown] = useState<number>(FIRST.commitments);
  const total = group.total ?? group.rows.length;
  const left = total - shown;
  const said = group.mutual
    ? words.list([group.actor, group.addressee])
    : words.page.saidTo(group.actor, group.addressee);
  const partner = group.rows[0]?.partner ?? null;
  return (
    <section className="ledger-group">
      <h3>
        {partner === null ? <span>{said}</span> : <PartnerTag id={partner}>{said}</PartnerTag>}
        {group.mutual ? <small>{words.page.betweenBoth}</small> : null}
        <span className="ledger-count">{words.number(total)}</span>
      </h3>
      <ul>
        {group.rows.slice(0, shown).map((row) => (
          <CommitmentItem key={row.commitment.id} row={row} withEvent />
        ))}
      </ul>
      {left > 0 ? (
        <Button
          variant="link"
          onClick={() => {
            setShown(shown + 48);
            onMore();
          }}
        >
          {words.page.moreOf(left)}
        </Button>
      ) : null}
    </section>
  );
};

/** What was asked, offered and promised, grouped by who said it to whom. */
export const CommitmentsPanel = (): ReactNode => {
  const { filter } = useAddress();
  const { words } = useLook();
  const [whole, setWhole] = useState(false);
  const { data } = useQuestion("commitments", filter, whole ? [] : [PORTIONS.commitments]);
  const more = useCallback(() => setWhole(true), []);
  const text = useMemo(() => {
    if (!data) return null;
    return lazily(() => {
      // A table has every row: asked for once it is opened.
      if (data.groupsTotal !== undefined) queueMicrotask(more);
      return describeCommitments(data, words);
    });
  }, [data, words, more]);
  const [limit, setLimit] = useState<number>(TOGETHER);
  const shown = foremost(data?.groups ?? [], limit);
  const inShown = shown.reduce((sum, group) => sum + (group.total ?? group.rows.length), 0);
  const left = (data?.total ?? 0) - inShown;
  return (
    <Panel title={words.page.ledger} hint={words.page.ledgerHint} text={text} figure="commitments" className="ledger">
      {data && data.total === 0 ? <EmptyState text={words.page.emptyBody} /> : null}
      <div data-figure="commitments" className="ledger-groups">
        {shown.map((group) => (
          <Group key={group.id} group={group} onMore={more} />
        ))}
      </div>
      {left > 0 ? (
        <Button
          variant="link"
          onClick={() => {
            setLimit(limit + MORE);
            more();
          }}
        >
          {words.page.moreOf(left)}
        </Button>
      ) : null}
    </Panel>
  );
};

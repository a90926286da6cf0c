import type { MouseEvent, ReactNode } from "react";
import type { AgreementRow, CommitmentRow, StatisticRow } from "#model/questions.ts";
import { writeAddress } from "#model/url.ts";
import { Badge, type BadgeProps } from "#ui/Badge.tsx";
import { useAddress } from "../state/address.tsx";
import { useIsLit, useLights } from "../state/lit.tsx";
import { useLook } from "../state/look.tsx";
import { SourceLinks } from "./EvidenceList.tsx";
import { PartnerTag } from "./PartnerTag.tsx";

type Tone = Pick<BadgeProps, "tone" | "shape">;

const ASKS: Tone = { tone: "warn", shape: "solid" };
const OFFERS: Tone = { tone: "info", shape: "solid" };
const VIEWS: Tone = { tone: "plain", shape: "solid" };
const WEAK: Tone = { tone: "info", shape: "dashed" };

const ACT_TONE: Readonly<Record<CommitmentRow["commitment"]["act"], Tone>> = {
  asks: ASKS,
  hopes: { tone: "warn", shape: "dashed" },
  urges: ASKS,
  suggests: ASKS,
  proposes: ASKS,
  invites: ASKS,
  offers: OFFERS,
  pledges: OFFERS,
  commits: OFFERS,
  "ready-to": WEAK,
  "agrees-in-principle": WEAK,
  "will-consider": WEAK,
  "shares-view": VIEWS,
};

const PAPER_TONE: Readonly<Record<AgreementRow["agreement"]["status"], Tone>> = {
  signed: { tone: "good", shape: "solid" },
  adopted: { tone: "good", shape: "solid" },
  "in-force": { tone: "plain", shape: "solid" },
  "existing-undated": { tone: "plain", shape: "dashed" },
  "ready-to-sign": { tone: "info", shape: "hollow" },
  "under-negotiation": { tone: "info", shape: "dashed" },
  proposed: { tone: "info", shape: "dashed" },
};

/** A link to an event that stays on the page; with a key held down, or the middle button, a page of its own. */
export const EventLink = ({ id, children }: { id: string; children: ReactNode }): ReactNode => {
  const { filter, view, setView } = useAddress();
  const lights = useLights([id]);
  const onClick = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    setView({ event: id });
  };
  return (
    <a
      className="event-link"
      data-event={id}
      href={writeAddress(filter, { ...view, event: id })}
      onClick={onClick}
      {...lights}
    >
      {children}
    </a>
  );
};

/** Where a thread ends: an event, or the event at which a paper or words stand, with their own hook. */
const ThreadEnd = ({ next }: { next: CommitmentRow["followUp"][number] }): ReactNode => {
  if (next.kind === "event") return <EventLink id={next.id}>{next.label}</EventLink>;
  const end = <em {...{ [`data-${next.kind}`]: next.id }}>{next.label}</em>;
  return next.event === null || next.sameEvent ? end : <EventLink id={next.event}>{end}</EventLink>;
};

export const CommitmentItem = ({ row, withEvent }: { row: CommitmentRow; withEvent: boolean }): ReactNode => {
  const { words } = useLook();
  const { commitment } = row;
  const lit = useIsLit([row.event.id]);
  const lights = useLights([row.event.id]);
  const printed = words.commitments.printedVerb(commitment);
  const said = words.labels.commitmentAct[commitment.act];
  return (
    <li className="ledger-row" data-commitment={commitment.id} data-lit={lit || undefined} {...lights}>
      <Badge {...ACT_TONE[commitment.act]}>{said}</Badge>
      <div className="ledger-what">
        <p>{commitment.summary}</p>
        <p className="ledger-meta">
          {printed ? <span>{printed}</span> : null}
          <span>{words.labels.commitmentStatus[commitment.status]}</span>
          {row.speaker ? <span>{row.speaker}</span> : null}
          {commitment.due ? <span>{words.page.due(words.dates.date(commitment.due))}</span> : null}
          {withEvent ? (
            <EventLink id={row.event.id}>
              {row.event.edtf ? words.dates.date(row.event.edtf) : row.event.title}
            </EventLink>
          ) : null}
          <SourceLinks evidence={row.evidence} />
        </p>
        {row.followUp.map((next) => (
          <p className="ledger-thread" key={`${next.kind} ${next.id}`}>
            {words.commitments.threadLead(next)}: <ThreadEnd next={next} />
            {next.note ? `${next.label.endsWith(".") ? " " : ". "}${next.note}` : ""}
          </p>
        ))}
      </div>
    </li>
  );
};

interface AgreementProps {
  readonly row: AgreementRow;
  /** Names of its partners. */
  readonly names: Readonly<Record<string, string>>;
}

export const AgreementItem = ({ row, names }: AgreementProps): ReactNode => {
  const { words } = useLook();
  const { agreement } = row;
  const printed = agreement.titlePrinted;
  const lit = useIsLit(row.events);
  const lights = useLights(row.events);
  return (
    <li className="ledger-row" data-agreement={agreement.id} data-lit={lit || undefined} {...lights}>
      <Badge {...PAPER_TONE[agreement.status]}>{words.labels.agreementStatus[agreement.status]}</Badge>
      <div className="ledger-what">
        <p className="ledger-title">{agreement.title}</p>
        {printed && printed !== agreement.title ? (
          <p className="ledger-note ledger-printed">{words.agreements.printedAs(printed)}</p>
        ) : null}
        <p className="ledger-meta">
          <span>{words.labels.agreementType[agreement.type]}</span>
          <span>{words.list(row.parties.map((party) => party.label))}</span>
          {row.partners.map((partner) => (
            <PartnerTag key={partner} id={partner}>
              {names[partner] ?? partner}
            </PartnerTag>
          ))}
          {agreement.date ? <span>{words.dates.date(agreement.date)}</span> : null}
          <SourceLinks evidence={row.evidence} />
        </p>
        {agreement.note ? <p className="ledger-note">{agreement.note}</p> : null}
        {row.implements ? (
          <p className="ledger-thread" data-agreement={row.implements.id}>
            {words.page.implementsPaper(row.implements.title)}
          </p>
        ) : null}
        {row.implementedBy.map((other) => (
          <p className="ledger-thread" key={other.id} data-agreement={other.id}>
            {words.page.implementedBy(other.title)}
          </p>
        ))}
        {row.mentions.map((mention) =>
          mention.event === null || mention.event.id === agreement.event ? null : (
            <p className="ledger-thread" key={`${mention.event.id} ${mention.status} ${mention.note}`}>
              {words.labels.agreementStatus[mention.status]}:{" "}
              <EventLink id={mention.event.id}>{mention.event.title}</EventLink>
              {mention.note ? `. ${mention.note}` : ""}
            </p>
          ),
        )}
      </div>
    </li>
  );
};

export const StatisticItem = ({ row }: { row: StatisticRow }): ReactNode => {
  const { words } = useLook();
  const { statistic } = row;
  const events = row.event ? [row.event.id] : [];
  const lit = useIsLit(events);
  const lights = useLights(events);
  const what = statistic.drugPrinted ?? statistic.drug;
  return (
    <li className="ledger-row" data-statistic={statistic.id} data-lit={lit || undefined} {...lights}>
      <strong className="ledger-number">
        {statistic.valuePrinted} {words.labels.unit[statistic.unit]}
      </strong>
      <div className="ledger-what">
        <p>
          {words.labels.indicator[statistic.indicator]}
          {what ? `: ${what}` : ""}
        </p>
        <p className="ledger-meta">
          <span>{words.statistics.period(statistic.period, statistic.asOf)}</span>
          {row.reporter ? <span>{words.statistics.reportedBy(row.reporter)}</span> : null}
          <SourceLinks evidence={row.evidence} />
        </p>
        {statistic.note ? <p className="ledger-note">{statistic.note}</p> : null}
      </div>
    </li>
  );
};

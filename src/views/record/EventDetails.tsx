import { type ReactNode, useMemo } from "react";
import { NO_FILTER } from "#model/filter.ts";
import type { About, EventDetail } from "#model/questions.ts";
import { Badge } from "#ui/Badge.tsx";
import { useAddress } from "../state/address.tsx";
import { partnersOf } from "../state/first.ts";
import { useLook } from "../state/look.tsx";
import { useNames } from "../state/names.ts";
import { EvidenceList, SourceLinks } from "./EvidenceList.tsx";
import { AgreementItem, CommitmentItem, EventLink, StatisticItem } from "./LedgerRows.tsx";

const Section = ({ title, children }: { title: string; children: ReactNode }): ReactNode => (
  <section className="event-section">
    <h3>{title}</h3>
    {children}
  </section>
);

/** What the record adds to a name, and where that is printed. */
const Note = ({ about }: { about: About | undefined }): ReactNode =>
  about && (about.note || about.evidence.some(({ href }) => href !== null)) ? (
    <p className="event-note">
      {about.note ? <span>{about.note}</span> : null}
      <SourceLinks evidence={about.evidence} />
    </p>
  ) : null;

/** Why an event is not in the counts, or null where it is. */
const uncounted = (detail: EventDetail): "container" | "announced" | "recalled" | "openEnded" | null => {
  if (detail.counted) return null;
  const { status, openEnded } = detail.event;
  if (status !== "held") return status;
  return openEnded ? "openEnded" : "container";
};

/** All that is on record about one event below its table: what came of it, and where each fact is printed. */
export const EventDetails = ({ detail }: { detail: EventDetail }): ReactNode => {
  const { words } = useLook();
  const { toggle } = useAddress();
  const { page } = words;
  const names = useNames(
    NO_FILTER,
    useMemo(() => partnersOf(detail.agreements), [detail]),
  );
  const why = uncounted(detail);
  // What is known of a seat is said beside what is known of the event: why a title is another one than printed.
  const evidence = useMemo(() => {
    const rows = [...detail.evidence, ...detail.seats.flatMap((seat) => seat.evidence)];
    return [...new Map(rows.map((row) => [row.evidence.id, row])).values()];
  }, [detail]);
  const who = detail.about.filter(({ kind }) => kind !== "mechanism");
  const embassy = detail.counted && detail.partners.length === 0;
  return (
    <>
      <p className="event-summary">{detail.event.summary}</p>
      {why ? <p className="quiet">{page.notCounted[why]}</p> : null}
      {embassy ? <p className="quiet">{page.embassy}</p> : null}
      {detail.container ? (
        <p>
          {page.partOf}: <EventLink id={detail.container.id}>{detail.container.title}</EventLink>
        </p>
      ) : null}
      {detail.parts.length ? (
        <Section title={page.partsTitle}>
          <ul className="event-parts">
            {detail.parts.map((part) => (
              <li key={part.id}>
                <EventLink id={part.id}>{part.title}</EventLink>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {detail.agreements.length ? (
        <Section title={page.papers}>
          <ul>
            {detail.agreements.map((row) => (
              <AgreementItem key={row.agreement.id} row={row} names={names} />
            ))}
          </ul>
        </Section>
      ) : null}
      {detail.commitments.length ? (
        <Section title={page.asksAndPledges}>
          <ul>
            {detail.commitments.map((row) => (
              <CommitmentItem key={row.commitment.id} row={row} withEvent={false} />
            ))}
          </ul>
        </Section>
      ) : null}
      {detail.statistics.length ? (
        <Section title={page.figures}>
          <ul>
            {detail.statistics.map((row) => (
              <StatisticItem key={row.statistic.id} row={row} />
            ))}
          </ul>
        </Section>
      ) : null}
      {detail.topics.length ? (
        <Section title={page.topicsTitle}>
          <p className="event-topics">
            {detail.topics.map((topic) => (
              <button type="button" key={topic.id} className="tag" onClick={() => toggle("topic", topic.id)}>
                {topic.label}
              </button>
            ))}
          </p>
        </Section>
      ) : null}
      {detail.mechanisms.length ? (
        <Section title={page.mechanismsTitle}>
          <ul className="event-about">
            {detail.mechanisms.map((mechanism) => (
              <li key={mechanism.id}>
                {mechanism.name}
                {mechanism.acronym ? ` (${mechanism.acronym})` : ""}{" "}
                <Badge>{words.labels.mechanismKind[mechanism.kind]}</Badge>
                <Note about={detail.about.find(({ kind, id }) => kind === "mechanism" && id === mechanism.id)} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {who.length ? (
        <Section title={page.whoTitle}>
          <ul className="event-about">
            {who.map((row) => (
              <li key={row.id}>
                {row.name}
                <Note about={row} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={page.evidenceTitle}>
        <EvidenceList evidence={evidence} />
      </Section>
    </>
  );
};

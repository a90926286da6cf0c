import type { ReactNode } from "react";
import type { EvidenceDetail } from "#model/questions.ts";
import { Badge } from "#ui/Badge.tsx";
import { useLook } from "../state/look.tsx";

const Passage = ({ detail }: { detail: EvidenceDetail }): ReactNode => {
  const { words } = useLook();
  const { evidence, source, href } = detail;
  const published = source?.published ? words.dates.date(source.published) : null;
  const paragraph = evidence.paragraph === null ? null : words.page.paragraph(evidence.paragraph);
  const where = source
    ? [source.publisher, published, paragraph].filter((part) => part !== null).join(", ")
    : words.page.outside(evidence.url ?? null);
  return (
    <li className="evidence-item">
      {href === null ? (
        <span>{where}</span>
      ) : (
        <a
          href={href}
          target="_blank"
          rel="noopener noreferrer"
          title={source ? words.page.opensPassage : words.page.opensOutside}
        >
          {where} <span aria-hidden="true">↗</span>
        </a>
      )}
      <span className="evidence-basis">{words.labels.basis[evidence.basis]}</span>
      {evidence.certainty === "stated" ? null : (
        <Badge tone="warn" shape={evidence.certainty === "disputed" ? "split" : "dashed"}>
          {words.labels.certainty[evidence.certainty]}
        </Badge>
      )}
      {evidence.note ? <p className="evidence-note">{evidence.note}</p> : null}
    </li>
  );
};

/** Where each fact is printed: every link opens the publisher's page at the passage. */
export const EvidenceList = ({ evidence }: { evidence: readonly EvidenceDetail[] }): ReactNode => {
  const { words } = useLook();
  if (!evidence.length) return <p className="quiet">{words.page.noEvidence}</p>;
  return (
    <ul className="evidence">
      {evidence.map((detail) => (
        <Passage key={detail.evidence.id} detail={detail} />
      ))}
    </ul>
  );
};

/** The same, folded into one short line for a row of a ledger; several stay together at the end of a line. */
export const SourceLinks = ({ evidence }: { evidence: readonly EvidenceDetail[] }): ReactNode => {
  const { words } = useLook();
  const linked = evidence.filter((detail) => detail.href !== null);
  const links = linked.map((detail, at) => (
    <a
      key={detail.evidence.id}
      href={detail.href ?? undefined}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={words.page.sourceLink(at + 1, detail.source?.title ?? null)}
      title={detail.source ? words.page.opensPassage : words.page.opensOutside}
    >
      {linked.length > 1 ? words.page.sourceShort(at + 1) : words.page.sourceOne}
    </a>
  ));
  return links.length > 1 ? <span className="ledger-sources">{links}</span> : links;
};

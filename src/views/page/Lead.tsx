import { Fragment, type ReactNode } from "react";
import { ActiveFilters } from "../filter/ActiveFilters.tsx";
import { useAddress } from "../state/address.tsx";
import { useLook } from "../state/look.tsx";
import { useNames } from "../state/names.ts";
import { useQuestion } from "../state/question.ts";
import "./lead.css";

/** The lead sentence, in words from the rows shown, and the status line that tests and screen readers follow. */
export const Lead = (): ReactNode => {
  const { filter } = useAddress();
  const { words } = useLook();
  const names = useNames(filter);
  const { data: summary } = useQuestion("summary", filter);
  return (
    <div className="lead">
      <p className="lead-sentence">
        {summary
          ? words.sentences.lead(summary).map((piece, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence have no other identity
              <Fragment key={at}>{piece.strong ? <strong>{piece.text}</strong> : piece.text}</Fragment>
            ))
          : "\u00a0"}
      </p>
      <div className="lead-foot">
        <p className="lead-status" role="status">
          {summary ? words.sentences.status(summary, filter, names) : ""}
        </p>
        <ActiveFilters />
      </div>
    </div>
  );
};

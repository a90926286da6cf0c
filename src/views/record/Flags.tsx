import type { ReactNode } from "react";
import type { EventStatus } from "#data/schema.ts";
import type { Doubts } from "#model/questions.ts";
import { Badge } from "#ui/Badge.tsx";
import { useLook } from "../state/look.tsx";

interface FlagsProps {
  readonly event: Doubts & { readonly status: EventStatus };
}

/** What a reader should know before taking an event's day, place or happening for granted. */
export const Flags = ({ event }: FlagsProps): ReactNode => {
  const { words } = useLook();
  const { page } = words;
  const about = (what: string, certainty: Doubts["certainty"]): ReactNode =>
    certainty === "stated" ? null : (
      <Badge tone="warn" shape={certainty === "disputed" ? "split" : "dashed"}>
        {page.doubt(what, words.labels.certainty[certainty])}
      </Badge>
    );
  return (
    <>
      {event.status === "held" ? null : (
        <Badge tone="info" shape={event.status === "announced" ? "hollow" : "dashed"}>
          {words.labels.eventStatus[event.status]}
        </Badge>
      )}
      {about(page.dateWord, event.dateCertainty)}
      {about(page.placeWord, event.placeCertainty)}
      {event.dateCertainty === "stated" && event.placeCertainty === "stated" ? about("", event.certainty) : null}
    </>
  );
};

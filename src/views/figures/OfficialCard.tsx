import { memo, type ReactNode } from "react";
import { misprints, monogram, STRIP_DOT, type StripMark, stripOf } from "#charts/officials/people.ts";
import type { DayWindow, OfficialAnswer } from "#model/questions.ts";
import { useAddress } from "../state/address.tsx";
import { useIsLit, useLights } from "../state/lit.tsx";
import { useLook } from "../state/look.tsx";

const STRIP = 132;

/** Marks of a strip as one path: an official of many meetings has a hundred of them. */
const Strokes = ({ marks, colour, opacity }: { marks: readonly StripMark[]; colour: string; opacity?: number }) =>
  marks.length ? (
    <path
      d={marks.map(({ x, width }) => `M${x + STRIP_DOT / 2} 6h${width - STRIP_DOT}`).join("")}
      stroke={colour}
      strokeOpacity={opacity}
      strokeWidth={STRIP_DOT}
      strokeLinecap="round"
    />
  ) : null;

interface CardProps {
  readonly official: OfficialAnswer;
  readonly span: DayWindow | null;
}

/** All of a card that no hover changes. */
const Face = memo(function Face({ official, span }: CardProps): ReactNode {
  const { words, theme } = useLook();
  const { officials } = words;
  const colour = official.side === "home" || official.partner === null ? theme.home : theme.partner(official.partner);
  const printed = misprints(official.name, official.printedAs);
  const named = official.kind === "person";
  const marks = stripOf(official.days, span, STRIP);
  const title = [official.rank, official.role].filter(Boolean).join(" · ");
  const across = officials.across(
    official.counterparts.map(({ label }) => label),
    official.moreCounterparts,
  );
  const deeds = officials.deeds(official.signed, official.said);
  return (
    <>
      <svg className="official-mark" width="40" height="40" viewBox="0 0 40 40" aria-hidden="true">
        <circle
          cx="20"
          cy="20"
          r="18.5"
          fill={named ? colour : "none"}
          stroke={colour}
          strokeWidth="1.5"
          strokeDasharray={named ? undefined : "4 3"}
        />
        {named ? (
          <text x="20" y="25" textAnchor="middle" fontSize="14" fontWeight="600" fill={theme.panel}>
            {monogram(official.name)}
          </text>
        ) : null}
      </svg>
      <span className="official-who">
        <span className="official-name">
          {official.native ? `${official.name} ` : official.name}
          {official.native ? <span className="official-native">{official.native}</span> : null}
        </span>
        {title ? <span className="official-title">{title}</span> : null}
        {named ? <span className="official-body">{official.organization}</span> : null}
        {printed.length ? <em className="official-printed">{officials.printedAs(printed)}</em> : null}
        {across ? <span className="official-across">{across}</span> : null}
      </span>
      <span className="official-foot">
        <span>
          <strong>{words.number(official.meetings)}</strong>
          {officials
            .tally(official.meetings, official.side === "home" ? official.partners.length : 0)
            .replace(/^\S+ /, " ")}
          {deeds ? <span className="official-deeds"> · {deeds}</span> : null}
        </span>
        <svg className="official-strip" width={STRIP} height="12" viewBox={`0 0 ${STRIP} 12`} aria-hidden="true">
          <path d={`M0 6H${STRIP}`} stroke={theme.hairline} />
          <Strokes marks={marks.filter((mark) => mark.width > STRIP_DOT)} colour={colour} opacity={0.55} />
          <Strokes marks={marks.filter((mark) => mark.width <= STRIP_DOT)} colour={colour} />
        </svg>
      </span>
    </>
  );
});

/** One official, or one seat that no source gives a name; pressing the card filters everything to it. */
export const OfficialCard = memo(function OfficialCard({ official, span }: CardProps): ReactNode {
  const { toggle } = useAddress();
  const lit = useIsLit(official.events);
  const lights = useLights(official.events);
  return (
    <button
      type="button"
      className="official"
      aria-pressed={official.selected}
      data-official={official.id}
      data-kind={official.kind}
      data-lit={lit || undefined}
      onClick={() => toggle("official", official.id)}
      {...lights}
    >
      <Face official={official} span={span} />
    </button>
  );
});

import { Press } from "../kit/Press.tsx";
import type { Pointing } from "../kit/pressable.ts";
import type { Theme } from "../kit/theme.ts";
import { PARTNER_TEXT, type PartnerBar, type PartnersGeometry } from "./partners.layout.ts";

export interface PartnerBarsProps {
  readonly geometry: PartnersGeometry;
  readonly theme: Theme;
  /** Text alternative of the whole figure. */
  readonly label: string;
  /** Makes rows into buttons; without it they are drawn only. */
  readonly pointing?: Pointing;
}

const px = (value: number): number => Math.round(value * 100) / 100;

/** A bar with a square end for a state, a round one for an organisation: the kind without its colour or its word. */
const barPath = (bar: PartnerBar, height: number): string => {
  const [x, y, end] = [px(bar.x), px(bar.y - height / 2), px(bar.x + bar.length)];
  const r = bar.igo ? px(Math.min(height / 2, bar.length)) : 0;
  return r > 0
    ? `M${x} ${y}H${px(end - r)}A${r} ${height / 2} 0 0 1 ${px(end - r)} ${px(y + height)}H${x}Z`
    : `M${x} ${y}H${end}V${px(y + height)}H${x}Z`;
};

/** Bars of meetings by partner as SVG, from finished geometry. */
export const PartnerBars = ({ geometry, theme, label, pointing = {} }: PartnerBarsProps) => {
  const { width, height, rowHeight, barHeight, left, bars, note } = geometry;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      data-figure="partners"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily={theme.sans}
      role={pointing.onPress ? "group" : "img"}
      aria-label={label}
    >
      {bars.map((bar) => (
        <Press
          key={bar.id}
          kind="partner"
          id={bar.id}
          label={bar.said}
          box={{ x: 0, y: px(bar.y - rowHeight / 2), width, height: rowHeight }}
          pointing={bar.lit ? { ...pointing, lit: new Set([bar.id]) } : pointing}
        >
          {bar.lit || bar.selected || pointing.lit?.has(bar.id) ? (
            <rect
              x={0}
              y={px(bar.y - rowHeight / 2)}
              width={width}
              height={rowHeight}
              fill={theme.accent}
              fillOpacity={0.08}
            />
          ) : null}
          <text
            x={0}
            y={px(bar.y + 4.5)}
            fontSize={PARTNER_TEXT.label}
            fontWeight={600}
            fill={bar.selected ? theme.accent : theme.ink}
          >
            {bar.label}
          </text>
          {bar.kind ? (
            <text x={px(left - 12)} y={px(bar.y + 4)} textAnchor="end" fontSize={PARTNER_TEXT.kind} fill={theme.quiet}>
              {bar.kind}
            </text>
          ) : null}
          {bar.length > 0 ? (
            <path d={barPath(bar, barHeight)} fill={bar.fill} {...(bar.faded ? { opacity: 0.45 } : {})} />
          ) : null}
          <text x={px(bar.countX)} y={px(bar.y + 4.5)} fontSize={PARTNER_TEXT.count} fontWeight={600} fill={theme.ink}>
            {bar.count}
          </text>
        </Press>
      ))}
      {bars.length ? (
        <line x1={px(left)} x2={px(left)} y1={0} y2={height} stroke={theme.quiet} strokeWidth={1} />
      ) : null}
      {note ? (
        <text x={width / 2} y={height / 2 + 4} textAnchor="middle" fontSize={13} fill={theme.quiet}>
          {note}
        </text>
      ) : null}
    </svg>
  );
};

import type { JSX, ReactElement } from "react";
import type { FigureText } from "#charts/kit/figure-text.ts";
import { ProseText } from "#charts/kit/Prose.tsx";
import type { Theme } from "#charts/kit/theme.ts";
import type { Shapes } from "#charts/map/shapes.types.ts";
import type { AllWords } from "#model/words/en/index.ts";
import { type Credit, creditLines, licenceAddress, sourceLine } from "./credit.ts";
import { fitFigure } from "./fit.ts";
import { FOOT, type FrameLayout, type FrameText, layoutFrame, type Piece } from "./frame.layout.ts";
import type { Asked } from "./one.ts";
import type { FigureSize } from "./presets.ts";
import { describeFigure, rowsOf } from "./registry.ts";

export interface ComposeOptions {
  readonly size: FigureSize;
  readonly theme: Theme;
  readonly words: AllWords;
  readonly shapes: Shapes | null;
  readonly credit: Credit;
  /** Without title and footer; title and description of the file remain. */
  readonly plain?: boolean;
  /** Without a ground. */
  readonly transparent?: boolean;
}

export interface Composed {
  readonly element: ReactElement;
  /** Px of the file. */
  readonly width: number;
  readonly height: number;
  readonly text: FigureText;
  /** Whose it is, said even where nothing is printed. */
  readonly source: string;
  /** Lines of the footer as printed. */
  readonly footer: readonly string[];
}

const piecesOf = ({ address, shortAddress, licence, release }: Credit, words: AllWords): readonly Piece[] =>
  [
    { text: shortAddress, href: address || null },
    { text: licence ? words.figures.licence(licence) : "", href: licenceAddress(licence) },
    { text: release ? words.figures.release(release) : "", href: null },
  ].filter((piece) => piece.text !== "");

function Foot({ frame, theme }: { frame: FrameLayout; theme: Theme }): JSX.Element {
  return (
    <g fontFamily={theme.sans}>
      {frame.lines.map((line) => (
        <ProseText key={line.box.y} of={line} theme={theme} />
      ))}
      {frame.bars.map(({ x, y1, y2 }) => (
        <path key={`${x} ${y1}`} d={`M${x} ${y1}V${y2}`} stroke={theme.quiet} strokeWidth={0.75} fill="none" />
      ))}
      {frame.pieces.map(({ text, href, x, y }) => {
        const drawn = (
          <text key={text} x={x} y={y} fontSize={FOOT.size} fill={href ? theme.accent : theme.quiet}>
            {text}
          </text>
        );
        return href ? (
          <a key={text} href={href}>
            {drawn}
          </a>
        ) : (
          drawn
        );
      })}
    </g>
  );
}

const px = (value: number): number => Math.round(value * 100) / 100;
const placed = (x: number, y: number, scale: number): string =>
  `translate(${px(x)} ${px(y)})${scale === 1 ? "" : ` scale(${Math.round(scale * 1e4) / 1e4})`}`;

/**
 * A figure framed for a report: title, drawing, footer, on one `<svg>` with title and description. As with `drawFigure`,
 * the enclosing `measuringWith` must hold the rendering too.
 */
export const composeFigure = (asked: Asked, options: ComposeOptions): Composed => {
  const { size, theme, words, credit, plain = false } = options;
  const text = describeFigure(asked, words);
  const lines = creditLines(asked, credit, words);
  const pieces = piecesOf(credit, words);
  const { tells } = rowsOf(asked);
  const framed = (note: string): FrameText =>
    plain ? { title: "", note, lines: [], pieces: [] } : { title: text.title, note, lines, pieces };
  const frameWith = (note: string): FrameLayout => layoutFrame(framed(note), size.width, plain);
  const fitInto = ({ pad, top, below }: FrameLayout) => {
    const left = (height: number | null): number | null => (height === null ? null : height - top - below);
    const room = { width: size.width - 2 * pad, height: left(size.height), tallest: left(size.tallest) };
    return fitFigure(asked, room, options);
  };
  let frame = frameWith("");
  let fitted = fitInto(frame);
  if (fitted.shown < fitted.all && !tells) {
    frame = frameWith(words.figures.rest(fitted.shown, fitted.all));
    fitted = fitInto(frame);
  }
  const { drawn, scale } = fitted;
  const inner = size.width - 2 * frame.pad;
  const [width, height] = [drawn.width * scale, drawn.height * scale];
  const whole = size.height ?? Math.ceil(frame.top + height + frame.below);
  const slack = whole - frame.top - frame.below - height;
  const foot = whole - frame.below;
  const [fileWidth, fileHeight] = [Math.round(size.width * size.scale), Math.round(whole * size.scale)];
  const element = (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      role="img"
      lang={words.lang}
      width={fileWidth}
      height={fileHeight}
      viewBox={`0 0 ${size.width} ${whole}`}
      fontFamily={theme.sans}
      data-figure={asked.figure}
    >
      <title>{text.title}</title>
      <desc>{text.alt.medium}</desc>
      {options.transparent ? null : <rect width={size.width} height={whole} fill={theme.panel} />}
      <ProseText of={frame.title} theme={theme} />
      <g transform={placed(frame.pad + (inner - width) / 2, frame.top + slack / 3, scale)}>{drawn.element}</g>
      <g transform={`translate(0 ${px(foot)})`}>
        <ProseText of={frame.note} theme={theme} />
        {frame.rule === null ? null : (
          <path d={`M${frame.pad} ${frame.rule + 0.5}H${size.width - frame.pad}`} stroke={theme.hairline} fill="none" />
        )}
        <Foot frame={frame} theme={theme} />
      </g>
    </svg>
  );
  const footer = plain ? [] : [...lines, pieces.map((piece) => piece.text).join(" | ")];
  const source = sourceLine(asked, credit, words);
  return { element, width: fileWidth, height: fileHeight, text, source, footer };
};

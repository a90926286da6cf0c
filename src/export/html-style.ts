/** How a figure looks as a web page of its own: on a screen, a dark one, a narrow one, and on paper. */
import { DARK, LIGHT, type Theme } from "#charts/kit/theme.ts";

const tones = ({ panel, ink, quiet, hairline, accent }: Theme): string =>
  `--panel:${panel};--ink:${ink};--quiet:${quiet};--line:${hairline};--accent:${accent}`;

const { sans, serif } = LIGHT;

const SHEET = `
:root{color-scheme:light dark;${tones(LIGHT)}}
*{box-sizing:border-box}
body{margin:0;background:var(--panel);color:var(--ink);font:15px/1.5 ${sans}}
main{max-width:60rem;margin:0 auto;padding:2rem 1.25rem 3rem;overflow-wrap:anywhere}
h1{margin:0 0 .25rem;font:600 1.5rem/1.25 ${serif};text-wrap:balance}
h2,summary,th{font-weight:600;font-size:1em}
h2{margin:2rem 0 .25rem}
p{margin:.25rem 0;max-width:48rem}
a{color:var(--accent)}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
figure{margin:0}
figcaption,.quiet,footer{color:var(--quiet);font-size:.8125rem}
.scroll{overflow-x:auto}
.drawing{margin:1rem 0;forced-color-adjust:none;background:var(--panel)}
.drawing.light{background:${LIGHT.panel}}
.drawing svg{display:block;width:100%;min-width:34rem;height:auto}
details{margin:.75rem 0;border-top:1px solid var(--line);padding-top:.75rem}
summary{cursor:pointer}
table{border-collapse:collapse;font-size:.8125rem;line-height:1.4;font-variant-numeric:tabular-nums;overflow-wrap:normal}
caption{text-align:left;color:var(--quiet);padding:.5rem 0}
th,td{text-align:left;vertical-align:top;padding:.3rem 1.25rem .3rem 0;border-bottom:1px solid var(--line)}
tbody th{font-weight:400}
td.long{min-width:18rem}
pre{overflow-x:auto;font-size:.75rem;white-space:pre-wrap}
ul{margin:.25rem 0;padding-left:1.1rem;font-size:.8125rem}
li{margin:.25rem 0}
footer{margin-top:2rem;border-top:1px solid var(--line);padding-top:.75rem}
footer p{max-width:none}
`;

const PAPER = `
@page{margin:1.8cm}
@media print{
body{font-size:10pt}
main{max-width:none;padding:0}
figure,tr,li{break-inside:avoid}
h1,h2,summary{break-after:avoid}
.scroll{overflow:visible}
.drawing svg{min-width:0}
summary{list-style:none}
details:has(pre){display:none}
details::details-content{content-visibility:visible;display:block;height:auto}
thead{display:table-header-group}
table{font-size:7.5pt}
td,td.long{min-width:0}
td,th{padding-right:.4rem}
table.wide{font-size:7pt}
table.wide :is(th,td){padding-right:0}
table.wide thead th+th{writing-mode:vertical-rl;white-space:nowrap;font-weight:400}
footer a::after{content:": " attr(href)}
}
`;

export interface HtmlLook {
  /** Rules of the faces inside. */
  readonly faces: string;
  /** Px that the drawing is at most shown in. */
  readonly width: number;
  /** Rules of the drawing on a dark screen. */
  readonly dark: string;
  /** Whether paper shows the drawing on one page. */
  readonly onePage: boolean;
}

/** The whole style sheet. */
export const htmlStyle = ({ faces, width, dark, onePage }: HtmlLook): string =>
  `${faces}${SHEET}.drawing svg{max-width:${width}px}
@media screen and (prefers-color-scheme:dark){:root{${tones(DARK)}}${dark}}${PAPER}${onePage ? "@media print{.drawing svg{max-height:22cm}}\n" : ""}`;

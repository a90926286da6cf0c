/** A figure for LaTeX: the PDF, a figure environment to input, and entries for the bibliography. */
import { citeBibtex, citeKey, latexAddress, latexText } from "./cite.ts";
import { citedAddress, type ExportInfo } from "./info.ts";
import { zipped } from "./zip.ts";

export interface LatexFigure {
  readonly info: ExportInfo;
  /** Name of the files, without an ending: letters, digits, `-` and `_`. */
  readonly stem: string;
  readonly pdf: Uint8Array;
  /** Of the page in the PDF, cm. */
  readonly width: number;
  readonly caption: string;
  /** For the list of figures. */
  readonly short: string;
  readonly alt: string;
  /** Publishers, release and licence; the address is added. */
  readonly source: string;
}

/**
 * The environment. `alt` reaches the PDF where the document is tagged (`\DocumentMetadata`, LaTeX 2023 and later) and
 * is ignored elsewhere; a comma or a brace within it is safe between the braces.
 */
export const latexEnvironment = ({ info, stem, width, caption, short, alt, source }: LatexFigure): string => {
  const address = citedAddress(info);
  const where = address === null ? "" : ` \\url{${latexAddress(address)}}`;
  const cm = Number(width.toFixed(2));
  return `% \\usepackage{graphicx} \\usepackage{hyperref} \\usepackage[backend=biber]{biblatex}
% \\addbibresource{${stem}.bib}
% ${info.words.export.latexFonts}
\\begin{figure}[htbp]
  \\centering
  \\includegraphics[
    width=\\ifdim\\linewidth<${cm}cm \\linewidth\\else ${cm}cm\\fi,
    alt={${latexText(alt)}}
  ]{${stem}.pdf}
  \\caption[${latexText(short)}]{${latexText(caption)}}
  \\label{fig:${stem}}
  {\\footnotesize ${latexText(source)}${where} \\ifdefined\\parencite\\expandafter\\parencite\\else\\expandafter\\cite\\fi{${citeKey(info)}}\\par}
\\end{figure}
`;
};

/** ZIP of `<stem>.pdf`, `<stem>.tex` and `<stem>.bib`. The same input gives the same bytes. */
export const toLatex = (figure: LatexFigure): Uint8Array<ArrayBuffer> =>
  zipped([
    { name: `${figure.stem}.tex`, content: latexEnvironment(figure) },
    { name: `${figure.stem}.bib`, content: citeBibtex(figure.info) },
    { name: `${figure.stem}.pdf`, content: figure.pdf },
  ]);

/** Words of the dialog that gives a figure to other pages, to reports and to slides. */

export const embed = "Embed";
export const embedOf = (name: string): string => `Embed: ${name}`;
export const title = (name: string): string => `Put into a page, a report or slides: ${name}`;
export const close = "Close";
export const kind = "What it goes into";
export const kinds = { page: "Web page", frame: "Plain frame", report: "Report", slides: "Slides" } as const;
export type SnippetKind = keyof typeof kinds;
export const hints: Readonly<Record<SnippetKind, string>> = {
  page: 'A linked picture that becomes the live figure. Where scripts or our tag are taken out, the picture and its words stay. Figures given the same word, as in link="korea", follow each other.',
  frame: "One frame, without a script. It follows the height of its figure where the page listens for it.",
  report:
    "The picture with a caption and the address at which it stays as it is. For Word, LaTeX and PDF see Download.",
  slides: "Title, description, source and address as text, for the notes of a slide. For the picture see Download.",
};
export const state = "Which state";
export const states = { live: "With updates", frozen: "As it is now" } as const;
export type SnippetState = keyof typeof states;
export const stateHints: Readonly<Record<SnippetState, string>> = {
  live: "Shows the record as it will be when the page is read.",
  frozen: "Stays as it is, and says quietly where there is a newer one.",
};
export const notKept =
  "This state of the record has not been kept on this site yet, so only the figure with updates can be given. (npm run release keeps it.)";
export const notHere = "Only the record of this site can be embedded: the one on the page was opened from elsewhere.";
export const ground = "Ground";
export const grounds = { false: "Light", true: "Dark", auto: "As the reader's system" } as const;
export const code = "What to paste";
export const copy = "Copy";
export const copied = "Copied";
export const copyFailed = "Could not copy";
export const look = "See it by itself";
export const inside =
  "The filter has no picture of its own on the site, so the picture stands in the snippet itself, which makes it long.";
export const failed = "The snippet could not be made";
export const figuresHint = "Every figure as it stands under the filter: download it, embed it or cite it.";
export const notNarrowed =
  "A frame follows the page’s filter only. What is narrowed in this panel alone, by side, body or name, is not in it: choose partner or official in the page’s filter, or take the figure from Download, which shows what you see.";

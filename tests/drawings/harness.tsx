import { appendFileSync } from "node:fs";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect } from "vitest";
import { svgText } from "./svg-text.ts";

/**
 * Draws a figure in one state and compares it with the reviewed file `tests/drawings/out/<figure>/<state>.svg`.
 * A new drawing is written when run by hand and must be committed; where CI is set a missing one fails. After a change
 * that is meant: `npx vitest run --project unit tests/drawings -u`, then look at the gallery (`npm run gallery`).
 * Both names are kebab-case; a state drawn on the dark ground has "dark" among its words, so that the gallery puts it on one.
 *
 * @example it("none", () => draw("timeline", "none", <Timeline layout={layoutTimeline(empty, size)} theme={LIGHT} />));
 */
export const draw = async (figure: string, state: string, element: ReactElement): Promise<void> => {
  for (const name of [figure, state])
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) throw new Error(`"${name}" is no name for a drawing: use kebab-case`);
  const svg = svgText(renderToStaticMarkup(element), `${figure}-${state}`);
  // npm test asks for the list, to find reviewed files that nothing draws any more.
  if (process.env.DRAWN_LIST) appendFileSync(process.env.DRAWN_LIST, `${figure}/${state}.svg\n`);
  await expect(svg).toMatchFileSnapshot(`out/${figure}/${state}.svg`);
};

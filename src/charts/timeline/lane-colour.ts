import type { Theme } from "#charts/kit/theme.ts";
import type { Lanes } from "#model/questions.ts";

/** Colour of a lane's name and density: the partner's, or none in particular for other lanes and for the rest. */
export const laneColour = (id: string, lanes: Lanes, theme: Theme): string =>
  lanes === "partner" && !id.startsWith("~") ? theme.partner(id) : theme.quiet;

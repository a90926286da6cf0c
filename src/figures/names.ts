/** The figures that go into reports, by the names their addresses, files and commands have. */
export const FIGURES = [
  "timeline",
  "map",
  "officials",
  "partners",
  "topics",
  "agreements",
  "commitments",
  "statistics",
  "event",
] as const;

export type FigureName = (typeof FIGURES)[number];

export const isFigure = (name: string): name is FigureName => (FIGURES as readonly string[]).includes(name);

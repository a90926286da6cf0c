import { describe, it } from "vitest";
import { DARK, LIGHT } from "#charts/kit/theme.ts";
import { PartnerBars } from "#charts/partners/PartnerBars.tsx";
import { describePartners } from "#charts/partners/partners.describe.ts";
import { layoutPartners, type PartnersOptions } from "#charts/partners/partners.layout.ts";
import { tintTheme } from "#embed/tint.ts";
import type { PartnerAnswer } from "#model/questions.ts";
import { en } from "#model/words/en/index.ts";
import { partnerRows } from "../fixtures/matrix.ts";
import { draw } from "./harness.tsx";

const drawn = (state: string, answer: readonly PartnerAnswer[], more: Partial<PartnersOptions> = {}) => {
  const options: PartnersOptions = { width: 560, theme: LIGHT, words: en, lit: new Set<string>(), ...more };
  return draw(
    "partners",
    state,
    <PartnerBars
      geometry={layoutPartners(answer, options)}
      theme={options.theme}
      label={describePartners(answer, en).alt.short}
    />,
  );
};

const many = Array.from(
  { length: 40 },
  (_, at): PartnerAnswer => ({
    id: `P${at}`,
    label: `Partner ${at} of the Coast`,
    count: Math.round(2000 / (at + 1)),
    kind: at % 3 ? "state" : "igo",
    selected: false,
    events: [],
  }),
);

describe("partners", () => {
  it("record", () => drawn("record", partnerRows));
  it("dark", () => drawn("record-dark", partnerRows, { theme: DARK }));
  it("phone", () => drawn("phone", partnerRows, { width: 320 }));
  it("none", () => drawn("none", []));
  it("one", () => drawn("one", partnerRows.slice(0, 1)));
  it("many", () => drawn("many", many));
  it("long names", () =>
    drawn(
      "long-names",
      partnerRows.map((row) => ({ ...row, label: `${row.label} and the wider region around it, with its islands` })),
    ));
  it("in a host's colours", () => {
    const { theme } = tintTheme({ ground: "#fdf6e3", ink: "#073642", accent: "#8a3a00" }, false);
    const geometry = layoutPartners(partnerRows, { width: 560, theme, words: en, lit: new Set(["e2"]) });
    return draw(
      "partners",
      "tinted",
      <svg xmlns="http://www.w3.org/2000/svg" width={600} height={geometry.height + 40} role="img" aria-label="tinted">
        <rect width={600} height={geometry.height + 40} fill={theme.panel} />
        <g transform="translate(20 20)">
          <PartnerBars geometry={geometry} theme={theme} label={describePartners(partnerRows, en).alt.short} />
        </g>
      </svg>,
    );
  });
  it("selected", () =>
    drawn(
      "selected",
      partnerRows.map((row) => ({ ...row, selected: row.id === "RU", count: row.id === "KH" ? 0 : row.count })),
      { lit: new Set(["e2"]) },
    ));
});

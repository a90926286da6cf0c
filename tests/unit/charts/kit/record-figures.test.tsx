import type { JSX } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { Agreements } from "#charts/agreements/Agreements.tsx";
import { layoutAgreements } from "#charts/agreements/agreements.layout.ts";
import { Commitments } from "#charts/commitments/Commitments.tsx";
import { layoutCommitments } from "#charts/commitments/commitments.layout.ts";
import { EventTable } from "#charts/event/EventTable.tsx";
import { layoutEvent } from "#charts/event/event.layout.ts";
import { WOOD } from "#charts/event/wood.ts";
import { contrast } from "#charts/kit/contrast.ts";
import { type Pointing, pressable } from "#charts/kit/pressable.ts";
import { DARK, LIGHT } from "#charts/kit/theme.ts";
import { Officials } from "#charts/officials/Officials.tsx";
import { layoutOfficials } from "#charts/officials/officials.layout.ts";
import { Statistics } from "#charts/statistics/Statistics.tsx";
import { layoutStatistics } from "#charts/statistics/statistics.layout.ts";
import { en as words } from "#model/words/en/index.ts";
import { agreementRow, commitmentRow, eventDetail, officialRow, statisticRow } from "../../../fixtures/answers.ts";

const options = { width: 700, words };
const hostile = "<img src=x onerror=alert(1)>";
const figures: Record<string, (pointing?: Pointing) => JSX.Element> = {
  event: (pointing = {}) => (
    <EventTable
      layout={layoutEvent(eventDetail({ agreements: [agreementRow({ title: hostile })] }), options)}
      theme={LIGHT}
      label="A table"
      pointing={pointing}
    />
  ),
  statistics: (pointing = {}) => (
    <Statistics
      layout={layoutStatistics({ total: 1, rows: [statisticRow({ drug: hostile })] }, options)}
      theme={LIGHT}
      label="Figures"
      pointing={pointing}
    />
  ),
  officials: (pointing = {}) => (
    <Officials
      layout={layoutOfficials(
        { total: 1, people: 1, seats: 0, rows: [officialRow({ name: hostile })], span: { start: 17900, end: 18000 } },
        options,
      )}
      theme={LIGHT}
      label="Officials"
      pointing={pointing}
    />
  ),
  agreements: (pointing = {}) => (
    <Agreements
      layout={layoutAgreements({ total: 1, rows: [agreementRow({ title: hostile })] }, options)}
      theme={LIGHT}
      label="Agreements"
      pointing={pointing}
    />
  ),
  commitments: (pointing = {}) => (
    <Commitments
      layout={layoutCommitments(
        {
          total: 1,
          groups: [{ id: "g", actor: "A", addressee: "B", mutual: false, rows: [commitmentRow({ summary: hostile })] }],
        },
        options,
      )}
      theme={LIGHT}
      label="Commitments"
      pointing={pointing}
    />
  ),
};
const IDS: Record<string, string> = {
  event: 'data-agreement="a-1"',
  statistics: 'data-statistic="st-1"',
  officials: 'data-official="elin-vaga"',
  agreements: 'data-agreement="a-1"',
  commitments: 'data-commitment="c-1"',
};

describe.each(Object.keys(figures))("the figure %s", (name) => {
  const markup = (pointing?: Pointing): string => renderToStaticMarkup(figures[name]?.(pointing));

  it("is plain in a file: no class, style, variable or foreign markup, and nothing to press", () => {
    expect(markup()).not.toMatch(/class=|style=|var\(|currentColor|foreignObject|tabindex|role="button"|<img/i);
    expect(markup()).toContain(`data-figure="${name}"`);
    expect(markup()).toContain(IDS[name]);
    expect(markup()).toContain('role="img"');
  });

  it("has marks to press and light up on a page", () => {
    const lit = new Set([(IDS[name] ?? "").split('"')[1] ?? ""]);
    const page = markup({ lit, onPress: () => undefined });
    expect(page).toMatch(/role="button"[^>]*tabindex="0"|tabindex="0"[^>]*role="button"/);
    expect(page).toContain('data-lit="true"');
    expect(page).toContain('role="group"');
  });
});

describe("pressable", () => {
  it("answers Enter and Space, and no other key", () => {
    const onPress = vi.fn();
    const { onKeyDown } = pressable("event", "e-1", "Talks", { onPress });
    const press = (key: string) => onKeyDown?.({ key, preventDefault: () => undefined } as never);
    for (const key of ["Enter", " ", "a"]) press(key);
    expect(onPress.mock.calls).toEqual([
      ["event", "e-1"],
      ["event", "e-1"],
    ]);
  });
  it("says what is pointed at, and that nothing is", () => {
    const onPoint = vi.fn();
    const attributes = pressable("event", "e-1", "Talks", { onPoint });
    attributes.onPointerEnter?.({} as never);
    attributes.onBlur?.({} as never);
    expect(onPoint.mock.calls).toEqual([
      ["event", "e-1"],
      ["event", null],
    ]);
  });
});

describe("what is written on the table", () => {
  it.each([LIGHT, DARK])("can be read", ({ name }) =>
    expect(contrast(WOOD[name].ink, WOOD[name].fill)).toBeGreaterThanOrEqual(4.5));
});

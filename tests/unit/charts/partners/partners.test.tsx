// @vitest-environment jsdom
import { cleanup, fireEvent, render } from "@testing-library/react";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { LIGHT } from "#charts/kit/theme.ts";
import { PartnerBars } from "#charts/partners/PartnerBars.tsx";
import { describePartners } from "#charts/partners/partners.describe.ts";
import { layoutPartners, PARTNER_TEXT } from "#charts/partners/partners.layout.ts";
import { textWidth } from "#lib/text-width.ts";
import { en } from "#model/words/en/index.ts";
import { partnerRows } from "../../../fixtures/matrix.ts";

const options = { width: 560, theme: LIGHT, words: en, lit: new Set<string>() };

afterEach(cleanup);

describe("layoutPartners", () => {
  it("makes lengths follow numbers, from zero", () => {
    const { bars } = layoutPartners(partnerRows, options);
    const by = Object.fromEntries(bars.map((bar) => [bar.id, bar.length]));
    expect((by.KR ?? 0) / (by.RU ?? 1)).toBeCloseTo(2);
    expect((by.INTERPOL ?? 0) / (by.LA ?? 1)).toBeCloseTo(3);
    const [none] = layoutPartners([{ ...partnerRows[0], count: 0 } as (typeof partnerRows)[number]], options).bars;
    expect(none).toMatchObject({ length: 0, count: "0" });
  });

  it("keeps labels, bars and numbers apart and inside", () => {
    const row = fc.record({
      id: fc.string({ minLength: 1 }),
      label: fc.string({ minLength: 1, maxLength: 60 }),
      count: fc.nat(3_000_000),
      kind: fc.constantFrom("state" as const, "igo" as const),
      selected: fc.boolean(),
      events: fc.constant([]),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), fc.integer({ min: 280, max: 1200 }), (rows, width) => {
        for (const bar of layoutPartners(rows, { ...options, width }).bars) {
          const { label, kind, count } = PARTNER_TEXT;
          const words = textWidth(bar.label, label, "sans-bold") + textWidth(bar.kind, kind, "sans");
          expect(words).toBeLessThan(bar.x);
          expect(bar.countX).toBeGreaterThan(bar.x + bar.length);
          expect(bar.countX + textWidth(bar.count, count, "sans-bold")).toBeLessThanOrEqual(width);
        }
      }),
    );
  });
});

describe("PartnerBars", () => {
  it("toggles a partner by click and by key", () => {
    const onPress = vi.fn();
    const isHeld = (_: string, id: string): boolean => id === "RU";
    render(
      <PartnerBars
        geometry={layoutPartners(partnerRows, options)}
        theme={LIGHT}
        label="bars"
        pointing={{ onPress, isHeld }}
      />,
    );
    const bar = document.querySelector('[data-partner="INTERPOL"]');
    if (!bar) throw new Error("no bar");
    expect(bar.getAttribute("aria-label")).toBe("INTERPOL, international organisation: 3 meetings");
    fireEvent.click(bar);
    fireEvent.keyDown(bar, { key: "Enter" });
    expect(onPress.mock.calls).toEqual([
      ["partner", "INTERPOL"],
      ["partner", "INTERPOL"],
    ]);
    const held = [...document.querySelectorAll('[aria-pressed="true"]')];
    expect(held.map((one) => one.getAttribute("data-partner"))).toEqual(["RU"]);
  });
});

describe("describePartners", () => {
  it("names the foremost first and keeps all in the table", () => {
    const text = describePartners(partnerRows, en, "2019");
    expect(text.title).toBe("Partners: 2019");
    expect(text.alt.medium).toContain("Most: Republic of Korea 4, INTERPOL 3, Russia 2");
    expect(text.table.rows).toHaveLength(7);
    expect(describePartners([], en).alt.short).toContain("no meeting with a partner");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DARK, LIGHT } from "#charts/kit/theme.ts";
import { columnHeads, HEAD } from "#charts/topics/heads.ts";
import { contrast } from "#charts/topics/tint.ts";
import { layoutTopics, type TopicsOptions } from "#charts/topics/topics.layout.ts";
import { textWidth } from "#lib/text-width.ts";
import { en } from "#model/words/en/index.ts";
import { bigMatrix, emptyMatrix, matrix } from "../../../fixtures/matrix.ts";

const options: TopicsOptions = {
  width: 660,
  theme: LIGHT,
  words: en,
  lit: new Set(),
  selectedPartners: [],
  selectedTopics: [],
  pointed: null,
};

describe("layoutTopics", () => {
  it("has a cell for every partner and topic, with its number", () => {
    const { cells, rows, columns } = layoutTopics(matrix, options);
    expect(rows.map((row) => row.id)).toEqual(matrix.partners.map((one) => one.id));
    expect(columns.map((column) => column.id)).toEqual(matrix.topics.map((one) => one.id));
    expect(cells.flat().map((cell) => cell.count)).toEqual([...matrix.cells]);
    expect(cells[0]?.[0]).toMatchObject({ text: "3", said: "Republic of Korea, drug crime: 3 meetings" });
    expect(cells[1]?.[0]).toMatchObject({ text: null, r: 0, said: "Russia, drug crime: no meeting" });
  });

  it("turns where topics do not fit as columns, and keeps every cell", () => {
    const turned = layoutTopics(matrix, { ...options, width: 320 });
    expect(turned.turned).toBe(true);
    expect(turned.width).toBeLessThanOrEqual(320);
    expect(layoutTopics(matrix, { ...options, width: 256 }).width).toBeLessThanOrEqual(256);
    expect(turned.rows.map((row) => row.id)).toEqual(matrix.topics.map((one) => one.id));
    expect(turned.cells[1]?.[0]).toMatchObject({ partner: "KR", topic: "terrorism", count: 1 });
  });

  it("reports the room a large matrix needs", () => {
    const large = layoutTopics(bigMatrix(60, 30), { ...options, width: 600 });
    expect(large.width).toBeGreaterThan(600);
    expect(large.columnWidth).toBeGreaterThanOrEqual(24);
    expect(large.cells.flat()).toHaveLength(1800);
  });

  it("keeps circles and numbers inside their cells, and numbers readable on them", () => {
    for (const theme of [LIGHT, DARK]) {
      const { cells, columnWidth, rowHeight } = layoutTopics(bigMatrix(20, 12), { ...options, theme });
      for (const cell of cells.flat()) {
        expect(cell.r * 2).toBeLessThanOrEqual(Math.min(columnWidth, rowHeight));
        if (cell.text === null) continue;
        expect(textWidth(cell.text, 10.5, "sans")).toBeLessThan(cell.r * 2);
        expect(contrast(cell.ink, cell.fill)).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it("makes a circle's area follow its number", () => {
    const cells = layoutTopics(matrix, { ...options, width: 1100 }).cells.flat();
    const radius = (count: number) => cells.find((cell) => cell.count === count)?.r ?? 0;
    expect(radius(3) ** 2 / radius(1) ** 2).toBeCloseTo(3);
  });

  it("marks what is pointed at, selected and lit", () => {
    const marked = layoutTopics(matrix, {
      ...options,
      pointed: { partner: "RU", topic: "training" },
      selectedPartners: ["KR"],
      lit: new Set(["e0"]),
    });
    expect(marked.bands).toHaveLength(2);
    expect(marked.rows.find((row) => row.id === "KR")?.selected).toBe(true);
    expect(marked.cells[0]?.[0]).toMatchObject({ lit: true, faded: false });
    expect(marked.cells[1]?.[1]).toMatchObject({ lit: false, faded: true });
  });

  it("keeps row labels in at most two lines beside their cells", () => {
    for (const width of [256, 400, 660, 1100]) {
      const { rows, left } = layoutTopics(bigMatrix(12, 20), { ...options, width });
      for (const row of rows) {
        expect(row.lines.length).toBeLessThanOrEqual(2);
        for (const line of row.lines) expect(row.x + textWidth(line, 11, "sans")).toBeLessThanOrEqual(left);
      }
    }
  });

  it("says so where there is nothing", () => {
    expect(layoutTopics(emptyMatrix, options)).toMatchObject({
      rows: [],
      columns: [],
      cells: [],
      note: en.topics.none,
    });
  });
});

describe("columnHeads", () => {
  const labels = fc.array(fc.string({ minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 40 });

  it("never lets two heads overlap or run out of the figure", () => {
    fc.assert(
      fc.property(labels, fc.integer({ min: 60, max: 1400 }), (list, room) => {
        const heads = columnHeads(list, room);
        const angle = (HEAD.slant * Math.PI) / 180;
        heads.lines.forEach((lines, at) => {
          const widest = Math.max(0, ...lines.map((line) => textWidth(line, HEAD.size, "sans")));
          if (heads.mode === "upright") {
            expect(widest).toBeLessThanOrEqual(heads.column);
            expect(lines.length * HEAD.line).toBeLessThanOrEqual(heads.height);
            return;
          }
          expect(heads.column * Math.sin(angle)).toBeGreaterThan(HEAD.size);
          expect(widest * Math.sin(angle)).toBeLessThanOrEqual(heads.height);
          const right = (at + 0.5) * heads.column + widest * Math.cos(angle);
          expect(right).toBeLessThanOrEqual(list.length * heads.column + heads.overhang);
        });
      }),
    );
  });

  it("stands upright where words fit whole", () => {
    expect(columnHeads(["drug crime", "training"], 200).mode).toBe("upright");
    expect(columnHeads(["internationalisation", "training"], 120).mode).toBe("slanted");
  });
});

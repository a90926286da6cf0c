// @vitest-environment jsdom
import { cleanup, fireEvent, render } from "@testing-library/react";
import fc from "fast-check";
import { useRef } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { stepAmong, useRoving } from "#charts/kit/roving.ts";

const grid = (columns: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    x: (at % columns) * 110,
    y: Math.floor(at / columns) * 60,
    width: 100,
    height: 50,
  }));

describe("stepAmong", () => {
  it("goes one by one in reading order, and by line up and down", () => {
    const boxes = grid(3, 8);
    expect(stepAmong(boxes, 2, "ArrowRight")).toBe(3);
    expect(stepAmong(boxes, 3, "ArrowLeft")).toBe(2);
    expect(stepAmong(boxes, 1, "ArrowDown")).toBe(4);
    expect(stepAmong(boxes, 7, "ArrowUp")).toBe(4);
    expect(stepAmong(boxes, 5, "ArrowDown")).toBe(7);
    expect([stepAmong(boxes, 5, "Home"), stepAmong(boxes, 5, "End")]).toEqual([0, 7]);
  });
  it("leads nowhere at the ends and for other keys", () => {
    const boxes = grid(2, 4);
    expect(stepAmong(boxes, 3, "ArrowRight")).toBeNull();
    expect(stepAmong(boxes, 3, "ArrowDown")).toBeNull();
    expect(stepAmong(boxes, 0, "ArrowUp")).toBeNull();
    expect(stepAmong(boxes, 0, "Tab")).toBeNull();
    expect(stepAmong([], 0, "End")).toBeNull();
  });
  it("reaches every box with each of the two ways, whatever stands where", () => {
    const box = fc.record({
      x: fc.integer({ min: 0, max: 900 }),
      y: fc.integer({ min: 0, max: 900 }),
      width: fc.integer({ min: 1, max: 300 }),
      height: fc.integer({ min: 1, max: 300 }),
    });
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 20 }), (boxes) => {
        const seen = [0];
        for (let at: number | null = 0; at !== null; ) {
          at = stepAmong(boxes, at, "ArrowRight");
          if (at !== null) seen.push(at);
        }
        expect(seen).toEqual(boxes.map((_, at) => at));
        // Down always comes to an end.
        let steps = 0;
        for (let at: number | null = 0; at !== null && steps <= boxes.length; steps++)
          at = stepAmong(boxes, at, "ArrowDown");
        expect(steps).toBeLessThanOrEqual(boxes.length);
      }),
    );
  });
});

const Marks = ({ ids }: { ids: readonly string[] }) => {
  const box = useRef<HTMLDivElement>(null);
  return (
    <div ref={box} {...useRoving(box)}>
      <svg aria-hidden="true">
        {ids.map((id) => (
          // biome-ignore lint/a11y/useSemanticElements: as a figure has it
          <g role="button" tabIndex={0} key={id}>
            {id}
          </g>
        ))}
      </svg>
    </div>
  );
};

afterEach(cleanup);

describe("useRoving", () => {
  const stops = () => [...document.querySelectorAll('[tabindex="0"]')].map((one) => one.textContent);
  const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

  it("has one stop of the tab key, which goes with the focus", () => {
    render(<Marks ids={["a", "b", "c"]} />);
    expect(stops()).toEqual(["a"]);
    (document.querySelector('[tabindex="0"]') as HTMLElement).focus();
    press("ArrowRight");
    expect([document.activeElement?.textContent, stops()]).toEqual(["b", ["b"]]);
    press("End");
    expect(stops()).toEqual(["c"]);
  });
  it("begins anew where the mark is gone", () => {
    const { rerender } = render(<Marks ids={["a", "b", "c"]} />);
    (document.querySelectorAll("g")[1] as SVGElement).focus();
    expect(stops()).toEqual(["b"]);
    rerender(<Marks ids={["a", "c"]} />);
    expect(stops()).toEqual(["a"]);
    rerender(<Marks ids={[]} />);
    expect(stops()).toEqual([]);
  });
});

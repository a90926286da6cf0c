// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createLit } from "#charts/kit/lit.ts";
import { LIGHT } from "#charts/kit/theme.ts";
import { loadShapes } from "#charts/map/load-shapes.ts";
import { MapFigure } from "#charts/map/MapFigure.tsx";
import type { PlacesAnswer } from "#model/questions.ts";
import { en } from "#model/words/en/index.ts";
import { place, places, record } from "../../../fixtures/places.ts";

const lit = createLit();

const setup = async (answer: PlacesAnswer) => {
  const on = { onLit: vi.fn(), onPlace: vi.fn() };
  const figure = (shown: PlacesAnswer) => (
    <MapFigure
      answer={shown}
      words={en}
      theme={LIGHT}
      width={800}
      height={440}
      lit={lit}
      reducedMotion={true}
      {...on}
    />
  );
  const { container, rerender } = render(figure(answer));
  const show = (shown: PlacesAnswer) => rerender(figure(shown));
  const early = container.querySelectorAll("[data-mark]").length;
  const earlyLand = container.querySelectorAll("svg[data-figure=map] > g:first-of-type > path").length;
  await act(async () => {
    await Promise.all([loadShapes("far"), loadShapes()]);
  });
  const mark = (id: string): Element => {
    const found = [...container.querySelectorAll("[data-mark]")].find((one) => one.getAttribute("data-mark") === id);
    if (!found) throw new Error(`no mark ${id}`);
    return found;
  };
  const transform = () => container.querySelector("svg[data-figure=map] > g")?.getAttribute("transform") ?? null;
  const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
  const here = () => document.activeElement?.getAttribute("data-mark");
  return { ...on, show, container, early, earlyLand, mark, transform, press, here };
};

afterEach(cleanup);

describe("MapFigure", () => {
  it("draws the land with the marks where it has come already", async () => {
    await loadShapes("far");
    const { earlyLand } = await setup(record);
    expect(earlyLand).toBe(4);
  });

  it("draws marks before the land is there and filters by a place", async () => {
    const { early, container, mark, onPlace, onLit } = await setup({ ...record, unplaced: 2 });
    expect(early).toBe(record.places.length);
    expect(container.querySelectorAll("svg[data-figure=map] > g:first-of-type > path").length).toBe(4);
    fireEvent.click(mark("lyon"));
    expect(onPlace).toHaveBeenCalledWith("lyon");
    fireEvent.pointerEnter(mark("sochi"));
    expect(onLit).toHaveBeenLastCalledWith(["s1", "s2", "s3", "s4", "s5"]);
    expect(container.querySelector(".map-tip")?.textContent).toContain("5 meetings");
    fireEvent.pointerLeave(mark("sochi"));
    expect(onLit).toHaveBeenLastCalledWith(null);
    expect(container.textContent).toContain("2 meetings name no place.");
  });

  it("is walked by arrow keys and acted on by Enter", async () => {
    const { mark, press, here, onPlace } = await setup(record);
    (mark("sochi") as SVGElement).focus();
    press("ArrowRight");
    expect(here()).toBe("seoul");
    press("ArrowDown");
    expect(here()).toBe("hanoi");
    press("Enter");
    expect(onPlace).toHaveBeenCalledWith("hanoi");
    expect(document.querySelectorAll('[data-mark][tabindex="0"]')).toHaveLength(1);
  });

  it("zooms by key and button, and back", async () => {
    const { mark, press, transform } = await setup(record);
    expect(transform()).toBeNull();
    (mark("sochi") as SVGElement).focus();
    press("+");
    expect(transform()).toContain("scale(1.6)");
    press("0");
    expect(transform()).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: en.map.zoomIn }));
    expect(transform()).toContain("scale(1.6)");
    fireEvent.click(screen.getByRole("button", { name: en.map.reset }));
    expect(transform()).toBeNull();
  });

  it("keeps its zoom when a place is chosen, and fits anew when the places change", async () => {
    const { show, mark, transform } = await setup(record);
    fireEvent.click(screen.getByRole("button", { name: en.map.zoomIn }));
    show(places(record.places.map((one) => ({ ...one, selected: one.id === "sochi" }))));
    expect(transform()).toContain("scale(1.6)");
    expect(mark("sochi").getAttribute("aria-pressed")).toBe("true");
    show(places([place("lyon"), place("madrid")]));
    expect(transform()).toBeNull();
  });

  it("opens several places drawn as one", async () => {
    const crowd = Array.from({ length: 12 }, (_, at) =>
      place("seoul", { id: `s${at}`, name: "Harbour", lon: 127 + at * 0.02, lat: 37.5 }),
    );
    const { mark, container, onPlace, transform } = await setup(places([...crowd, place("lyon")]));
    const cluster = mark("~s0");
    expect(cluster.getAttribute("aria-label")).toContain("12 places");
    fireEvent.pointerEnter(cluster);
    expect(container.querySelector(".map-tip")?.textContent).toContain("and 6 more");
    fireEvent.click(cluster);
    expect(onPlace).not.toHaveBeenCalled();
    expect(transform()).not.toBeNull();
    expect(container.querySelectorAll('[data-mark^="s"]').length).toBeGreaterThan(6);
  });
});

// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createLit } from "#charts/kit/lit.ts";
import { LIGHT } from "#charts/kit/theme.ts";
import { TimelineFigure, type TimelineFigureProps } from "#charts/timeline/TimelineFigure.tsx";
import type { DayWindow } from "#model/questions.ts";
import { en } from "#model/words/en/index.ts";
import { answerOf, nameOf, RELEASES } from "../../../fixtures/timeline-answers.ts";

const answer = answerOf(RELEASES, { window: ["2018-03-01", "2020-12-31"] });
const lit = createLit();

const heard = {
  onWindow: vi.fn<(window: DayWindow | null, passing?: boolean) => void>(),
  onOpen: vi.fn<(id: string | null) => void>(),
  onLane: vi.fn<(id: string) => void>(),
  onLit: vi.fn<(ids: readonly string[] | null) => void>(),
};

const figure = (more: Partial<TimelineFigureProps> = {}) => (
  <TimelineFigure
    answer={answer}
    window={answer.window}
    lanes="partner"
    words={en}
    theme={LIGHT}
    width={1000}
    lit={lit}
    openId={null}
    reducedMotion
    partnerName={nameOf}
    {...heard}
    {...more}
  />
);
const shown = (more: Partial<TimelineFigureProps> = {}) => render(figure(more));

const mark = (name: RegExp) => screen.getByRole("button", { name });

beforeEach(() => {
  for (const each of Object.values(heard)) each.mockReset();
});
afterEach(cleanup);

describe("TimelineFigure", () => {
  it("names every event in words and gives one of them, one lane and two sliders to the tab key", () => {
    const { container } = shown();
    expect(mark(/Under-Secretary-General Voronkov\. Meeting\. On a day within 15–18 October 2019/)).toBeDefined();
    expect(container.querySelectorAll("[data-event][tabindex='0']").length).toBe(1);
    expect(container.querySelectorAll("[data-lane-name][tabindex='0']").length).toBe(1);
    expect(screen.getAllByRole("slider").length).toBe(2);
    expect(
      new Set([...container.querySelectorAll("[data-event]")].map((each) => each.getAttribute("data-event"))).size,
    ).toBe(RELEASES.length);
  });

  it("steps through time with the arrow keys and lights up what has the focus", async () => {
    shown();
    const talks = mark(/Talks with Prosecutor General/);
    act(() => talks.focus());
    expect(heard.onLit).toHaveBeenLastCalledWith([talks.getAttribute("data-event")]);
    fireEvent.keyDown(talks, { key: "ArrowRight" });
    await waitFor(() => expect(document.activeElement?.getAttribute("aria-label")).toMatch(/8 July 2019/));
    fireEvent.keyDown(document.activeElement as Element, { key: "ArrowDown" });
    await waitFor(() => expect(document.activeElement?.getAttribute("data-lane")).toBe("INTERPOL"));
  });

  it("opens with Enter or a click, and closes with Escape", () => {
    shown({ openId: "e-4" });
    const talks = mark(/Talks with Prosecutor General/);
    act(() => talks.focus());
    fireEvent.keyDown(talks, { key: "Enter" });
    expect(heard.onOpen).toHaveBeenLastCalledWith("e-4");
    fireEvent.click(mark(/Deputy Secretary Kokov/));
    expect(heard.onOpen).toHaveBeenLastCalledWith("e-10");
    fireEvent.keyDown(talks, { key: "Escape" });
    expect(heard.onOpen).toHaveBeenLastCalledWith(null);
  });

  it("zooms about the focused mark with plus, and fits with 0", () => {
    shown();
    const talks = mark(/Talks with Prosecutor General/);
    act(() => talks.focus());
    fireEvent.keyDown(talks, { key: "+" });
    const [zoomed] = heard.onWindow.mock.lastCall ?? [];
    expect(zoomed && zoomed.end - zoomed.start).toBeLessThan(answer.window.end - answer.window.start);
    expect(zoomed?.start).toBeLessThan(17_925);
    expect(zoomed?.end).toBeGreaterThan(17_925);
    fireEvent.keyDown(talks, { key: "0" });
    expect(heard.onWindow).toHaveBeenLastCalledWith(null);
  });

  it("filters by a lane's name, found with the arrow keys", () => {
    const { container } = shown();
    const first = container.querySelector<SVGElement>("[data-lane-name][tabindex='0']");
    act(() => first?.focus());
    fireEvent.keyDown(first as Element, { key: "ArrowDown" });
    expect(document.activeElement?.getAttribute("data-lane-name")).toBe("INTERPOL");
    fireEvent.keyDown(document.activeElement as Element, { key: "Enter" });
    expect(heard.onLane).toHaveBeenCalledWith("INTERPOL");
  });

  it("says the ends of the window in words and moves them by keys", async () => {
    shown();
    const [start] = screen.getAllByRole("slider");
    expect(start?.getAttribute("aria-valuetext")).toBe("1 March 2018");
    fireEvent.keyDown(start as Element, { key: "ArrowRight" });
    await waitFor(() => expect(heard.onWindow).toHaveBeenCalled());
    expect(heard.onWindow.mock.lastCall?.[0]).toEqual({ start: answer.window.start + 26, end: answer.window.end });
  });

  it("shows a tooltip on focus, within the figure, and takes it away on blur", () => {
    const { container } = shown();
    const talks = mark(/Talks with Prosecutor General/);
    fireEvent.focus(talks);
    const tip = container.querySelector("[data-part=tooltip]");
    expect(tip?.textContent).toContain("29 January 2019");
    expect(tip?.getAttribute("aria-hidden")).toBe("true");
    fireEvent.blur(talks);
    expect(container.querySelector("[data-part=tooltip]")).toBeNull();
  });

  it("zooms at the pointer with the wheel and leaves the page its scroll at the limit", async () => {
    const { container } = shown();
    const plot = container.querySelector<HTMLElement>("[role=group]");
    const wheel = (deltaY: number, timeStamp = 5000): WheelEvent => {
      const event = new WheelEvent("wheel", { deltaY, clientX: 600, bubbles: true, cancelable: true });
      Object.defineProperty(event, "timeStamp", { value: timeStamp });
      plot?.dispatchEvent(event);
      return event;
    };
    expect(wheel(-100).defaultPrevented).toBe(true);
    await waitFor(() => expect(heard.onWindow).toHaveBeenCalled());
    for (let turn = 0; turn < 40; turn++) {
      wheel(240);
      await new Promise(requestAnimationFrame);
    }
    expect(wheel(240).defaultPrevented).toBe(false);
  });

  it("draws the strip of what matches, also where only that changes", () => {
    const bars = (from: Element): readonly number[] =>
      [...from.querySelectorAll("[data-part=overview] path[fill-opacity]")].map(
        (path) => (path.getAttribute("d") ?? "").split("M").length - 1,
      );
    const { full, window } = answer;
    const fewer = { ...answerOf(RELEASES.slice(0, 4), { window: ["2018-03-01", "2020-12-31"] }), full, window };
    const { container, rerender } = shown();
    const all = bars(container);
    rerender(figure({ answer: fewer }));
    const few = bars(container);
    expect(few).not.toEqual(all);
    rerender(figure());
    expect(bars(container)).toEqual(all);
  });

  it("follows the page to another window", () => {
    const { rerender } = shown();
    const next = { start: 18_100, end: 18_400 };
    rerender(figure({ answer: { ...answer, window: next }, window: next }));
    expect(screen.getAllByRole("slider")[0]?.getAttribute("aria-valuenow")).toBe("18100");
    expect(heard.onWindow).not.toHaveBeenCalled();
  });
});

describe("TimelineFigure under a hand", () => {
  const near: DayWindow = { start: 17_900, end: 17_949 };
  const turn = (container: Element, deltaY: number, ms: number): void => {
    const event = new WheelEvent("wheel", { deltaY, clientX: 600, bubbles: true, cancelable: true });
    Object.defineProperty(event, "timeStamp", { value: 5000 + performance.now() });
    container.querySelector("[role=group]")?.dispatchEvent(event);
    act(() => void vi.advanceTimersByTime(ms));
  };
  const passed = (): readonly (boolean | undefined)[] => heard.onWindow.mock.calls.map(([, passing]) => passing);

  beforeEach(() => {
    const toFake = [
      "setTimeout",
      "clearTimeout",
      "performance",
      "requestAnimationFrame",
      "cancelAnimationFrame",
    ] as const;
    vi.useFakeTimers({ toFake: [...toFake] });
  });
  afterEach(() => void vi.useRealTimers());

  it("says where a slow hand is when it has left the drawing behind, and once more where it rests", () => {
    const { container } = shown({ window: near, answer: { ...answer, window: near } });
    for (let turns = 0; turns < 6; turns++) turn(container, 60, 60);
    expect(passed()).toEqual([true]);
    act(() => void vi.advanceTimersByTime(200));
    expect(passed()).toEqual([true, false]);
  });

  it("looks for nothing a fast hand will be past when it comes, and says only where it rests", () => {
    const { container } = shown({ window: near, answer: { ...answer, window: near } });
    for (let turns = 0; turns < 24; turns++) turn(container, 60, 16);
    expect(passed()).toEqual([]);
    act(() => void vi.advanceTimersByTime(200));
    expect(passed()).toEqual([false]);
  });

  it("says where it rests although it was there when it passed, and when it is taken away", () => {
    const { container, unmount } = shown({ window: near, answer: { ...answer, window: near } });
    for (let turns = 0; turns < 5; turns++) turn(container, 60, 60);
    turn(container, 60, 0);
    expect(passed()).toEqual([true]);
    act(() => void vi.advanceTimersByTime(200));
    expect(passed()).toEqual([true, false]);
    const [[said], [rested]] = [heard.onWindow.mock.calls[0] ?? [], heard.onWindow.mock.calls[1] ?? []];
    expect(rested).toEqual(said);
    turn(container, -60, 16);
    unmount();
    expect(passed()).toEqual([true, false, false]);
  });

  it("puts marks far beside the plot away, and back when they come into it", () => {
    const { container } = shown();
    const moved = (): readonly (string | null)[] =>
      [...container.querySelectorAll("g[data-event]")].map((mark) => mark.getAttribute("transform"));
    const away = (): number => moved().filter((text) => text === "translate(-100000 0)").length;
    for (let turns = 0; turns < 20; turns++) turn(container, -60, 16);
    const far = away();
    expect(far).toBeGreaterThan(0);
    expect(far).toBeLessThan(moved().length);
    for (let turns = 0; turns < 20; turns++) turn(container, 60, 16);
    expect(away()).toBe(0);
  });
});

// @vitest-environment jsdom
import { cleanup, fireEvent, render } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createLit } from "#charts/kit/lit.ts";
import { LIGHT } from "#charts/kit/theme.ts";
import { TopicsFigure } from "#charts/topics/TopicsFigure.tsx";
import { en } from "#model/words/en/index.ts";
import { matrix } from "../../../fixtures/matrix.ts";

const lit = createLit();

const setup = () => {
  const on = { onLit: vi.fn(), onCell: vi.fn(), onPartner: vi.fn(), onTopic: vi.fn() };
  render(<TopicsFigure answer={matrix} words={en} theme={LIGHT} width={660} lit={lit} {...on} />);
  const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
  const here = () => document.activeElement?.getAttribute("aria-label");
  return { ...on, press, here };
};

afterEach(cleanup);

describe("TopicsFigure", () => {
  it("is one stop of the tab key, walked by arrows", () => {
    const { press, here, onCell, onPartner, onTopic } = setup();
    const stops = document.querySelectorAll<SVGElement>('[tabindex="0"]');
    expect(stops).toHaveLength(1);
    stops[0]?.focus();
    expect(here()).toBe("Republic of Korea, drug crime: 3 meetings");
    press("ArrowRight");
    expect(here()).toBe("Republic of Korea, terrorism: 1 meeting");
    press("Enter");
    expect(onCell).toHaveBeenCalledWith("KR", "terrorism");
    press("ArrowUp");
    press("Enter");
    expect(onTopic).toHaveBeenCalledWith("terrorism");
    press("ArrowDown");
    press("Home");
    expect(here()).toBe("Republic of Korea: 4 meetings");
    press(" ");
    expect(onPartner).toHaveBeenCalledWith("KR");
  });

  it("lights the events of a cell, a row or a column, and filters by nothing on an empty cell", () => {
    const { onLit, onCell } = setup();
    const empty = document.querySelector('[data-cell="RU drug-crime"]');
    const full = document.querySelector('[data-cell="RU terrorism"]');
    if (!empty || !full) throw new Error("cells are missing");
    fireEvent.pointerEnter(full);
    expect(onLit).toHaveBeenLastCalledWith(["e11"]);
    fireEvent.pointerLeave(full);
    expect(onLit).toHaveBeenLastCalledWith(null);
    fireEvent.click(empty);
    expect(onCell).not.toHaveBeenCalled();
    const row = document.querySelector('[data-partner="RU"]');
    if (row) fireEvent.pointerEnter(row);
    expect(onLit).toHaveBeenLastCalledWith(["e11", "e12", "e13", "e14"]);
  });

  it("shows the foremost part of a matrix larger than it is told to show whole, and says so", () => {
    const props = { words: en, theme: LIGHT, width: 660, lit, onLit: vi.fn(), onCell: vi.fn() };
    const many = {
      ...{ partners: [...matrix.partners], events: matrix.partners.flatMap(() => Array(60).fill([])) },
      topics: Array.from({ length: 60 }, (_, at) => ({ id: `t${at}`, label: `Topic ${at}`, count: 60 - at })),
      cells: Uint32Array.from(matrix.partners.flatMap(() => Array(60).fill(1))),
    };
    const topics = () => document.querySelectorAll("[data-topic]").length;
    const shown = render(
      <TopicsFigure
        answer={many}
        {...props}
        whole={60 * matrix.partners.length}
        onPartner={vi.fn()}
        onTopic={vi.fn()}
      />,
    );
    expect(topics()).toBe(60);
    expect(shown.queryByRole("button")).toBeNull();
    shown.rerender(<TopicsFigure answer={many} {...props} whole={100} onPartner={vi.fn()} onTopic={vi.fn()} />);
    const first = topics();
    expect(first).toBeLessThan(60);
    expect(shown.container.textContent).toContain(`${first} of 60 topics`);
    fireEvent.click(shown.getByRole("button"));
    expect(topics()).toBe(60);
  });
});

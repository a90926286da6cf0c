// @vitest-environment jsdom
import { act, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { FilterMenu } from "#ui/FilterMenu.tsx";
import { Menu } from "#ui/Menu.tsx";
import { Tooltip } from "#ui/Tooltip.tsx";
import { standInPlatform } from "./platform.ts";

standInPlatform({ width: 300, height: 360 });

const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
const focused = () => document.activeElement;

describe("Menu", () => {
  const setup = () => {
    const onPick = vi.fn();
    render(
      <Menu
        label="Download"
        items={() => [
          { id: "svg", label: "SVG", onPick: () => onPick("svg") },
          { id: "off", label: "Off", disabled: true, onPick: () => onPick("off") },
          { id: "png", label: "PNG", onPick: () => onPick("png") },
        ]}
      />,
    );
    const button = screen.getByRole("button", { name: "Download" });
    act(() => button.focus());
    fireEvent.click(button);
    return { button, onPick };
  };
  it("opens on its first item, moves past disabled ones and wraps", () => {
    const { button } = setup();
    expect(button.getAttribute("aria-expanded")).toBe("true");
    expect(focused()).toBe(screen.getByRole("menuitem", { name: "SVG" }));
    press("ArrowDown");
    expect(focused()?.textContent?.trim()).toBe("PNG");
    press("ArrowDown");
    expect(focused()?.textContent?.trim()).toBe("SVG");
    press("End");
    expect(focused()?.textContent?.trim()).toBe("PNG");
    press("s");
    expect(focused()?.textContent?.trim()).toBe("SVG");
  });
  it("has groups with a heading, walked through as one list", () => {
    const onPick = vi.fn();
    render(
      <Menu
        label="Take away"
        items={() => [
          { id: "first", label: "First", onPick },
          {
            id: "data",
            heading: "Data",
            detail: "as rows",
            items: [
              { id: "csv", label: "CSV", onPick: () => onPick("csv") },
              { id: "json", label: "JSON", onPick },
            ],
          },
        ]}
      />,
    );
    fireEvent.click(screen.getByRole("button", { name: "Take away" }));
    const group = screen.getByRole("group", { name: "Data", description: "as rows" });
    expect([...group.querySelectorAll('[role="menuitem"]')].map((item) => item.textContent?.trim())).toEqual([
      "CSV",
      "JSON",
    ]);
    press("ArrowDown");
    expect(focused()?.textContent?.trim()).toBe("CSV");
    press("ArrowUp");
    press("ArrowUp");
    expect(focused()?.textContent?.trim()).toBe("JSON");
    press("c");
    fireEvent.click(focused() as HTMLElement);
    expect(onPick.mock.calls).toEqual([["csv"]]);
  });
  it("closes by Esc and gives the focus back", () => {
    const { button } = setup();
    press("Escape");
    expect(screen.queryByRole("menu")).toBeNull();
    expect(focused()).toBe(button);
  });
  it("calls back the item picked and closes", () => {
    const { button, onPick } = setup();
    fireEvent.click(screen.getByRole("menuitem", { name: "PNG" }));
    expect(onPick.mock.calls).toEqual([["png"]]);
    expect(screen.queryByRole("menu")).toBeNull();
    expect(focused()).toBe(button);
  });
});

const Filter = ({ number, onToggle }: { readonly number: number; readonly onToggle: (id: string) => void }) => {
  const [chosen, setChosen] = useState<readonly string[]>(["o1"]);
  return (
    <FilterMenu
      label="Place"
      options={Array.from({ length: number }, (_, at) => ({
        id: `o${at}`,
        label: at === 2 ? "Đà Nẵng" : `Option ${at}`,
        count: at,
        selected: chosen.includes(`o${at}`),
        data: { "data-place": `o${at}` },
      }))}
      onToggle={(id) => {
        onToggle(id);
        setChosen(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
      }}
      onClear={() => setChosen([])}
      searchLabel="Find a place"
      clearLabel="Clear places"
      emptyLabel="No such place"
      selectedLabel={(count) => `${count} chosen`}
    />
  );
};

describe("FilterMenu", () => {
  const setup = (number: number) => {
    const onToggle = vi.fn();
    render(<Filter number={number} onToggle={onToggle} />);
    const button = screen.getByRole("button", { name: "Place 1 chosen" });
    fireEvent.click(button);
    return { button, onToggle };
  };
  it("starts in its search field, which finds without accents", () => {
    setup(12);
    const field = screen.getByRole("textbox", { name: "Find a place" });
    expect(focused()).toBe(field);
    fireEvent.change(field, { target: { value: "da nang" } });
    expect(screen.getAllByRole("checkbox")).toHaveLength(1);
    fireEvent.change(field, { target: { value: "zz" } });
    expect(screen.queryAllByRole("checkbox")).toHaveLength(0);
    expect(screen.getByText("No such place")).toBeTruthy();
  });
  it("moves by arrows, ticks, and goes back to the field for letters", () => {
    const { onToggle } = setup(12);
    press("ArrowDown");
    press("ArrowDown");
    expect(focused()).toBe(screen.getByRole("checkbox", { name: "Option 1 1" }));
    fireEvent.click(focused() as HTMLElement);
    expect(onToggle).toHaveBeenCalledWith("o1");
    press("End");
    expect(focused()).toBe(screen.getByRole("checkbox", { name: "Option 11 11" }));
    press("x");
    expect(focused()).toBe(screen.getByRole("textbox"));
  });
  it("has one checkbox in the tab order", () => {
    setup(12);
    expect(screen.getAllByRole<HTMLInputElement>("checkbox").filter((box) => box.tabIndex === 0)).toHaveLength(1);
  });
  it("clears, keeping the focus inside", () => {
    setup(12);
    fireEvent.click(screen.getByRole("button", { name: "Clear places" }));
    expect(screen.getAllByRole<HTMLInputElement>("checkbox").some((box) => box.checked)).toBe(false);
    expect(screen.queryByRole("button", { name: "Clear places" })).toBeNull();
    expect(focused()).toBe(screen.getByRole("textbox"));
  });
  it("closes by Esc, gives the focus back and forgets what was typed", () => {
    const { button } = setup(12);
    fireEvent.change(screen.getByRole("textbox"), { target: { value: "nang" } });
    press("Escape");
    expect(screen.queryByRole("checkbox")).toBeNull();
    expect(focused()).toBe(button);
    fireEvent.click(button);
    expect(screen.getAllByRole("checkbox")).toHaveLength(12);
  });
  it("keeps few of many in the page and says how many there are", async () => {
    setup(2000);
    const rows = await screen.findAllByRole("listitem");
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.length).toBeLessThan(60);
    expect(rows[0]?.getAttribute("aria-setsize")).toBe("2000");
    expect(rows[0]?.dataset.place).toBe("o0");
  });
  it("has no search field for a handful", () => {
    setup(5);
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(focused()).toBe(screen.getByRole("checkbox", { name: "Option 0 0" }));
  });
});

describe("Tooltip", () => {
  const setup = () => {
    vi.useFakeTimers();
    render(
      <Tooltip text="Explains">
        {(trigger) => (
          <button type="button" {...trigger}>
            Theme
          </button>
        )}
      </Tooltip>,
    );
    return screen.getByRole("button");
  };
  const wait = (ms: number) => act(() => vi.advanceTimersByTime(ms));
  it("opens on hover after a rest, stays while the pointer is on it, and closes by Esc", () => {
    const button = setup();
    fireEvent.pointerEnter(button);
    expect(screen.queryByText("Explains")).toBeNull();
    wait(400);
    const tip = screen.getByText("Explains");
    expect(button.getAttribute("aria-describedby")).toBe(tip.id);
    fireEvent.pointerLeave(button);
    fireEvent.pointerEnter(tip);
    wait(1000);
    expect(screen.getByText("Explains")).toBeTruthy();
    fireEvent.keyDown(document.body, { key: "Escape" });
    expect(screen.queryByText("Explains")).toBeNull();
    vi.useRealTimers();
  });
  it("opens on keyboard focus and closes when it leaves", () => {
    const button = setup();
    // Nothing was pressed here, so nothing tells jsdom that the focus came by keyboard.
    vi.spyOn(button, "matches").mockReturnValue(true);
    act(() => button.focus());
    wait(1);
    expect(screen.getByText("Explains")).toBeTruthy();
    act(() => button.blur());
    expect(screen.queryByText("Explains")).toBeNull();
    vi.useRealTimers();
  });
});

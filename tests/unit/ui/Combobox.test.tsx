// @vitest-environment jsdom
import { act, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { Combobox } from "#ui/Combobox.tsx";
import { standInPlatform } from "./platform.ts";

standInPlatform();

const GROUPS = [
  {
    id: "people",
    label: "People",
    items: [
      { id: "a", label: "Moon Moo-il", detail: "Prosecutor General", data: { "data-official": "a" } },
      { id: "b", label: "Tô Lâm" },
    ],
  },
  { id: "places", label: "Places", items: [{ id: "c", label: "Sochi", count: 6 }] },
];

const Search = (props: { readonly onPick: (id: string) => void; readonly onSubmit: (text: string) => void }) => {
  const [value, setValue] = useState("");
  const found = GROUPS.map((group) => ({ ...group, items: group.items.filter((item) => item.label.includes(value)) }));
  return (
    <Combobox
      label="Search"
      value={value}
      onValue={setValue}
      groups={found}
      onPick={(item, group) => props.onPick(`${group.id}/${item.id}`)}
      onSubmit={props.onSubmit}
      clearLabel="Clear search"
      emptyLabel="Nothing found"
      shortcut="/"
    />
  );
};

describe("Combobox", () => {
  const setup = () => {
    const onPick = vi.fn();
    const onSubmit = vi.fn();
    render(
      <>
        <Search onPick={onPick} onSubmit={onSubmit} />
        <button type="button">Elsewhere</button>
      </>,
    );
    const input = screen.getByRole<HTMLInputElement>("combobox", { name: "Search" });
    act(() => input.focus());
    const press = (key: string) => fireEvent.keyDown(input, { key });
    const lit = () => document.getElementById(input.getAttribute("aria-activedescendant") ?? "")?.textContent;
    return { input, onPick, onSubmit, press, lit };
  };
  it("lists options in named groups", () => {
    const { input, press } = setup();
    expect(input.getAttribute("aria-expanded")).toBe("false");
    press("ArrowDown");
    expect(input.getAttribute("aria-expanded")).toBe("true");
    expect(screen.getByRole("listbox").id).toBe(input.getAttribute("aria-controls"));
    expect(screen.getByRole("group", { name: "Places" }).textContent).toContain("Sochi");
    expect(screen.getAllByRole("option")).toHaveLength(3);
    expect(screen.getByRole("option", { name: /Moon/ }).dataset.official).toBe("a");
  });
  it("moves across groups, wraps, and picks by Enter", () => {
    const { onPick, press, lit, input } = setup();
    press("ArrowDown");
    expect(lit()).toContain("Moon Moo-il");
    press("ArrowUp");
    expect(lit()).toContain("Sochi");
    press("Home");
    expect(lit()).toContain("Moon Moo-il");
    press("End");
    expect(screen.getByRole("option", { selected: true }).textContent).toContain("Sochi");
    press("Enter");
    expect(onPick).toHaveBeenCalledWith("places/c");
    expect(input.getAttribute("aria-expanded")).toBe("false");
  });
  it("keeps the light on the same option when others come and go", () => {
    const draw = (groups: typeof GROUPS) => (
      <Combobox
        label="Search"
        value="o"
        onValue={() => undefined}
        groups={groups}
        onPick={() => undefined}
        clearLabel="Clear search"
        emptyLabel="Nothing found"
      />
    );
    const { rerender } = render(draw(GROUPS));
    const field = screen.getByRole("combobox");
    fireEvent.keyDown(field, { key: "ArrowUp" });
    rerender(draw(GROUPS.slice(1)));
    expect(screen.getByRole("option", { selected: true }).textContent).toContain("Sochi");
    rerender(draw(GROUPS.slice(0, 1)));
    expect(field.hasAttribute("aria-activedescendant")).toBe(false);
  });
  it("picks by pressing, and keeps the focus in the field", () => {
    const { input, onPick, press } = setup();
    press("ArrowDown");
    const option = screen.getByRole("option", { name: /Lâm/ });
    expect(fireEvent.mouseDown(option)).toBe(false);
    fireEvent.click(option);
    expect(onPick).toHaveBeenCalledWith("people/b");
    expect(document.activeElement).toBe(input);
  });
  it("hands over the text itself when no option is lit", () => {
    const { input, onPick, onSubmit, press } = setup();
    fireEvent.change(input, { target: { value: "o" } });
    press("Enter");
    expect(onSubmit).toHaveBeenCalledWith("o");
    expect(onPick).not.toHaveBeenCalled();
  });
  it("says when nothing is found; Esc empties, then closes", () => {
    const { input, press } = setup();
    fireEvent.change(input, { target: { value: "zz" } });
    expect(screen.getByText("Nothing found")).toBeTruthy();
    press("Escape");
    expect(input.value).toBe("");
    expect(input.getAttribute("aria-expanded")).toBe("true");
    press("Escape");
    expect(input.getAttribute("aria-expanded")).toBe("false");
  });
  it("closes when the focus goes elsewhere", () => {
    const { input, press } = setup();
    press("ArrowDown");
    act(() => screen.getByText("Elsewhere").focus());
    expect(input.getAttribute("aria-expanded")).toBe("false");
  });
  it("is reached by its shortcut, but not while something is typed", () => {
    const { input } = setup();
    act(() => screen.getByText("Elsewhere").focus());
    fireEvent.keyDown(document.activeElement as Element, { key: "/", ctrlKey: true });
    expect(document.activeElement).not.toBe(input);
    fireEvent.keyDown(document.activeElement as Element, { key: "/" });
    expect(document.activeElement).toBe(input);
    expect(fireEvent.keyDown(input, { key: "/" })).toBe(true);
  });
});

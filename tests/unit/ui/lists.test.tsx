// @vitest-environment jsdom
import { act, fireEvent, render, screen, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { DataTable } from "#ui/DataTable.tsx";
import { VirtualGrid } from "#ui/VirtualGrid.tsx";
import { setMedia, standInPlatform } from "./platform.ts";

standInPlatform({ width: 600, height: 400, row: 100 });

const COLUMNS = [
  { id: "date", label: "Date", sortable: true },
  { id: "name", label: "Meeting", rowHeader: true },
  { id: "kg", label: "Kilograms", align: "end" as const, sortable: true },
];
const rows = (number: number) =>
  Array.from({ length: number }, (_, at) => ({ id: `e${at}`, cells: ["2019", `Meeting ${at}`, at] }));

describe("DataTable", () => {
  it("is a table with a name, column and row headers, and rows that carry their id", () => {
    render(
      <DataTable caption="Meetings" columns={COLUMNS} rows={rows(3)} rowProps={(row) => ({ "data-event": row.id })} />,
    );
    const table = screen.getByRole("table", { name: "Meetings" });
    expect(screen.getByRole("region", { name: "Meetings" }).tabIndex).toBe(0);
    expect(within(table).getAllByRole("columnheader")).toHaveLength(3);
    expect(within(table).getByRole("rowheader", { name: "Meeting 1" }).closest("tr")?.dataset.event).toBe("e1");
    expect(table.hasAttribute("aria-rowcount")).toBe(false);
  });
  it("says how it is sorted and asks for another order", () => {
    const onSort = vi.fn();
    render(
      <DataTable
        caption="Meetings"
        columns={COLUMNS}
        rows={rows(2)}
        sort={{ id: "kg", descending: true }}
        onSort={onSort}
      />,
    );
    expect(screen.getByRole("columnheader", { name: "Kilograms" }).getAttribute("aria-sort")).toBe("descending");
    fireEvent.click(screen.getByRole("button", { name: "Date" }));
    expect(onSort).toHaveBeenCalledWith("date");
  });
  it("keeps few of many rows in the page, with their true numbers, and all of them on paper", () => {
    render(<DataTable caption="Meetings" columns={COLUMNS} rows={rows(1000)} />);
    const headers = () => screen.getAllByRole("rowheader");
    expect(headers().length).toBeGreaterThan(5);
    expect(headers().length).toBeLessThan(80);
    expect(screen.getByRole("table").getAttribute("aria-rowcount")).toBe("1001");
    expect(headers()[0]?.closest("tr")?.getAttribute("aria-rowindex")).toBe("2");
    act(() => setMedia("print"));
    expect(headers()).toHaveLength(1000);
  });
});

describe("VirtualGrid", () => {
  const draw = (props: {
    readonly total?: number;
    readonly printAll?: boolean;
    readonly onRange?: (first: number, last: number) => void;
  }) =>
    render(
      <VirtualGrid
        label="Officials"
        total={10_000}
        columns={3}
        rowHeight={100}
        renderItem={(index) => <p>Person {index}</p>}
        {...props}
      />,
    );
  it("is a list that says the position of each card, and asks for what is in sight", () => {
    const onRange = vi.fn();
    draw({ onRange });
    const list = screen.getByRole("list", { name: "Officials" });
    const cards = within(list).getAllByRole("listitem");
    expect(list.style.gridTemplateColumns).toBe("repeat(3, minmax(0, 1fr))");
    expect(cards.length).toBeLessThan(60);
    expect(cards.length % 3).toBe(0);
    expect(cards[4]?.getAttribute("aria-posinset")).toBe("5");
    expect(cards[4]?.getAttribute("aria-setsize")).toBe("10000");
    expect(onRange).toHaveBeenLastCalledWith(0, cards.length - 1);
  });
  it("keeps room for all cards and comes to the last of a million", async () => {
    draw({ total: 3_000_000 });
    const list = screen.getByRole("list", { name: "Officials" });
    const height = () =>
      Number.parseFloat(list.style.paddingTop) +
      Number.parseFloat(list.style.paddingBottom) +
      (within(list).getAllByRole("listitem").length / 3) * 112 -
      12;
    expect(height()).toBe(1_000_000 * 112 - 12);
    const scroller = screen.getByRole("group", { name: "Officials" });
    scroller.scrollTop = 1_000_000 * 112;
    fireEvent.scroll(scroller);
    await screen.findByText("Person 2999999");
    expect(within(list).getAllByRole("listitem").length).toBeLessThan(60);
    expect(height()).toBe(1_000_000 * 112 - 12);
  });
  it.each([
    [false, 60],
    [true, 300],
  ])("on paper, all asked for is %s: %i cards", (printAll, number) => {
    draw({ total: 300, printAll });
    act(() => {
      window.dispatchEvent(new Event("beforeprint"));
    });
    expect(document.querySelectorAll("li")).toHaveLength(number);
    act(() => {
      window.dispatchEvent(new Event("afterprint"));
    });
    expect(document.querySelectorAll("li").length).toBeLessThan(60);
  });
});

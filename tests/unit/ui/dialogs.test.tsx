// @vitest-environment jsdom
import { act, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { Dialog } from "#ui/Dialog.tsx";
import { Sheet } from "#ui/Sheet.tsx";
import { setMedia, standInPlatform } from "./platform.ts";

standInPlatform();

const NARROW = "(max-width: 720px)";

const Page = ({ kind }: { readonly kind: "dialog" | "sheet" }) => {
  const [open, setOpen] = useState(false);
  const Kind = kind === "dialog" ? Dialog : Sheet;
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      <Kind open={open} onClose={() => setOpen(false)} title="Talks in Hanoi" closeLabel="Close" takeFocus>
        <p>Body</p>
      </Kind>
    </>
  );
};

const opened = (kind: "dialog" | "sheet") => {
  render(<Page kind={kind} />);
  const button = screen.getByRole("button", { name: "Open" });
  act(() => button.focus());
  fireEvent.click(button);
  return button;
};

describe.each(["dialog", "sheet"] as const)("modal %s", (kind) => {
  it("is named by its heading; Esc closes it and the focus goes back", () => {
    setMedia(NARROW);
    const button = opened(kind);
    const dialog = screen.getByRole("dialog", { name: "Talks in Hanoi" });
    expect(dialog.contains(document.activeElement)).toBe(true);
    fireEvent.keyDown(document.activeElement as Element, { key: "Escape" });
    expect(screen.queryByText("Body")).toBeNull();
    expect(document.activeElement).toBe(button);
  });
  it("closes by its button", () => {
    setMedia(NARROW);
    const button = opened(kind);
    fireEvent.click(screen.getByRole("button", { name: "Close" }));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(document.activeElement).toBe(button);
  });
});

describe("Dialog", () => {
  it("closes by a press that begins and ends on the backdrop only", () => {
    opened("dialog");
    const dialog = screen.getByRole("dialog");
    const at = { clientX: 5000, clientY: 5000 };
    fireEvent.pointerDown(screen.getByText("Body"));
    fireEvent.click(dialog, at);
    expect(screen.getByText("Body")).toBeTruthy();
    fireEvent.pointerDown(dialog, at);
    fireEvent.click(dialog, at);
    expect(screen.queryByText("Body")).toBeNull();
  });
});

describe("Sheet", () => {
  it("wide, is a region in the page that Esc closes from inside", () => {
    const button = opened("sheet");
    expect(screen.queryByRole("dialog")).toBeNull();
    const region = screen.getByRole("complementary", { name: "Talks in Hanoi" });
    expect(region.contains(document.activeElement)).toBe(true);
    fireEvent.keyDown(document.activeElement as Element, { key: "Escape" });
    expect(screen.queryByRole("complementary")).toBeNull();
    expect(document.activeElement).toBe(button);
  });
  it.each([
    [200, 2000, false],
    [40, 2000, true],
    [40, 50, false],
  ])("narrow, dragged down by %i px in %i ms: still open is %s", (far, time, open) => {
    setMedia(NARROW);
    opened("sheet");
    const head = screen.getByRole("heading").parentElement as HTMLElement;
    Object.assign(head, { setPointerCapture: () => undefined });
    const drag = (type: string, clientY: number, timeStamp: number) => {
      const event = new PointerEvent(type, { clientY, bubbles: true });
      Object.defineProperty(event, "timeStamp", { value: timeStamp });
      fireEvent(head, event);
    };
    drag("pointerdown", 100, 1000);
    drag("pointermove", 100 + far, 1500);
    expect(screen.getByRole("dialog").style.getPropertyValue("translate")).toBe(`0 ${far}px`);
    drag("pointerup", 100 + far, 1000 + time);
    expect(screen.queryByText("Body") !== null).toBe(open);
  });
});

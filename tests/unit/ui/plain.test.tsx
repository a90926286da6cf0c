// @vitest-environment jsdom
import { fireEvent, render, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { announce } from "#ui/announce.ts";
import { Badge } from "#ui/Badge.tsx";
import { Button, IconButton } from "#ui/Button.tsx";
import { Chip, RemovableChip } from "#ui/Chip.tsx";
import { ChipRow } from "#ui/ChipRow.tsx";
import { CopyButton } from "#ui/CopyButton.tsx";
import { Disclosure } from "#ui/Disclosure.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { fold } from "#ui/fold.ts";
import { Notice } from "#ui/Notice.tsx";
import { Progress } from "#ui/Progress.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Select } from "#ui/Select.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { TextField } from "#ui/TextField.tsx";
import { Unbroken } from "#ui/Unbroken.tsx";
import { VisuallyHidden } from "#ui/VisuallyHidden.tsx";
import { standInPlatform } from "./platform.ts";

standInPlatform();

const LANES = [
  { id: "partner", label: "Partner" },
  { id: "topic", label: "Topic" },
] as const;

describe("Unbroken", () => {
  const whole = (text: string): readonly (string | null)[] => {
    const { container } = render(<Unbroken>{text}</Unbroken>);
    expect(container.textContent).toBe(text);
    return Array.from(container.querySelectorAll(".ui-unbroken"), (part) => part.textContent);
  };
  it("keeps names with a hyphen whole, and changes no text", () => {
    expect(whole("Talks with Moon Moo-il and Lee Nak-yeon")).toEqual(["Moo-il", "Nak-yeon"]);
    expect(whole("Bộ-trưởng, 문-무일; Saint-Cyr-au")).toEqual(["Bộ-trưởng", "문-무일", "Saint-Cyr-au"]);
  });
  it("leaves alone what is long, or no name", () => {
    expect(whole("a - b, 2018-19, one-two-three-four, counterrevolutionary-measures -x y-")).toEqual([]);
    expect(whole("")).toEqual([]);
  });
});

describe("buttons and chips", () => {
  it("never submit a form, and hand on what they are given", () => {
    render(
      <Button data-action="reset" variant="solid">
        Clear
      </Button>,
    );
    const button = screen.getByRole("button", { name: "Clear" });
    expect(button.getAttribute("type")).toBe("button");
    expect(button.dataset.action).toBe("reset");
  });
  it("an icon button is named by its label", () => {
    render(<IconButton icon="close" label="Close" />);
    expect(screen.getByRole("button", { name: "Close" }).querySelector("svg")?.getAttribute("aria-hidden")).toBe(
      "true",
    );
  });
  it("a chip says whether it is pressed, and its number", () => {
    render(
      <ChipRow label="Partner">
        <Chip label="Russia" count={2} pressed data-partner="RU" dot="#D55E00" />
      </ChipRow>,
    );
    const chip = screen.getByRole("button", { name: "Russia 2", pressed: true });
    expect(chip.dataset.partner).toBe("RU");
    expect(screen.getByRole("group", { name: "Partner" }).contains(chip)).toBe(true);
  });
  it("a removable chip is named by what pressing it does", () => {
    const onClick = vi.fn();
    render(<RemovableChip label="Sochi" removeLabel="Remove Sochi" onClick={onClick} />);
    fireEvent.click(screen.getByRole("button", { name: "Remove Sochi" }));
    expect(onClick).toHaveBeenCalledOnce();
  });
});

describe("fields", () => {
  it("the segments are radio buttons under one name", () => {
    const onValue = vi.fn();
    render(<Segmented label="Lanes" options={LANES} value="partner" onValue={onValue} />);
    expect(screen.getByRole("group", { name: "Lanes" })).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>("radio", { name: "Partner" }).checked).toBe(true);
    fireEvent.click(screen.getByRole("radio", { name: "Topic" }));
    expect(onValue).toHaveBeenCalledWith("topic");
  });
  it("the choice list gives back an id", () => {
    const onValue = vi.fn();
    render(<Select label="Sort" options={LANES} value="partner" onValue={onValue} />);
    fireEvent.change(screen.getByRole("combobox", { name: "Sort" }), { target: { value: "topic" } });
    expect(onValue).toHaveBeenCalledWith("topic");
  });
  it("the text field empties by its button and by Esc, and keeps the focus", () => {
    const onValue = vi.fn();
    render(<TextField label="Name" value="Lam" onValue={onValue} clearLabel="Clear" hint="as printed" />);
    const input = screen.getByRole("textbox", { name: "Name" });
    expect(input.getAttribute("aria-describedby")).toBe(screen.getByText("as printed").id);
    fireEvent.click(screen.getByRole("button", { name: "Clear" }));
    expect(document.activeElement).toBe(input);
    fireEvent.keyDown(input, { key: "Escape" });
    expect(onValue.mock.calls).toEqual([[""], [""]]);
  });
});

describe("what is said", () => {
  it("an error is an alert; nothing takes the page's one status", () => {
    const { container } = render(
      <>
        <Notice tone="error" title="Not read" />
        <Notice tone="info" title="Another dataset" onDismiss={() => undefined} dismissLabel="Dismiss" />
        <Progress label="Loading" value={0.5} />
        <EmptyState text="Nothing" action={<Button>Clear all</Button>} />
        <Skeleton lines={2} />
        <Badge shape="split">disputed</Badge>
        <VisuallyHidden>kept</VisuallyHidden>
      </>,
    );
    expect(screen.getByRole("alert").textContent).toBe("Not read");
    expect(screen.getByRole("progressbar", { name: "Loading" }).getAttribute("value")).toBe("0.5");
    expect(container.querySelectorAll("[role=status], output")).toHaveLength(0);
    expect(screen.getByRole("button", { name: "Dismiss" })).toBeTruthy();
  });
  it("announces politely, and from inside the open dialog when there is one", () => {
    announce("Copied");
    const region = document.body.querySelector(":scope > [aria-live=polite]");
    expect(region?.textContent).toBe("Copied");
    announce("Copied");
    expect(region?.textContent).not.toBe("Copied");
    expect(region?.textContent?.trim()).toBe("Copied");
    const dialog = document.body.appendChild(document.createElement("dialog"));
    dialog.open = true;
    announce("Saved", { show: true });
    expect(dialog.querySelector("[aria-live=polite].ui-toast-shown")?.textContent).toBe("Saved");
  });
  it("a fold tells when it is opened", () => {
    const onOpen = vi.fn();
    const { container } = render(
      <Disclosure summary="How we count" onOpen={onOpen}>
        Meetings
      </Disclosure>,
    );
    const details = container.querySelector("details");
    if (!details) throw new Error("no details element");
    details.open = true;
    fireEvent(details, new Event("toggle"));
    expect(onOpen).toHaveBeenLastCalledWith(true);
  });
});

describe("copying", () => {
  const button = () => screen.getByRole("button");
  const draw = () =>
    render(<CopyButton text={() => "words"} label="Copy" copiedLabel="Copied" failedLabel="Could not copy" />);
  it("uses the clipboard and says so", async () => {
    const writeText = vi.fn(() => Promise.resolve());
    vi.stubGlobal("navigator", { clipboard: { writeText } });
    draw();
    fireEvent.click(button());
    await vi.waitFor(() => expect(button().textContent).toBe("Copied"));
    expect(writeText).toHaveBeenCalledWith("words");
    expect(document.querySelector(".ui-toast")?.textContent).toBe("Copied");
  });
  it.each([
    [true, "Copied"],
    [false, "Could not copy"],
  ])("falls back to a selection where the clipboard refuses (%s)", async (works, said) => {
    vi.stubGlobal("navigator", { clipboard: { writeText: () => Promise.reject(new Error("refused")) } });
    let selected = "";
    Object.assign(document, {
      execCommand: () => {
        const box = document.querySelector("textarea");
        selected = box?.value ?? "";
        return works;
      },
    });
    draw();
    fireEvent.click(button());
    await vi.waitFor(() => expect(button().textContent).toBe(said));
    expect(selected).toBe("words");
    expect(document.querySelector("textarea")).toBeNull();
    expect(document.activeElement).toBe(button());
  });
});

it("folds case and accents away", () => {
  expect(fold("Tô Lâm")).toBe("to lam");
  expect(fold("Đà Nẵng")).toBe("da nang");
});

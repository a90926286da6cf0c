// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createLit, useAnyLit } from "#charts/kit/lit.ts";

afterEach(cleanup);

describe("lit events", () => {
  it("tells listeners of a change, and of none where nothing was lit before", () => {
    const lit = createLit();
    const heard = vi.fn();
    const stop = lit.subscribe(heard);
    lit.set(null);
    lit.set([]);
    expect(heard).not.toHaveBeenCalled();
    lit.set(["a"]);
    expect([...lit.get()]).toEqual(["a"]);
    lit.set(null);
    expect(heard).toHaveBeenCalledTimes(2);
    stop();
    lit.set(["b"]);
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it("are those held, while nothing else is lit", () => {
    const lit = createLit();
    lit.hold(["open"]);
    lit.set(["a"]);
    expect([...lit.get()]).toEqual(["a"]);
    lit.set(null);
    expect([...lit.get()]).toEqual(["open"]);
    lit.hold(null);
    expect([...lit.get()]).toEqual([]);
  });

  it("draw again only the components they concern", () => {
    const lit = createLit();
    const drawn = { one: 0, other: 0 };
    const Part = ({ name, events }: { name: keyof typeof drawn; events: readonly string[] }) => {
      drawn[name] += 1;
      return <p>{useAnyLit(lit, events) ? `${name} lit` : name}</p>;
    };
    render(
      <>
        <Part name="one" events={["a", "b"]} />
        <Part name="other" events={["c"]} />
      </>,
    );
    act(() => lit.set(["b", "x"]));
    expect(screen.getByText("one lit")).toBeTruthy();
    expect(drawn).toEqual({ one: 2, other: 1 });
    act(() => lit.set(["a"]));
    expect(drawn).toEqual({ one: 2, other: 1 });
    act(() => lit.set(null));
    expect(screen.getByText("one")).toBeTruthy();
    expect(drawn).toEqual({ one: 3, other: 1 });
  });
});

// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import { type ReactNode, Suspense, useState } from "react";
import { afterEach, expect, it } from "vitest";
import { soon } from "#ui/soon.tsx";

afterEach(cleanup);

const Named = ({ name }: { name: string }): ReactNode => {
  const [first] = useState(name);
  return (
    <p>
      {name} after {first}
    </p>
  );
};

it("draws at once what is there by then", async () => {
  const Part = soon(Promise.resolve(Named));
  await Promise.resolve();
  render(
    <Suspense fallback="waiting">
      <Part name="one" />
    </Suspense>,
  );
  expect(screen.getByText("one after one")).toBeDefined();
  expect(screen.queryByText("waiting")).toBeNull();
});

it("draws what stands in for it until it is there, and keeps its state from then on", async () => {
  let come: (component: typeof Named) => void = () => undefined;
  const Part = soon(
    new Promise<typeof Named>((resolve) => {
      come = resolve;
    }),
  );
  const page = (name: string) => (
    <Suspense fallback="waiting">
      <Part name={name} />
    </Suspense>
  );
  const { rerender } = render(page("one"));
  expect(screen.getByText("waiting")).toBeDefined();
  await act(async () => come(Named));
  expect(await screen.findByText("one after one")).toBeDefined();
  rerender(page("two"));
  expect(screen.getByText("two after one")).toBeDefined();
});

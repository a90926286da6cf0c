// @vitest-environment jsdom
import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from "@tanstack/react-query";
import { act, cleanup, render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Filter, NO_FILTER } from "#model/filter.ts";
import type { EventStore } from "#model/questions.ts";
import { useAnswered, useForesight } from "#views/state/answered.ts";
import { type Dataset, DatasetProvider } from "#views/state/dataset.tsx";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const rest = (ms: number): Promise<unknown> => act(() => vi.advanceTimersByTimeAsync(ms));

const under = (...partner: string[]): Filter => ({ ...NO_FILTER, partner });
const named = (filter: Filter): string => filter.partner.join() || "all";

/** A store with one question, which answers when it is told to. */
const slowly = () => {
  const asked: { name: string; signal: AbortSignal; answer: () => void }[] = [];
  const ask = (filter: Filter, signal: AbortSignal): Promise<string> =>
    new Promise((answer) => asked.push({ name: named(filter), signal, answer: () => answer(named(filter)) }));
  return {
    ask,
    asked: () => asked.map(({ name, signal }) => `${name}${signal.aborted ? ", taken back" : ""}`),
    answer: (name: string): Promise<unknown> => {
      asked.find((one) => one.name === name)?.answer();
      return rest(5);
    },
  };
};

const View = ({ asked, ask }: { asked: Filter; ask: ReturnType<typeof slowly>["ask"] }): ReactNode => {
  const shown = useAnswered(asked);
  useForesight(asked, shown);
  const client = useQueryClient();
  const asking = (filter: Filter) => ({
    queryKey: ["record", "places", filter],
    queryFn: ({ signal }: { signal: AbortSignal }) => ask(filter, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { data } = useQuery({ ...asking(shown), meta: { ahead: (next) => client.fetchQuery(asking(next)) } });
  return <p>{data ?? "nothing yet"}</p>;
};

const shownIn = (whole: boolean) => {
  const store = slowly();
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(
    ["record", "partners", NO_FILTER],
    ["KR", "RU", "LA"].map((id) => ({ id })),
  );
  const dataset: Dataset = {
    key: "record",
    page: "record",
    whole,
    store: {} as EventStore,
    answered: true,
    meta: {} as Dataset["meta"],
    sources: [],
    faults: [],
    leftOut: 0,
    noted: 0,
    origin: { kind: "site" },
  };
  const page = (asked: Filter): ReactNode => (
    <QueryClientProvider client={client}>
      <DatasetProvider dataset={dataset}>
        <View asked={asked} ask={store.ask} />
      </DatasetProvider>
    </QueryClientProvider>
  );
  const { rerender } = render(page(NO_FILTER));
  return { ...store, turn: (asked: Filter) => rerender(page(asked)) };
};

describe("what is asked ahead", () => {
  it("is asked of the two foremost partners, one after the other, once the page has come to rest", async () => {
    const page = shownIn(true);
    await page.answer("all");
    expect(page.asked()).toEqual(["all"]);
    await rest(250);
    expect(page.asked()).toEqual(["all", "KR"]);
    await page.answer("KR");
    expect(page.asked()).toEqual(["all", "KR", "RU"]);
    await page.answer("RU");
    await rest(50);
    expect(page.asked()).toEqual(["all", "KR", "RU"]);
  });

  it("waits for the whole record", async () => {
    const page = shownIn(false);
    await page.answer("all");
    await rest(250);
    expect(page.asked()).toEqual(["all"]);
  });

  it("is kept by the choice it was asked for, and turns the page when it comes", async () => {
    const page = shownIn(true);
    await page.answer("all");
    await rest(250);
    page.turn(under("KR"));
    await rest(20);
    expect(page.asked()).toEqual(["all", "KR"]);
    expect(screen.getByText("all")).toBeTruthy();
    await page.answer("KR");
    expect(screen.getByText("KR")).toBeTruthy();
    expect(page.asked()).toEqual(["all", "KR"]);
  });

  it("is taken back by a choice of something else", async () => {
    const page = shownIn(true);
    await page.answer("all");
    await rest(250);
    page.turn(under("LA"));
    await rest(20);
    expect(page.asked()).toEqual(["all", "KR, taken back", "LA"]);
    await page.answer("LA");
    expect(screen.getByText("LA")).toBeTruthy();
  });
});

describe("the page", () => {
  it("turns without its answers when they take long", async () => {
    const page = shownIn(false);
    await page.answer("all");
    page.turn(under("LA"));
    await rest(60);
    expect(screen.getByText("all")).toBeTruthy();
    await rest(120);
    expect(screen.getByText("nothing yet")).toBeTruthy();
    await page.answer("LA");
    expect(screen.getByText("LA")).toBeTruthy();
  });
});

// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { NO_FILTER } from "#model/filter.ts";
import type { EventStore } from "#model/questions.ts";
import { Printout } from "#views/page/Printout.tsx";
import { type Dataset, DatasetProvider } from "#views/state/dataset.tsx";

vi.mock("#views/state/address.tsx", () => ({ useAddress: () => ({ filter: NO_FILTER }) }));
vi.mock("#views/state/look.tsx", () => ({ useLook: () => ({ words: {} }) }));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const rest = (ms: number): Promise<unknown> => act(() => vi.advanceTimersByTimeAsync(ms));

const printed = (whole: boolean) => {
  const rows = Array.from({ length: 20 }, (_, at) => ({ id: `e-${at}` }));
  const waiting: (() => void)[] = [];
  const events = vi.fn(async () => ({ total: rows.length, rows }));
  const event = vi.fn(() => new Promise((answer) => waiting.push(() => answer(null))));
  const dataset = { key: "record", whole, store: { events, event } as unknown as EventStore, drop: vi.fn() };
  const { unmount } = render(
    <QueryClientProvider client={new QueryClient()}>
      <DatasetProvider dataset={dataset as unknown as Dataset}>
        <Printout />
      </DatasetProvider>
    </QueryClientProvider>,
  );
  const answer = async (): Promise<void> => {
    for (const give of waiting.splice(0)) give();
    await rest(5);
  };
  return { events, event, answer, unmount };
};

it("asks nothing while rows are still to come", async () => {
  const { events } = printed(false);
  await rest(10_000);
  expect(events).not.toHaveBeenCalled();
});

it("asks when the page has rested, and for the next few only when these have come", async () => {
  const { events, event, answer } = printed(true);
  await rest(1_000);
  expect(events).not.toHaveBeenCalled();
  await rest(1_000);
  expect(event).toHaveBeenCalledTimes(8);
  await rest(10_000);
  expect(event).toHaveBeenCalledTimes(8);
  await answer();
  expect(event).toHaveBeenCalledTimes(16);
  await answer();
  await answer();
  expect(event).toHaveBeenCalledTimes(20);
});

it("asks no more once the page is gone", async () => {
  const { event, answer, unmount } = printed(true);
  await rest(2_000);
  unmount();
  await answer();
  expect(event).toHaveBeenCalledTimes(8);
});

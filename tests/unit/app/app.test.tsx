// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import type { ReactNode } from "react";
import { expect, it, vi } from "vitest";
import { App } from "#app/App.tsx";

const seen = vi.hoisted(() => ({ dashboards: 0, loaded: 0 }));
const through = vi.hoisted(
  () =>
    ({ children }: { children: ReactNode }) =>
      children,
);

vi.mock("#app/record.ts", () => {
  const dataset = { key: "a 1", page: "a", whole: false, answered: true };
  return { useRecord: () => ({ state: "open", dataset, progress: { loaded: seen.loaded, total: 100 } }) };
});
vi.mock("#views/state/address.tsx", () => ({ AddressProvider: through }));
vi.mock("#views/state/look.tsx", () => ({ LookProvider: through }));
vi.mock("#views/Dashboard.tsx", () => ({
  Dashboard: () => {
    seen.dashboards += 1;
    return null;
  },
}));

it("draws how far a record is read, and no more of the page", () => {
  const client = new QueryClient();
  const app = () => (
    <QueryClientProvider client={client}>
      <NuqsTestingAdapter>
        <App />
      </NuqsTestingAdapter>
    </QueryClientProvider>
  );
  const { rerender } = render(app());
  const first = seen.dashboards;
  expect(first).toBeGreaterThan(0);
  for (seen.loaded = 10; seen.loaded < 60; seen.loaded += 10) rerender(app());
  expect(document.querySelector("progress")?.value).toBe(0.5);
  expect(seen.dashboards).toBe(first);
});

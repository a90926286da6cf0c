// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, it } from "vitest";
import { useForgetParts } from "#app/parts.ts";

it("forgets answers over a part when the next has come, and none over the whole", () => {
  const client = new QueryClient();
  for (const key of ["record 1", "record 2", "record 3", "other"]) client.setQueryData([key, "summary"], key);
  const kept = (): unknown[] =>
    client
      .getQueryCache()
      .getAll()
      .map(({ queryKey }) => queryKey[0]);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const { rerender } = renderHook((dataset) => useForgetParts(dataset), {
    wrapper,
    initialProps: { key: "record 1", whole: false } as { key: string; whole: boolean } | null,
  });
  expect(kept()).toHaveLength(4);
  rerender({ key: "record 2", whole: false });
  expect(kept()).toEqual(["record 2", "record 3", "other"]);
  rerender({ key: "record 3", whole: true });
  expect(kept()).toEqual(["record 3", "other"]);
  rerender({ key: "other", whole: true });
  rerender(null);
  expect(kept()).toEqual(["record 3", "other"]);
});

// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen } from "@testing-library/react";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { NO_FILTER } from "#model/filter.ts";
import type { EventStore } from "#model/questions.ts";
import { en } from "#model/words/en/index.ts";
import { createLocalStore } from "#store/local/store.ts";
import { CiteDialog } from "#views/report/CiteDialog.tsx";
import type { Making, Shown } from "#views/report/make-data.ts";
import { record } from "../../../fixtures/record.ts";
import { standInPlatform } from "../../ui/platform.ts";

standInPlatform();
// What the dialog loads when it opens takes longer than a test waits, the first time.
beforeAll(() => import("#views/report/make-data.ts"), 60_000);

const shown: Shown = {
  figure: "agreements",
  filter: { ...NO_FILTER, partner: ["NO"] },
  view: { lanes: "partner", window: null, event: null },
};
const making = (more: Partial<Making> = {}): Making => ({
  store: createLocalStore(record()),
  edition: { words: en, record: record().meta, release: "20220501-3f9a1c2e", retrieved: "2022-06-02" },
  addresses: () => ({ frozen: "https://example.org/r/1/", live: "https://example.org/" }),
  ...more,
});
const show = (of: Making) =>
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <CiteDialog open onClose={() => undefined} shown={shown} making={of} cacheKey="test" words={en} />
    </QueryClientProvider>,
  );

describe("the citation of a figure", () => {
  it("is shown in each format, with the filter in words and the frozen address", async () => {
    show(making());
    expect((await screen.findByRole("region", { name: "Text" })).textContent).toMatch(
      /^Liaison \(2022\)\. Engagements of the Harbour Office: agreements, Norway \[data set\], release 20220501-3f9a1c2e\. Retrieved 2 June 2022, https:\/\/example\.org\/r\/1\//u,
    );
    fireEvent.click(screen.getByRole("radio", { name: "BibTeX" }));
    expect(screen.getByRole("region", { name: "BibTeX" }).textContent).toContain("@dataset{liaison-20220501-3f9a1c2e-");
    fireEvent.click(screen.getByRole("radio", { name: "For a slide" }));
    expect(screen.getByRole("region", { name: "For a slide" }).textContent).toBe(
      "Liaison, 2022, release 20220501-3f9a1c2e",
    );
    expect(screen.queryByRole("button", { name: /Download/u })).toBeNull();
  });

  it("is kept as a file under the figure's name", async () => {
    const kept: string[] = [];
    vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: () => "blob:x", revokeObjectURL: () => undefined }));
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
      kept.push(this.download);
    });
    show(making());
    fireEvent.click(screen.getByRole("radio", { name: "RIS" }));
    const button = screen.getByRole<HTMLButtonElement>("button", { name: "Download .ris" });
    await vi.waitFor(() => expect(button.disabled).toBe(false));
    fireEvent.click(button);
    expect(kept).toEqual([expect.stringMatching(/^liaison_agreements_no_.*20220501-3f9a1c2e\.ris$/u)]);
  });

  it("says what its address holds", async () => {
    show(making({ addresses: () => ({ frozen: null, live: null }) }));
    await screen.findByText(en.export.citeLocal);
  });

  it("says so where it cannot be made", async () => {
    const store: EventStore = {
      ...createLocalStore(record()),
      summary: () => Promise.reject(new Error("gone")),
    };
    show(making({ store }));
    expect((await screen.findByRole("alert")).textContent).toContain(en.export.citeFailed);
  });
});

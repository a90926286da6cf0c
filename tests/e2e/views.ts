import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { open, repainted, settled } from "./browser.ts";

/** The line that says what is shown. */
export const status = async (page: Page): Promise<string> =>
  (await page.locator(".lead-status").textContent())?.trim() ?? "";

export const figure = (page: Page, name: string): Locator => page.locator(`[data-figure="${name}"]`);

/** The different values of an attribute on all elements found, sorted. */
export const idsOf = async (elements: Locator, attribute: string): Promise<readonly string[]> =>
  elements.evaluateAll(
    (all, name) => [...new Set(all.map((element) => element.getAttribute(name) ?? ""))].sort(),
    attribute,
  );

/** Ids of the records of a kind that stand within an element: `recordsIn(figure(page, "map"), "place")`. */
export const recordsIn = (within: Locator, kind: string): Promise<readonly string[]> =>
  idsOf(within.locator(`[data-${kind}]`), `data-${kind}`);

export const asked = (page: Page): URLSearchParams => new URL(page.url()).searchParams;

export const chip = (page: Page, partner: string): Locator => page.locator(`button[data-partner="${partner}"]`);

export const search = (page: Page): Locator => page.getByRole("combobox", { name: "Search the record" });

/** Types into the search field and waits for its answers. */
export const lookFor = async (page: Page, text: string): Promise<Locator> => {
  await search(page).fill(text);
  const answers = page.getByRole("listbox", { name: "Search the record" });
  await answers.locator("[role=option]").first().waitFor();
  return answers;
};

/** The event that is open, as it stands beside the figures or in its sheet. */
export const eventPanel = (page: Page): Locator => page.locator(".event");

export const openEvent = async (id: string, rest = ""): Promise<Page> => {
  const page = await open(`?event=${id}${rest}`);
  await eventPanel(page).locator(".event-summary").waitFor();
  return page;
};

/** Ticks one option of a menu of the filter and closes the menu. */
export const tick = async (page: Page, menu: string, option: RegExp): Promise<void> => {
  await page.getByRole("button", { name: new RegExp(`^${menu}`) }).click();
  await repainted(page, () => page.getByRole("checkbox", { name: option }).click());
  await page.keyboard.press("Escape");
};

/** What has the focus, in a few words, and whether the page shows that it has it. */
export const focused = (page: Page): Promise<{ readonly what: string; readonly seen: boolean }> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return { what: "nothing", seen: false };
    const box = element.getBoundingClientRect();
    const marked = [element, element.parentElement ?? element].some((each) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
      return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || boxShadow !== "none";
    });
    const inSight = box.bottom > 0 && box.top < innerHeight && box.width > 0;
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
    const name = element.getAttribute("aria-label") ?? label ?? element.textContent?.trim().slice(0, 60) ?? "";
    return { what: `${element.tagName.toLowerCase()} ${name}`, seen: inSight && marked };
  });

/** Presses keys; neither pointer nor script moves the focus, and it must be seen. @returns what has it */
export const press = async (page: Page, ...keys: readonly string[]): Promise<string> => {
  for (const key of keys) await page.keyboard.press(key);
  await settled(page);
  // What a press changes may carry the focus away for some frames, until the page has moved it back into sight.
  await expect
    .poll(() => focused(page), { timeout: 2_000, message: `the focus is seen after ${keys.join(" ")}` })
    .toMatchObject({ seen: true });
  return (await focused(page)).what;
};

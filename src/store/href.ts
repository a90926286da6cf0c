import type { Evidence, Source } from "#data/schema.ts";

const isWeb = (address: string): boolean => {
  try {
    return ["http:", "https:"].includes(new URL(address).protocol);
  } catch {
    return false;
  }
};

/**
 * The address that opens a passage: the publisher's page with a text directive
 * (https://wicg.github.io/scroll-to-text-fragment/), or the outside page. Null where it is no web address.
 */
export const evidenceHref = (
  evidence: Pick<Evidence, "fragment" | "url">,
  source: Pick<Source, "url"> | null,
): string | null => {
  const address = source?.url ?? evidence.url ?? null;
  if (address === null || !isWeb(address)) return null;
  if (source === null || !evidence.fragment) return address;
  return `${address}${address.includes("#") ? "" : "#"}:~:text=${evidence.fragment}`;
};

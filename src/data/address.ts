/** Which addresses data may be loaded from: this site's own, and no other. */
import { err, ok, type Result } from "#lib/result.ts";
import type { RefusalReason } from "./failures.ts";

/** Where a site keeps its own record, from the page's address on. */
export const OWN_RECORD = "data/engagements.json";

const LONGEST = 2_000;

/**
 * The absolute address of a dataset named in the address bar (`?data=`).
 * @param base address of the page, against which a relative one is read
 * @returns the address without its fragment, or why it is refused: another site, another scheme (`javascript:`,
 * `data:`, `blob:`, `file:`), a name or password in it, nothing at all. Never throws.
 */
export const resolveDataAddress = (param: string, base: string): Result<string, RefusalReason> => {
  const text = param.trim();
  if (text === "") return err("empty");
  if (text.length > LONGEST || !URL.canParse(text, base)) return err("not-an-address");
  const page = new URL(base);
  const address = new URL(text, base);
  if (address.protocol !== "http:" && address.protocol !== "https:") return err("scheme");
  if (address.origin !== page.origin) return err("other-site");
  if (address.username || address.password) return err("credentials");
  address.hash = "";
  return ok(address.href);
};

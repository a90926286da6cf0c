/** Where the site will stand, as far as whoever makes it says so. */
import { readFileSync } from "node:fs";

const PACKAGE = new URL("../../package.json", import.meta.url);

const homepage = (): string => {
  const { homepage: given } = JSON.parse(readFileSync(PACKAGE, "utf8")) as { readonly homepage?: unknown };
  return typeof given === "string" ? given : "";
};

/**
 * Absolute address of the site's folder, with a slash at its end: from an option, else from LIAISON_SITE, else the
 * `homepage` of package.json. Null where none says it: then nothing that is made prints an absolute address. Throws a
 * sentence where it is no address.
 */
export const siteOf = (option: string | undefined): string | null => {
  const given = option ?? (process.env.LIAISON_SITE || homepage());
  if (given === "") return null;
  const site = given.endsWith("/") ? given : `${given}/`;
  if (!/^https?:\/\/[^\s?#]+$/.test(site))
    throw new Error(`"${given}" is no address of a site, such as https://example.org/liaison/`);
  return site;
};

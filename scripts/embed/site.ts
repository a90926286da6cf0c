/** Where `npm start` serves the page: good enough for links within this machine. */
const STAND_IN = "http://localhost:4173/";

export interface Site {
  /** Absolute address of the site's folder, with a slash at its end. */
  readonly site: string;
  /** False where the address is only a stand-in. */
  readonly sited: boolean;
}

/** The site's address from an option, else from LIAISON_SITE, else a stand-in. Throws a sentence where it is none. */
export const siteOf = (option: string | undefined): Site => {
  const given = option ?? process.env.LIAISON_SITE ?? "";
  const site = given === "" ? STAND_IN : given.endsWith("/") ? given : `${given}/`;
  if (!/^https?:\/\/[^\s?#]+$/.test(site))
    throw new Error(`"${given}" is no address of a site, such as https://example.org/liaison/`);
  return { site, sited: given !== "" };
};

/** Path of a Chromium on this machine, or null. */
export const findBrowser: () => Promise<string | null>;

/** The same; installs one where none is found, and throws with advice where that fails. */
export const requireBrowser: () => Promise<string>;

/** Path of a Chromium on this machine, or null. */
export const findBrowser: () => Promise<string | null>;

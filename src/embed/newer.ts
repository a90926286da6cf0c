/** What came after a kept figure: the site as it is now is asked, which alone knows. It may not be there to ask. */
import type { LiaisonRecord } from "#data/schema.ts";
import type { PageFacts } from "./page.ts";

/** What a kept figure tells of itself. */
export interface Kept {
  readonly figure: string;
  /** Ids of the events it knows. */
  readonly events: readonly string[];
  /** The question it shows, as an address has it. */
  readonly query: string;
}

/** What is said of what came since, and of where it can be seen. */
export interface Since {
  readonly text: string;
  readonly link: string;
}

/** `embed/now.js` of the site: the release it has now, and the scripts below `embed/` that tell what came since. */
declare global {
  interface Window {
    liaisonNow?: { readonly release: string; readonly scripts: readonly string[] };
    liaisonSince?: (kept: Kept) => Promise<Since>;
  }
}

const load = (src: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = src;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(src));
    document.head.append(script);
  });

/** Asks the site for a question at a time. Resolves to null where nothing came since, or nobody can tell. */
export const whatCameSince = (
  { frozen, site, figure, release }: PageFacts,
  record: LiaisonRecord,
): ((query: string) => Promise<Since | null>) => {
  const embeds = `${site}embed/`;
  const events = record.events.map(({ id }) => id);
  const ready = async (): Promise<boolean> => {
    await load(`${embeds}now.js`);
    const now = window.liaisonNow;
    if (!now || now.release === release) return false;
    for (const script of now.scripts) await load(`${embeds}${script}`);
    return true;
  };
  let asked: Promise<boolean> | null = null;
  return async (query) => {
    if (!frozen) return null;
    asked ??= ready().catch(() => false);
    if (!(await asked)) return null;
    return (await window.liaisonSince?.({ figure, events, query }).catch(() => null)) ?? null;
  };
};

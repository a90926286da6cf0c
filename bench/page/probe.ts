/** Runs in every measured page, before the page's own scripts: the clock, and the way to drive what stands there. */

/** What a library has to offer to be measured. */
export interface Subject {
  /** Selector of what the wheel and the hand go over. */
  readonly target: string;
  /** Ends when everything is drawn. */
  load(address: string): Promise<void>;
  /** Leaves only events with this partner, or all of them again; ends when the library has done so. */
  choose(partner: string | null): Promise<void> | void;
  /** How many rows are shown now; asked when the clock has stopped. */
  count(): number | Promise<number>;
  /** Only where the library does not zoom by the wheel: zooms in (-1) or out (1). */
  step?(direction: -1 | 1): void;
}

export interface Timed {
  readonly ms: number;
  readonly count: number;
}

export interface Probe {
  subject: Subject | null;
  loaded: Timed | { readonly error: string } | null;
  /** Loads the file that the address names and notes when it is on the screen. */
  start(subject: Subject): void;
  choose(partner: string | null): Promise<Timed>;
  nodes(): number;
  watch(): void;
  /** Ends `watch` after the next frame. @returns intervals between frames, ms. */
  watched(): Promise<readonly number[]>;
}

declare global {
  interface Window {
    probe: Probe;
  }
}

export const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));

/** Two frames: the first draws what was changed, the second begins when that is on the screen. */
export const painted = async (): Promise<void> => {
  await frame();
  await frame();
};

let times: number[] = [];
let watching = false;

const probe: Probe = {
  subject: null,
  loaded: null,
  start: (subject) => {
    probe.subject = subject;
    const address = new URLSearchParams(location.search).get("data") ?? "";
    subject
      .load(address)
      .then(painted)
      .then(
        async () => {
          const ms = performance.now();
          probe.loaded = { ms, count: await subject.count() };
        },
        (error: unknown) => {
          probe.loaded = { error: String(error) };
        },
      );
  },
  choose: async (partner) => {
    const { subject } = probe;
    if (!subject) throw new Error("nothing to drive");
    const began = performance.now();
    await subject.choose(partner);
    // The dashboard says so itself when it is painted.
    if (!document.documentElement.dataset.revision) await painted();
    const ms = performance.now() - began;
    return { ms, count: await subject.count() };
  },
  nodes: () => {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
    let count = 0;
    while (walker.nextNode()) count += 1;
    return count;
  },
  watch: () => {
    times = [performance.now()];
    watching = true;
    const note = (): void => {
      times.push(performance.now());
      if (watching) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  },
  watched: async () => {
    await painted();
    watching = false;
    // The first interval began between two frames.
    return times.slice(2).map((time, at) => time - (times[at + 1] as number));
  },
};

window.probe = probe;

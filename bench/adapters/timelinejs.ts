/** TimelineJS3, which has no filter: a page that wants one builds it again with fewer events. */
import { Timeline } from "@knight-lab/timelinejs";
import { box, datedEvents, recordAt } from "./events.ts";
import "@knight-lab/timelinejs/dist/css/timeline.css";

type Drawn = InstanceType<typeof Timeline>;

interface Slide {
  readonly partners: readonly string[];
  readonly shown: Readonly<Record<string, unknown>>;
}

let slides: readonly Slide[] = [];
let timeline: Drawn | null = null;
let element: HTMLElement | null = null;

const dateOf = (day: number): Readonly<Record<"year" | "month" | "day", number>> => {
  const date = new Date(day * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};

const build = (wanted: readonly Slide[]): Promise<void> =>
  new Promise((done) => {
    element?.remove();
    element = box("timeline", "width: 1240px; height: 700px");
    // It writes into what it is given.
    const events = wanted.map(({ shown }) => structuredClone(shown));
    const options = { script_path: `${location.origin}/knightlab/js/`, font: null, hash_bookmark: false };
    timeline = new Timeline(element, { events }, options);
    timeline.on("loaded", () => done());
  });

window.probe.start({
  target: ".tl-timenav",
  load: async (address) => {
    slides = datedEvents(await recordAt(address)).map(({ event, first, last }) => ({
      partners: event.partners,
      shown: {
        unique_id: event.id,
        start_date: dateOf(first),
        ...(last > first ? { end_date: dateOf(last) } : {}),
        text: { headline: event.title, text: event.summary },
        group: event.type,
      },
    }));
    await build(slides);
  },
  choose: (partner) => build(slides.filter(({ partners }) => partner === null || partners.includes(partner))),
  step: (direction) => (direction < 0 ? timeline?.zoomIn() : timeline?.zoomOut()),
  count: () => timeline?.config.events.length ?? 0,
});

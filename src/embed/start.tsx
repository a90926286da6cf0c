/** Brings a figure's page to life: reads its record and address, draws, listens to the parent. */
import "./tab-index.ts";
import { type ComponentChild, render } from "preact";
import type { Shapes } from "#charts/map/shapes.types.ts";
import type { FigureName } from "#figures/names.ts";
import { askWith } from "#figures/one.ts";
import { COLOURS, type Colours, readColour, readLook, type Unread } from "#model/look.ts";
import { readAddress } from "#model/url.ts";
import { en } from "#model/words/en/index.ts";
import { createLocalStore } from "#store/local/store.ts";
import { changed, questionOf, readState, writeState } from "./address.ts";
import type { Kind } from "./kinds/kind.ts";
import { Live, type Shown } from "./Live.tsx";
import { type Order, type Said, type State, startTalk, type Tint } from "./messages.ts";
import { type Since, whatCameSince } from "./newer.ts";
import { type PageFacts, readFacts } from "./page.ts";
import { startResizing } from "./resize.ts";
import { loadShapes } from "./shapes.ts";
import "./embed.css";

const LANGUAGES = ["en"] as const;

const mark = (state: "ready" | "error"): void => {
  const root = document.documentElement;
  root.dataset.state = state;
  root.dataset.revision = String(Number(root.dataset.revision ?? 0) + 1);
  root.removeAttribute("data-wait");
};

/** Asks beside the page for the latest release. Resolves to null where there is none to hear of. */
const latestOf = ({ latest, frozen }: PageFacts): Promise<string | null> =>
  new Promise((resolve) => {
    if (!frozen) return resolve(null);
    const script = document.createElement("script");
    script.src = latest;
    script.onload = () => resolve(window.liaisonLatest?.release ?? null);
    script.onerror = () => resolve(null);
    document.head.append(script);
  });

/** Faces come after the first painting; until then a stand-in of the same widths letters the figure. */
const letter = ({ lettering }: PageFacts): void => {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = lettering;
  document.head.append(link);
};

/** The picture stays as it was made, with a line that says so. */
const fail = (main: HTMLElement): void => {
  const notice = document.createElement("p");
  notice.className = "notice";
  notice.setAttribute("role", "status");
  notice.textContent = en.embed.failed;
  main.prepend(notice);
  mark("error");
};

const run = async <N extends FigureName>(kind: Kind<N>, main: HTMLElement, facts: PageFacts): Promise<void> => {
  const record = window.liaisonRecord;
  if (!record) throw new Error("the record did not come");
  const store = createLocalStore(record);
  const { search } = window.location;
  const { look, unread } = readLook(search);
  const { view } = readAddress(search);
  const shapes: Shapes | null = kind.name === "map" ? await loadShapes().catch(() => null) : null;

  let state = readState(facts.base, search);
  let shown: Shown<N> | null = null;
  let said: Said | null = null;
  let tint: Tint | null = null;
  let colours: Colours = look.colours;
  let strange: readonly Unread[] = [];
  let newer: string | null = null;
  let since: (Since & { readonly href: string }) | null = null;
  let greeted = false;
  let turn = 0;

  const otherData = view.data === null ? [] : [{ key: "data", value: view.data }];
  const ask = async (next: State): Promise<void> => {
    state = next;
    turn += 1;
    const mine = turn;
    const question = await questionOf(next, view, store, LANGUAGES);
    const asked = await askWith(kind.definition, store, kind.name, question.filter, question.view);
    if (mine === turn) shown = { question, asked };
  };
  const tellState = (): void => talk.tell("state", { state, address: writeState(state) });
  const onDrawn = (now: Said): void => {
    said = now;
    mark("ready");
    if (greeted) return;
    greeted = true;
    talk.tell("ready", { release: facts.release, state });
  };
  const draw = (): void => {
    if (!shown) return;
    const page = /^https?:[^?#]+/.exec(window.location.href)?.[0] ?? null;
    const live = (
      <Live
        address={page && `${page}${writeState(state)}`}
        {...{ kind, facts, look, colours, shapes, shown, tint, newer, since, onDrawn }}
        unread={[...unread, ...otherData, ...strange]}
        meta={record.meta}
        sources={record.sources}
        words={en}
        nameOf={async (id) => (await store.names([id]))[id] ?? null}
        onWindow={(window) => void turnTo({ window })}
        onChoose={(chosen) => talk.tell("select", chosen)}
        onLetGo={(chosen) => talk.tell("deselect", chosen)}
      />
    );
    render(live as unknown as ComponentChild, main);
  };
  const turnTo = async (next: Partial<State>): Promise<void> => {
    await ask(changed(state, next));
    since = null;
    draw();
    tellState();
    void tellSince();
  };
  const ofSite = whatCameSince(facts, record);
  const tellSince = async (): Promise<void> => {
    const [mine, query] = [turn, writeState(state)];
    const said = await ofSite(query);
    if (said === null || mine !== turn) return;
    since = { ...said, href: `${facts.site}embed/${facts.figure}/${query}` };
    draw();
  };
  const obey = (order: Order): void => {
    if (order.type === "setState") void turnTo(order.data);
    else if (order.type === "setTheme") {
      if (typeof order.data === "string") tint = order.data;
      else {
        const { theme, ...asked } = order.data;
        tint = theme ?? tint;
        const read = COLOURS.map((key) => [key, asked[key] ?? "", readColour(asked[key] ?? "")] as const);
        colours = Object.fromEntries(read.flatMap(([key, , colour]) => (colour === null ? [] : [[key, colour]])));
        strange = read.flatMap(([key, value, colour]) => (value !== "" && colour === null ? [{ key, value }] : []));
      }
      draw();
    } else if (order.type === "getState") tellState();
    else if (said) talk.tell("alt", said);
  };
  const talk = startTalk(window, facts.figure, obey);

  await ask(state);
  // What was made at build gives way in the same task in which the live figure is drawn.
  main.replaceChildren();
  draw();
  letter(facts);
  startResizing({ element: main, window, onHeight: (height) => talk.tell("height", { height }) });
  void tellSince();
  const latest = await latestOf(facts);
  if (latest !== null && latest !== facts.release) {
    newer = `${facts.latest.replace(/latest\.js$/, "")}${latest}/embed/${facts.figure}/${writeState(state)}`;
    draw();
  }
};

/** Starts the figure of this page. Whatever goes wrong leaves the picture that came with the page. */
export const startEmbed = <N extends FigureName>(kind: Kind<N>): void => {
  const main = document.querySelector("main");
  if (!main) return;
  run(kind, main, readFacts(document)).catch((fault: unknown) => {
    console.warn(fault);
    fail(main);
    startResizing({ element: main, window });
  });
};

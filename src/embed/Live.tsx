/** The figure of an embed once it runs: drawn for the address, for the frame's width, and for what the parent asks. */
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Shapes } from "#charts/map/shapes.types.ts";
import { formatWindow } from "#charts/timeline/window-text.ts";
import type { Meta, Source } from "#data/schema.ts";
import { creditLines, licenceAddress } from "#figures/credit.ts";
import type { FigureName } from "#figures/names.ts";
import { type Asked, describeWith, drawWith, figureTitle, shownPhrase, statusOf } from "#figures/one.ts";
import type { Colours, Look, Unread } from "#model/look.ts";
import { writeAddress } from "#model/url.ts";
import type { AllWords } from "#model/words/en/index.ts";
import { useMedia, usePrinting } from "#ui/useMedia.ts";
import { type Question, ROWS } from "./address.ts";
import { Frame, type FrameProps } from "./Frame.tsx";
import type { Choose, Chosen, Kind } from "./kinds/kind.ts";
import type { Said, Tint } from "./messages.ts";
import type { PageFacts } from "./page.ts";
import { paintPage, tintTheme } from "./tint.ts";

/** What is on the screen: a question, its answer, and what of the address had to be left aside. */
export interface Shown<N extends FigureName> {
  readonly question: Question;
  readonly asked: Asked<N>;
}

export interface LiveProps<N extends FigureName> {
  readonly kind: Kind<N>;
  readonly facts: PageFacts;
  readonly meta: Meta;
  readonly sources: readonly Source[];
  readonly words: AllWords;
  readonly look: Look;
  readonly unread: readonly Unread[];
  readonly shapes: Shapes | null;
  readonly shown: Shown<N>;
  /** The parent's choice, once it has made one. */
  readonly tint: Tint | null;
  /** Of the parent or of the address. */
  readonly colours: Colours;
  /** The figure's own address with what it is asked, as far as it is on the web. */
  readonly address: string | null;
  readonly newer: string | null;
  readonly since: NonNullable<FrameProps["since"]> | null;
  readonly nameOf: (id: string) => Promise<string | null>;
  readonly onWindow: (text: string | null) => void;
  readonly onChoose: (chosen: Chosen) => void;
  readonly onLetGo: (chosen: Chosen) => void;
  /** Called after each painting, with what the figure says of itself. */
  readonly onDrawn: (said: Said) => void;
}

const FILTERED = ["partner", "official", "place", "topic"] as const;

const useDark = (wanted: Tint): boolean => {
  const system = useMedia("(prefers-color-scheme: dark)");
  const printing = usePrinting();
  return !printing && (wanted === "dark" || (wanted === "auto" && system));
};

/** Px across the box, followed; null before the first measure and while the frame is not displayed. */
const useWidth = (fixed: number | null): readonly [(element: HTMLDivElement | null) => void, number | null] => {
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => {
    if (!box) return;
    const measure = (): void => {
      if (box.clientWidth > 0) setWidth(box.clientWidth);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [box]);
  return [setBox, fixed ?? width];
};

const flag = (name: string, on: boolean): void => {
  document.documentElement.toggleAttribute(`data-${name}`, on);
};

const NO_COLOURS: Colours = {};
const TINT: Readonly<Record<Look["dark"], Tint>> = { true: "dark", false: "light", auto: "auto" };

export const Live = <N extends FigureName>(props: LiveProps<N>): ReactNode => {
  const { kind, facts, meta, sources, words, look, shapes, shown } = props;
  const { asked, question } = shown;
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [title, setTitle] = useState("");
  const [setBox, width] = useWidth(look.imWidth);
  const dark = useDark(props.tint ?? TINT[look.dark]);
  const reducedMotion = useMedia("(prefers-reduced-motion: reduce)");
  const printing = usePrinting();
  const colours = printing ? NO_COLOURS : props.colours;
  const tinted = useMemo(() => tintTheme(colours, dark), [colours, dark]);
  const { theme } = tinted;
  const root = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    flag("dark", theme.name === "dark");
    paintPage(document.documentElement, tinted);
    flag("plain", look.plain);
    flag("transparent", look.transparent);
  }, [theme, tinted, look]);

  const text = useMemo(() => describeWith(kind.definition, asked, words), [kind, asked, words]);
  const credit = useMemo(() => {
    const publishers = sources.map((source) => source.publisher);
    const whole = { publishers, retrieved: meta.release, licence: meta.license, release: facts.release };
    return creditLines(asked, { ...whole, address: "", shortAddress: "" }, words);
  }, [asked, sources, meta, facts, words]);

  const rows = kind.definition.rows(asked.answer);
  const still = look.static || printing || (look.hideControls && kind.zooms === true);
  const [room, setRoom] = useState<number | null>(look.imHeight);
  useLayoutEffect(() => {
    if (!look.fitchart || look.imHeight !== null) return;
    const refit = (): void => {
      const box = root.current;
      const whole = box?.closest("main");
      if (box && whole && window.innerHeight > 0)
        setRoom(Math.max(160, window.innerHeight - (whole.clientHeight - box.clientHeight)));
    };
    refit();
    window.addEventListener("resize", refit);
    return () => window.removeEventListener("resize", refit);
  }, [look]);

  const picture = useMemo(() => {
    if (!still || width === null) return null;
    return drawWith(kind.definition, asked, { words, theme, width, height: room, shapes, rows: ROWS }).element;
  }, [still, kind, asked, words, theme, width, room, shapes]);

  const letGo = (): void => {
    if (chosen) props.onLetGo(chosen);
    setChosen(null);
  };
  // Pressing a record once more lets it go.
  const choose: Choose = (what, id, partner) => {
    const same = chosen !== null && chosen.kind === what && chosen.id === id && chosen.partner === partner;
    if (id === null || same) {
      letGo();
      return;
    }
    const next: Chosen = { kind: what, id, ...(partner === undefined ? {} : { partner }) };
    props.onChoose(next);
    void Promise.all([id, ...(partner === undefined ? [] : [partner])].map(props.nameOf)).then((names) => {
      setTitle(names.map((name) => name ?? words.embed.one(what)).join(", "));
      setChosen(next);
    });
  };
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === "Escape") letGo();
  };

  const { window: _, ...view } = question.view;
  const address = (to: Chosen | null): string => {
    const filter = { ...question.filter };
    for (const key of FILTERED) if (to?.kind === key) filter[key] = [to.id];
    if (to?.partner !== undefined) filter.partner = [to.partner];
    const lanes = asked.figure === "timeline" ? { lanes: view.lanes } : {};
    return `${facts.site}${writeAddress(filter, { event: to?.kind === "event" ? to.id : view.event, ...lanes })}`;
  };

  const { event, lanes, window: zoomed } = asked.view;
  const asMade = zoomed === null && writeAddress(asked.filter, { event, lanes }) === facts.base;

  useEffect(() => {
    if (width === null) return;
    props.onDrawn({
      title: text.title,
      short: text.alt.short,
      medium: text.alt.medium,
      long: text.alt.long,
      source: credit.join(" "),
      citation: words.figures.citation({
        year: facts.day.slice(0, 4),
        titles: [meta.title, figureTitle(asked, words), shownPhrase(asked, words)],
        release: facts.release || null,
        retrieved: new Date().toISOString().slice(0, 10),
        address: props.address,
      }),
    });
  });

  const notices = [...question.unknown, ...props.unread].map(({ key, value }) => words.embed.value(key, value));
  const refused = tinted.clashes.map(({ text, on, ratio }) => words.embed.clash(text, on, ratio));
  const note =
    rows > ROWS && !kind.definition.tells && (still || kind.name !== "timeline") ? words.figures.rest(ROWS, rows) : "";
  return (
    <Frame
      {...{ words, text, notices, refused, note, open }}
      status={statusOf(asked, words)}
      onOpen={setOpen}
      credit={{
        lines: credit,
        licence: { text: words.figures.licence(meta.license), href: licenceAddress(meta.license) },
        release: facts.release,
        kept: facts.frozen ? words.embed.frozen(words.dates.date(facts.day)) : null,
      }}
      fullView={address(null)}
      shortAddress={facts.shortAddress}
      logo={look.logo}
      newer={props.newer}
      since={props.since}
      files={asMade && !look.hideControls ? facts.figure : ""}
      chosen={chosen && !still ? { title, href: address(chosen) } : null}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the marks in it are what is pressed */}
      <div
        className="drawing"
        ref={(element) => {
          root.current = element;
          setBox(element);
        }}
        onKeyDown={onKeyDown}
      >
        {!still && width !== null ? (
          <kind.Moving
            {...{ asked, words, theme, width, reducedMotion, chosen }}
            height={room}
            onChoose={choose}
            onWindow={(next) => props.onWindow(next === null ? null : formatWindow(next))}
          />
        ) : (
          picture
        )}
      </div>
    </Frame>
  );
};

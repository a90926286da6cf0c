/** The figure of an embed once it runs: drawn for the address, for the frame's width, and for what the parent asks. */
import { type MouseEvent, type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Shapes } from "#charts/map/shapes.types.ts";
import { formatWindow } from "#charts/timeline/window-text.ts";
import type { Meta, Source } from "#data/schema.ts";
import { creditLines, licenceAddress } from "#figures/credit.ts";
import type { FigureName } from "#figures/names.ts";
import { type Asked, describeWith, drawWith } from "#figures/one.ts";
import type { Look, Unread } from "#model/look.ts";
import { writeAddress } from "#model/url.ts";
import type { Words } from "#model/words/en/index.ts";
import { useMedia, usePrinting } from "#ui/useMedia.ts";
import type { Question } from "./address.ts";
import { Frame } from "./Frame.tsx";
import type { Kind } from "./kinds/kind.ts";
import type { Said, Tint } from "./messages.ts";
import type { PageFacts } from "./page.ts";
import { NIGHT, PAPER } from "./themes.ts";

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
  readonly words: Words;
  readonly look: Look;
  readonly unread: readonly Unread[];
  readonly shapes: Shapes | null;
  readonly shown: Shown<N>;
  /** The parent's choice, once it has made one. */
  readonly tint: Tint | null;
  readonly newer: string | null;
  readonly nameOf: (id: string) => Promise<string | null>;
  readonly onWindow: (text: string | null) => void;
  readonly onChoose: (kind: string, id: string) => void;
  /** Called after each painting, with what the figure says of itself. */
  readonly onDrawn: (said: Said) => void;
}

/** Rows, cards or lanes at most, as in a file for the web. */
const ROWS = 60;
const KINDS = ["event", "official", "place", "partner", "agreement", "commitment", "statistic"] as const;
const FILTERED: readonly string[] = ["partner", "official", "place"];

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

const TINT: Readonly<Record<Look["dark"], Tint>> = { true: "dark", false: "light", auto: "auto" };

export const Live = <N extends FigureName>(props: LiveProps<N>): ReactNode => {
  const { kind, facts, meta, sources, words, look, shapes, shown } = props;
  const { asked, question } = shown;
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<{ readonly kind: string; readonly id: string; readonly title: string } | null>(
    null,
  );
  const [setBox, width] = useWidth(look.imWidth);
  const dark = useDark(props.tint ?? TINT[look.dark]);
  const reducedMotion = useMedia("(prefers-reduced-motion: reduce)");
  const printing = usePrinting();
  const theme = dark ? NIGHT : PAPER;
  const root = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    flag("dark", dark);
    flag("plain", look.plain);
    flag("transparent", look.transparent);
    flag("still", look.static);
  }, [dark, look]);

  const text = useMemo(() => describeWith(kind.definition, asked, words), [kind, asked, words]);
  const credit = useMemo(() => {
    const publishers = sources.map((source) => source.publisher);
    const whole = { publishers, retrieved: meta.release, licence: meta.license, release: facts.release };
    return creditLines(asked, { ...whole, address: "", shortAddress: "" }, words);
  }, [asked, sources, meta, facts, words]);

  const rows = kind.definition.rows(asked.answer);
  const Moving = look.static || look.hideControls || printing ? undefined : kind.Moving;
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

  const still = useMemo(() => {
    if (Moving || width === null) return null;
    return drawWith(kind.definition, asked, { words, theme, width, height: room, shapes, rows: ROWS }).element;
  }, [Moving, kind, asked, words, theme, width, room, shapes]);

  const choose = (what: string, id: string | null): void => {
    if (id === null || look.static) {
      setChosen(null);
      return;
    }
    props.onChoose(what, id);
    void props.nameOf(id).then((title) => setChosen({ kind: what, id, title: title ?? words.embed.one(what) }));
  };
  const press = (event: MouseEvent): void => {
    if (Moving || !(event.target instanceof Element)) return;
    const marked = event.target.closest(KINDS.map((one) => `[data-${one}]`).join(","));
    const what = KINDS.find((one) => marked?.hasAttribute(`data-${one}`));
    if (what) choose(what, marked?.getAttribute(`data-${what}`) ?? null);
  };

  const { window: _, ...view } = question.view;
  const address = (more: Partial<Record<"partner" | "official" | "place" | "event", string>> = {}): string => {
    const filter = { ...question.filter };
    for (const key of FILTERED as readonly ("partner" | "official" | "place")[])
      if (more[key] !== undefined) filter[key] = [more[key]];
    const lanes = asked.figure === "timeline" ? { lanes: view.lanes } : {};
    return `${facts.site}${writeAddress(filter, { event: more.event ?? view.event, ...lanes })}`;
  };

  useEffect(() => {
    if (width === null) return;
    props.onDrawn({
      title: text.title,
      short: text.alt.short,
      medium: text.alt.medium,
      long: text.alt.long,
      source: credit.join(" "),
    });
  });

  const notices = [...question.unknown, ...props.unread].map(({ key, value }) => words.embed.value(key, value));
  const note =
    rows > ROWS && !kind.definition.tells && (!Moving || kind.name !== "timeline")
      ? words.figures.rest(ROWS, rows)
      : "";
  return (
    <Frame
      {...{ words, text, notices, note, open }}
      onOpen={setOpen}
      credit={{
        lines: credit,
        licence: { text: words.figures.licence(meta.license), href: licenceAddress(meta.license) },
        release: facts.release,
        kept: facts.frozen ? words.embed.frozen(words.dates.date(facts.day)) : null,
      }}
      fullView={address()}
      shortAddress={facts.shortAddress}
      logo={look.logo}
      newer={props.newer}
      chosen={
        chosen && !look.static
          ? {
              title: chosen.title,
              href: address(
                chosen.kind === "event" || FILTERED.includes(chosen.kind) ? { [chosen.kind]: chosen.id } : {},
              ),
            }
          : null
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a record's row stands in the table too */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
      <div
        className="drawing"
        ref={(element) => {
          root.current = element;
          setBox(element);
        }}
        onClick={press}
      >
        {Moving && width !== null ? (
          <Moving
            {...{ asked, words, theme, width, reducedMotion }}
            height={room}
            onChoose={choose}
            chosenId={chosen?.kind === "event" ? chosen.id : null}
            onWindow={(next) => props.onWindow(next === null ? null : formatWindow(next))}
          />
        ) : (
          still
        )}
      </div>
    </Frame>
  );
};

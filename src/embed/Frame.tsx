/** A figure in a frame of another page: the same words and elements when made at build and when drawn in the browser. */
import { Fragment, type ReactNode } from "react";
import type { FigureText } from "#charts/kit/figure-text.ts";
import type { AllWords } from "#model/words/en/index.ts";
import type { Since } from "./newer.ts";

/** Where the figure comes from, as printed under it. */
export interface FrameCredit {
  /** What is shown, and whose it is. */
  readonly lines: readonly string[];
  readonly licence: { readonly text: string; readonly href: string | null } | null;
  /** Id of the release. */
  readonly release: string;
  /** The day of the record in words, and whether this frame keeps it. */
  readonly kept: string | null;
}

export interface FrameProps {
  readonly words: AllWords;
  readonly text: FigureText;
  /** How many meetings of how many, and the filter in words; empty for a figure that is of one event. */
  readonly status: string;
  readonly credit: FrameCredit;
  /** The full view of the same question. */
  readonly fullView: string;
  /** As it is printed on paper; empty where the site's address is not known. */
  readonly shortAddress: string;
  readonly logo?: boolean;
  readonly table?: boolean;
  readonly notices?: readonly string[];
  /** Why the host's colours are not those of the figure. */
  readonly refused?: readonly string[];
  /** Rows that were left out. */
  readonly note?: string;
  readonly chosen?: { readonly title: string; readonly href: string } | null;
  readonly newer?: string | null;
  /** What the site says came since, and where it leads. */
  readonly since?: (Since & { readonly href: string }) | null;
  /** Name of the files beside the page; empty where they show something else. */
  readonly files?: string;
  readonly open?: boolean;
  readonly onOpen?: (open: boolean) => void;
  /** The drawing, in its box. */
  readonly children: ReactNode;
}

const Away = ({ href, children, words }: { href: string; children: ReactNode; words: AllWords }): ReactNode => (
  <a href={href} target="_blank" rel="noopener">
    {children}
    <span className="hidden"> ({words.embed.opensNew})</span>
  </a>
);

const Notice = ({ title, items }: { title: string; items: readonly string[] }): ReactNode =>
  items.length ? (
    <div className="notice" role="status">
      <p>{title}</p>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  ) : null;

const Table = ({ table }: { table: FigureText["table"] }): ReactNode => (
  // A box that scrolls must be within reach of the keyboard.
  // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
  <section className="scroll" aria-label={table.caption} tabIndex={0}>
    <table>
      <caption>{table.caption}</caption>
      <thead>
        <tr>
          {table.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ id, kind, cells }, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a record may have several rows
          <tr key={`${id} ${row}`} {...(kind && { [`data-${kind}`]: id })}>
            {cells.map((cell, at) =>
              at === 0 ? (
                <th key={table.columns[at]} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={table.columns[at]}>{cell}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

const ENDINGS = ["csv", "png", "pdf"] as const;

const Files = ({ stem, words }: { stem: string; words: AllWords }): ReactNode => (
  <span className="files">
    {ENDINGS.map((ending) => (
      <Fragment key={ending}>
        {" | "}
        <Away href={`${stem}.${ending}`} words={words}>
          {words.embed.files[ending]}
        </Away>
      </Fragment>
    ))}
  </span>
);

const Foot = ({ words, credit, fullView, shortAddress, files = "", logo = true }: FrameProps): ReactNode => {
  const { licence, release, kept } = credit;
  const pieces: ReactNode[] = [
    licence?.href ? (
      <Away key="licence" href={licence.href} words={words}>
        {licence.text}
      </Away>
    ) : (
      (licence?.text ?? null)
    ),
    release === "" ? null : words.figures.release(release),
    kept,
    logo ? (
      <Away key="open" href={fullView} words={words}>
        {words.embed.open}
      </Away>
    ) : null,
  ].filter((piece) => piece !== null);
  return (
    <footer>
      {credit.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>
        {pieces.map((piece, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces keep their places
          <Fragment key={at}>
            {at > 0 ? " | " : ""}
            {piece}
          </Fragment>
        ))}
        {files === "" ? null : <Files stem={files} words={words} />}
      </p>
      {shortAddress === "" ? null : <p className="on-paper">{shortAddress}</p>}
    </footer>
  );
};

export const Frame = (props: FrameProps): ReactNode => {
  const {
    words,
    text,
    status,
    notices = [],
    refused = [],
    note = "",
    chosen = null,
    newer = null,
    since = null,
    table = true,
    children,
  } = props;
  return (
    <>
      <h1>{text.title}</h1>
      {status === "" ? null : (
        <p className="hidden" role="status">
          {status}
        </p>
      )}
      <Notice title={words.embed.leftAside} items={notices} />
      <Notice title={words.embed.coloursRefused} items={refused} />
      {children}
      {note === "" ? null : <p className="note">{note}</p>}
      <div className="chosen" role="status">
        {chosen ? (
          <p>
            {words.embed.chosen}: <strong>{chosen.title}</strong>.{" "}
            <Away href={chosen.href} words={words}>
              {words.embed.openChosen}
            </Away>
          </p>
        ) : null}
      </div>
      {table ? (
        <details open={props.open} onToggle={(event) => props.onOpen?.(event.currentTarget.open)}>
          <summary>{words.embed.table}</summary>
          <Table table={text.table} />
          <p className="note">
            {words.embed.howWeCount}: {text.howWeCount}
          </p>
        </details>
      ) : null}
      <Foot {...props} />
      {newer === null ? null : (
        <p className="newer">
          <Away href={newer} words={words}>
            {words.embed.newer}
          </Away>
        </p>
      )}
      {since === null ? null : (
        <p className="since" role="status">
          {since.text}{" "}
          <Away href={since.href} words={words}>
            {since.link}
          </Away>
        </p>
      )}
    </>
  );
};

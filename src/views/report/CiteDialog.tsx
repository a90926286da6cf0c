import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { Citation } from "#export/cite.ts";
import type { AllWords } from "#model/words/en/index.ts";
import { Button } from "#ui/Button.tsx";
import { CopyButton } from "#ui/CopyButton.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { Notice } from "#ui/Notice.tsx";
import { Progress } from "#ui/Progress.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import type { Making, Shown } from "./make-data.ts";
import { saveFile } from "./save.ts";
import "./cite.css";

type Format = keyof Citation;

const FORMATS: readonly Format[] = ["text", "short", "bibtex", "ris", "csl"];

/** Formats that are files of their own. */
const FILES: Readonly<Partial<Record<Format, { readonly extension: string; readonly type: string }>>> = {
  bibtex: { extension: "bib", type: "application/x-bibtex" },
  ris: { extension: "ris", type: "application/x-research-info-systems" },
  csl: { extension: "json", type: "application/vnd.citationstyles.csl+json" },
};

export interface CiteDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly shown: Shown;
  readonly making: Making;
  /** Tells citations of this record and state from those of another in the query cache. */
  readonly cacheKey: string;
  readonly words: AllWords;
}

/** What the address in a citation holds. */
const addressNote = ({ shown, making, words }: CiteDialogProps): string => {
  const { frozen, live } = making.addresses(shown);
  if (frozen !== null) return words.export.citeFrozen;
  return live === null ? words.export.citeLocal : words.export.citeLive;
};

const Body = (props: CiteDialogProps): ReactNode => {
  const { shown, making, cacheKey, words } = props;
  const said = words.export;
  const [format, setFormat] = useState<Format>("text");
  /** How far it is, from 0 to 1; null where that is not known, or soon done. */
  const [share, setShare] = useState<number | null>(null);
  const { data, isError } = useQuery({
    queryKey: [cacheKey, "citation", shown, making.edition.release, making.addresses(shown)],
    queryFn: async ({ signal }) => {
      const { makeCitation } = await import("./make-data.ts");
      return makeCitation(shown, making, (far) => {
        // The dialog was closed.
        signal.throwIfAborted();
        setShare(far);
      });
    },
  });
  if (isError) return <Notice tone="error" title={said.citeFailed} />;
  const file = FILES[format];
  const text = data?.citation[format];
  const waiting = share === null ? <Skeleton /> : <Progress label={said.citeMaking} value={share} />;
  return (
    <div className="cite">
      <Segmented<Format>
        label={said.citeWhat}
        hideLabel
        value={format}
        onValue={setFormat}
        options={FORMATS.map((id) => ({ id, label: said.citeFormats[id] }))}
      />
      {text === undefined ? (
        waiting
      ) : (
        <section
          className="cite-text"
          aria-label={said.citeFormats[format]}
          data-prose={file ? undefined : ""}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard
          tabIndex={0}
          translate="no"
        >
          <pre>{text}</pre>
        </section>
      )}
      <p className="cite-note">{addressNote(props)}</p>
      <div className="cite-tools">
        <CopyButton
          key={format}
          text={text ?? ""}
          disabled={text === undefined}
          label={said.copy}
          copiedLabel={said.copied}
          failedLabel={said.copyFailed}
        />
        {file ? (
          <Button
            icon="sink"
            disabled={text === undefined}
            onClick={() =>
              data &&
              saveFile({ name: `${data.stem}.${file.extension}`, type: file.type, bytes: data.citation[format] })
            }
          >
            {said.downloadAs(file.extension)}
          </Button>
        ) : null}
      </div>
    </div>
  );
};

/** How to cite the figure on the screen: one format at a time, to copy or to keep as a file. */
export const CiteDialog = (props: CiteDialogProps): ReactNode => (
  <Dialog
    open={props.open}
    onClose={props.onClose}
    title={props.words.export.citeTitle}
    closeLabel={props.words.export.close}
  >
    <Body {...props} />
  </Dialog>
);

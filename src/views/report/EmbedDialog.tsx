import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { Dark } from "#model/look.ts";
import type { SnippetKind, SnippetState } from "#model/words/en/snippets.ts";
import { CopyButton } from "#ui/CopyButton.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { Notice } from "#ui/Notice.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { useDataset } from "../state/dataset.tsx";
import type { Shown } from "./make-data.ts";
import { useMaking } from "./site.ts";
import { useAllWords } from "./words.ts";
import "./cite.css";

interface Props {
  readonly shown: Shown;
  readonly onClose: () => void;
}

const KINDS: readonly SnippetKind[] = ["page", "frame", "report", "slides"];
const STATES: readonly SnippetState[] = ["live", "frozen"];
const GROUNDS: readonly Dark[] = ["false", "true", "auto"];
/** Whether the panel shows fewer than the page's filter leaves: an address cannot say so. */
const isNarrowed = ({ officials }: Shown): boolean =>
  officials !== undefined &&
  (officials.side !== null || officials.organization !== null || officials.text.trim() !== "");
/** A report keeps what it was written from; a page follows. */
const USUAL: Readonly<Record<SnippetKind, SnippetState>> = {
  page: "live",
  frame: "live",
  report: "frozen",
  slides: "frozen",
};

const Body = ({ shown }: Pick<Props, "shown">): ReactNode => {
  const words = useAllWords();
  const { key, sources } = useDataset();
  const making = useMaking();
  const said = words.snippets;
  const [kind, setKind] = useState<SnippetKind>("page");
  const [chosen, setChosen] = useState<SnippetState | null>(null);
  const [dark, setDark] = useState<Dark>("false");
  const kept = making.addresses(shown).frozen !== null;
  const wanted = chosen ?? USUAL[kind];
  const frozen = wanted === "frozen" && kept;
  const { data, isError } = useQuery({
    queryKey: [key, "snippets", shown, making.edition.release, frozen, dark],
    queryFn: async () =>
      (await import("./make-snippets.ts")).makeSnippets(
        shown,
        making,
        { frozen, dark },
        sources.map((source) => source.publisher),
      ),
    gcTime: 60_000,
  });
  const text = data?.texts[kind];
  return (
    <div className="cite">
      <Segmented<SnippetKind>
        label={said.kind}
        hideLabel
        value={kind}
        onValue={setKind}
        options={KINDS.map((id) => ({ id, label: said.kinds[id] }))}
      />
      <p className="cite-note">{said.hints[kind]}</p>
      <div className="cite-tools">
        <Segmented<SnippetState>
          label={said.state}
          value={frozen ? "frozen" : "live"}
          onValue={setChosen}
          options={STATES.map((id) => ({ id, label: said.states[id] }))}
        />
        <Segmented<Dark>
          label={said.ground}
          value={dark}
          onValue={setDark}
          options={GROUNDS.map((id) => ({ id, label: said.grounds[id] }))}
        />
      </div>
      <p className="cite-note">
        {wanted === "frozen" && !kept ? said.notKept : said.stateHints[frozen ? "frozen" : "live"]}
      </p>
      {isNarrowed(shown) ? <Notice tone="info" title={said.notNarrowed} /> : null}
      {isError ? <Notice tone="error" title={said.failed} /> : null}
      {text === undefined ? (
        isError ? null : (
          <Skeleton />
        )
      ) : (
        <section
          className="cite-text"
          aria-label={said.code}
          data-prose={kind === "slides" ? "" : undefined}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard
          tabIndex={0}
          translate="no"
        >
          <pre>{text}</pre>
        </section>
      )}
      {data?.inside && kind !== "frame" && kind !== "slides" ? <p className="cite-note">{said.inside}</p> : null}
      <div className="cite-tools">
        <CopyButton
          key={`${kind} ${frozen} ${dark}`}
          text={text ?? ""}
          disabled={text === undefined}
          label={said.copy}
          copiedLabel={said.copied}
          failedLabel={said.copyFailed}
        />
        {data ? (
          <a className="cite-note" href={data.address} target="_blank" rel="noopener">
            {said.look}
          </a>
        ) : null}
      </div>
    </div>
  );
};

/** What to paste so that the figure on the screen stands in another page, in a report, on a slide. */
const EmbedDialog = ({ shown, onClose }: Props): ReactNode => {
  const words = useAllWords();
  const { origin } = useDataset();
  const said = words.snippets;
  return (
    <Dialog
      open
      onClose={onClose}
      title={said.title(words.figures.names[shown.figure])}
      closeLabel={said.close}
      size="wide"
    >
      {origin.kind === "site" ? <Body shown={shown} /> : <Notice tone="info" title={said.notHere} />}
    </Dialog>
  );
};

// The default export that React.lazy asks for.
export default EmbedDialog;

import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { DARK, LIGHT } from "#charts/kit/theme.ts";
import { PRESET_NAMES, type PresetName } from "#figures/presets.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { Notice } from "#ui/Notice.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Select } from "#ui/Select.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { useDataset } from "../state/dataset.tsx";
import { drawnItems } from "./drawn-items.ts";
import type { Shown } from "./make-data.ts";
import { useMaking } from "./site.ts";
import { useSaving } from "./use-saving.ts";
import { useAllWords } from "./words.ts";
import "./report.css";

interface Props {
  readonly shown: Shown;
  readonly onClose: () => void;
}

type Ground = "light" | "dark" | "none";
type Frame = "with" | "without";

/** A figure made for what it goes into: its size, its ground, with or without its footer; seen before it is saved. */
const ReportDialog = ({ shown, onClose }: Props): ReactNode => {
  const making = useMaking();
  const words = useAllWords();
  const { key, sources } = useDataset();
  const { busy, save } = useSaving();
  const [preset, setPreset] = useState<PresetName>("a4-full");
  const [ground, setGround] = useState<Ground>("light");
  const [frame, setFrame] = useState<Frame>("with");
  const said = words.export;
  const drawing = {
    preset,
    theme: ground === "dark" ? DARK : LIGHT,
    transparent: ground === "none",
    plain: frame === "without",
    scale: 1,
    publishers: sources.map((source) => source.publisher),
  };
  const { data, isError } = useQuery({
    queryKey: [key, "report", shown, preset, ground, frame, making.edition.release],
    queryFn: async () => (await import("./make-figure.ts")).previewFigure(shown, making, drawing),
    gcTime: 60_000,
  });
  const items = drawnItems(words);
  return (
    <Dialog
      open
      onClose={onClose}
      title={said.reportTitle(words.figures.names[shown.figure])}
      closeLabel={said.close}
      size="wide"
      footer={
        <div className="report-formats">
          {items.map(({ id, format, scale, label, detail }) => (
            <Button
              key={id}
              icon="sink"
              title={detail}
              aria-disabled={busy !== null}
              onClick={() =>
                busy === null &&
                save(label, async () =>
                  (await import("./make-figure.ts")).makeFigure(format, shown, making, { ...drawing, scale }),
                )
              }
            >
              {label}
            </Button>
          ))}
        </div>
      }
    >
      <div className="report-choices">
        <Select<PresetName>
          label={said.size}
          value={preset}
          onValue={setPreset}
          options={PRESET_NAMES.map((id) => ({ id, label: said.sizes[id] }))}
        />
        <Segmented<Ground>
          label={said.ground}
          value={ground}
          onValue={setGround}
          options={(["light", "dark", "none"] as const).map((id) => ({ id, label: said.grounds[id] }))}
        />
        <Segmented<Frame>
          label={said.frame}
          value={frame}
          onValue={setFrame}
          options={(["with", "without"] as const).map((id) => ({ id, label: said.frames[id] }))}
        />
      </div>
      <div className="report-preview" data-ground={ground} aria-busy={!data}>
        {isError ? <Notice tone="error" title={said.failed(said.preview)} /> : null}
        {data ? (
          <img src={data.address} alt={data.alt} width={data.width} height={data.height} />
        ) : isError ? null : (
          <Skeleton height={320} />
        )}
      </div>
    </Dialog>
  );
};

// The default export that React.lazy asks for.
export default ReportDialog;

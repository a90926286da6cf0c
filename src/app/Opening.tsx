import { useQueryState } from "nuqs";
import { type ReactNode, useEffect, useRef } from "react";
import { addressParsers } from "#model/url.ts";
// By area, not the whole catalogue: this screen stands before everything else is loaded.
import { failure as failureWords } from "#model/words/en/faults.ts";
import { number } from "#model/words/en/numbers.ts";
import * as page from "#model/words/en/page.ts";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import { Progress } from "#ui/Progress.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import type { Opened } from "./record.ts";
import "./opening.css";

interface OpeningProps {
  readonly record: Exclude<Opened, { state: "open" }>;
  readonly onFile: (file: File) => void;
  /** Back to the site's own record. */
  readonly onSite: () => void;
}

const size = (bytes: number): string =>
  bytes < 1_000_000 ? `${number(Math.ceil(bytes / 1_000))} kB` : `${number(Math.round(bytes / 100_000) / 10)} MB`;

const Loading = ({ record }: { record: Extract<Opened, { state: "loading" }> }): ReactNode => {
  const { progress, slow } = record;
  const read = progress
    ? page.loadingBytes(size(progress.loaded), progress.total === null ? null : size(progress.total))
    : "";
  return (
    <div className="opening" aria-busy="true">
      <Progress
        label={[page.loading, read, slow ? page.slow : ""].filter(Boolean).join(". ")}
        value={progress?.total ? progress.loaded / progress.total : undefined}
      />
      <Skeleton height={84} />
      <Skeleton height={360} />
      <Skeleton height={360} />
    </div>
  );
};

/** What stands where the dashboard will be: how far loading is, or why it ended and what can be done. */
export const Opening = ({ record, onFile, onSite }: OpeningProps): ReactNode => {
  const [data, setData] = useQueryState("data", { ...addressParsers.data, history: "push" });
  const picker = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.documentElement.dataset.state = record.state === "failed" ? "error" : "loading";
  }, [record.state]);
  const failed = record.state === "failed" ? record : null;
  const told = failed ? failureWords(failed.failure) : null;
  return (
    <>
      <header className="opening-head">
        <h1>{page.product}</h1>
      </header>
      <main>
        {record.state === "loading" ? <Loading record={record} /> : null}
        {failed && told ? (
          <div className="opening">
            <Notice
              tone="error"
              title={told.title}
              actions={
                <>
                  <Button variant="solid" onClick={failed.retry}>
                    {page.tryAgain}
                  </Button>
                  <Button onClick={() => picker.current?.click()}>{page.openOther}</Button>
                  {failed.origin.kind === "site" ? null : (
                    <Button
                      onClick={() => {
                        if (data !== null) void setData(null);
                        onSite();
                      }}
                    >
                      {page.backToRecord}
                    </Button>
                  )}
                </>
              }
            >
              {told.text}
            </Notice>
          </div>
        ) : null}
      </main>
      <input
        ref={picker}
        type="file"
        accept=".json,.zip,application/json,application/zip"
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) onFile(file);
        }}
      />
    </>
  );
};

import { type ReactNode, Suspense, useCallback, useMemo, useState } from "react";
import { Page } from "#views/Page.tsx";
import { DropFile } from "./DropFile.tsx";
import { Opening } from "./Opening.tsx";
import { Reading } from "./Reading.tsx";
import { useRecord } from "./record.ts";

/** The dashboard over whichever record is open, or what stands in its way. */
export const App = (): ReactNode => {
  const [file, setFile] = useState<File | null>(null);
  const [shortcuts, setShortcuts] = useState(true);
  const record = useRecord(file);
  const onSite = useCallback(() => setFile(null), []);
  const waiting = useMemo(
    () => <Opening record={{ state: "loading", progress: null, slow: false }} onFile={setFile} onSite={onSite} />,
    [onSite],
  );
  if (record.state !== "open")
    return (
      <>
        <Opening record={record} onFile={setFile} onSite={onSite} />
        <DropFile onFile={setFile} />
      </>
    );
  return (
    <Suspense fallback={waiting}>
      <DropFile onFile={setFile} />
      {record.dataset.whole ? null : <Reading progress={record.progress} />}
      <Page
        key={record.dataset.page}
        dataset={record.dataset}
        waiting={waiting}
        shortcuts={shortcuts}
        onShortcuts={setShortcuts}
        onFile={setFile}
        onSite={onSite}
      />
    </Suspense>
  );
};

import { lazy, type ReactNode, Suspense, useCallback, useState } from "react";
import { Opening } from "./Opening.tsx";
import { useRecord } from "./record.ts";

/** Asked for at once, beside the record. */
const page = import("#views/Page.tsx");
const Page = lazy(async () => ({ default: (await page).Page }));

/** The dashboard over whichever record is open, or what stands in its way. */
export const App = (): ReactNode => {
  const [file, setFile] = useState<File | null>(null);
  const record = useRecord(file);
  const onSite = useCallback(() => setFile(null), []);
  if (record.state !== "open") return <Opening record={record} onFile={setFile} onSite={onSite} />;
  return (
    <Suspense
      fallback={<Opening record={{ state: "loading", progress: null, slow: false }} onFile={setFile} onSite={onSite} />}
    >
      <Page key={record.dataset.key} dataset={record.dataset} onFile={setFile} onSite={onSite} />
    </Suspense>
  );
};

import { type ReactNode, useEffect } from "react";
import type { Progress as Bytes } from "#data/fetch.ts";
import * as page from "#model/words/en/page.ts";
import { ProgressBox } from "#ui/ProgressBox.tsx";

/** How far a large record is read, above a page that is already over the rows there are. */
export const Reading = ({ progress }: { readonly progress: Bytes | null }): ReactNode => {
  useEffect(() => {
    document.documentElement.dataset.state = "loading";
  }, []);
  const share = progress?.total ? progress.loaded / progress.total : undefined;
  return <ProgressBox label={page.stillLoading(share === undefined ? null : Math.floor(share * 100))} value={share} />;
};

import type { ReactNode } from "react";
import { useDataset } from "../state/dataset.tsx";
import { useLook } from "../state/look.tsx";

const webAddress = (address: string): string | null => (/^https?:\/\//i.test(address) ? address : null);

/** The releases behind the record, its licence and the day it was released. */
export const Footer = (): ReactNode => {
  const { meta, sources } = useDataset();
  const { words } = useLook();
  const { page } = words;
  return (
    <footer className="footer">
      <h2>{page.sourcesTitle}</h2>
      <ol>
        {sources.slice(0, 100).map((source) => {
          const href = webAddress(source.url);
          return (
            <li key={source.id}>
              {href ? (
                <a href={href} target="_blank" rel="noopener noreferrer">
                  {source.title}
                </a>
              ) : (
                source.title
              )}
              , {source.publisher}
              {source.published ? `, ${words.dates.date(source.published)}` : ""}
              {source.note ? `. ${source.note}` : ""}
            </li>
          );
        })}
      </ol>
      {sources.length > 100 ? <p>{page.moreSources(sources.length - 100)}</p> : null}
      {meta.coverage ? <p>{meta.coverage}</p> : null}
      <p>
        {page.licence}: {meta.license}. {page.release}: {words.dates.date(meta.release)}. {page.places}
      </p>
    </footer>
  );
};

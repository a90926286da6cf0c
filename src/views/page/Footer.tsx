import { type ReactNode, useState } from "react";
import { Button } from "#ui/Button.tsx";
import { useDataset } from "../state/dataset.tsx";
import { useLook } from "../state/look.tsx";

const webAddress = (address: string): string | null => (/^https?:\/\//i.test(address) ? address : null);

/** Sources named before the reader asks for more, and how many more come then. */
const FIRST = 12;
const MORE = 100;

/** The releases behind the record, its licence and the day it was released. */
export const Footer = (): ReactNode => {
  const { meta, sources } = useDataset();
  const { words } = useLook();
  const { page } = words;
  const [shown, setShown] = useState(FIRST);
  const left = sources.length - shown;
  return (
    <footer className="footer">
      <h2>{page.sourcesTitle}</h2>
      <ol>
        {sources.slice(0, shown).map((source) => {
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
      {left > 0 ? (
        <p>
          <Button variant="link" onClick={() => setShown(shown + MORE)}>
            {page.moreOf(left)}
          </Button>
        </p>
      ) : null}
      {meta.coverage ? <p>{meta.coverage}</p> : null}
      <p>
        {page.licence}: {meta.license}. {page.release}: {words.dates.date(meta.release)}. {page.places}
      </p>
    </footer>
  );
};

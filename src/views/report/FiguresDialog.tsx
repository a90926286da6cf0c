import type { ReactNode } from "react";
import { FIGURES, type FigureName } from "#figures/names.ts";
import { type Filter, isUnfiltered, NO_FILTER } from "#model/filter.ts";
import { Dialog } from "#ui/Dialog.tsx";
import { useAddress } from "../state/address.tsx";
import { useDataset } from "../state/dataset.tsx";
import { FigureTools } from "./FigureTools.tsx";
import { useAllWords } from "./words.ts";
import "./figures.css";

/** The site's picture of a figure under this filter, where there is one. */
const pictureOf = (figure: FigureName, filter: Filter): string | null => {
  if (isUnfiltered(filter)) return `embed/${figure}/${figure}.svg`;
  const [partner, ...more] = filter.partner;
  const alone = partner !== undefined && more.length === 0 && isUnfiltered({ ...filter, partner: NO_FILTER.partner });
  return alone ? `embed/${figure}/${encodeURIComponent(partner)}/${figure}.svg` : null;
};

/** Every figure in one place, each with what can be taken away from it. */
const FiguresDialog = ({ onClose }: { onClose: () => void }): ReactNode => {
  const words = useAllWords();
  const { filter, view } = useAddress();
  const { origin } = useDataset();
  const said = words.snippets;
  return (
    <Dialog open onClose={onClose} title={words.page.figuresForReport} closeLabel={said.close} size="wide">
      <p className="figures-hint">{said.figuresHint}</p>
      <ul className="figures-list">
        {FIGURES.map((figure) => {
          const picture = origin.kind === "site" ? pictureOf(figure, filter) : null;
          return (
            <li key={figure} data-item={figure}>
              {picture ? <img src={picture} alt="" loading="lazy" width={220} height={130} /> : null}
              <h3>{words.figures.names[figure]}</h3>
              <div className="figures-tools">
                <FigureTools figure={figure} event={figure === "event" ? view.event : null} />
              </div>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
};

// The default export that React.lazy asks for.
export default FiguresDialog;

import type { ReactNode } from "react";
import { Dialog } from "#ui/Dialog.tsx";
import { Kbd } from "#ui/Kbd.tsx";
import { useDataset } from "../state/dataset.tsx";
import { useLook } from "../state/look.tsx";

interface HelpProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly shortcuts: boolean;
  readonly onShortcuts: (on: boolean) => void;
}

/** The keys, how to read the marks, and how the record counts. */
const Help = ({ open, onClose, shortcuts, onShortcuts }: HelpProps): ReactNode => {
  const { words } = useLook();
  const { meta } = useDataset();
  const { page } = words;
  return (
    <Dialog open={open} onClose={onClose} title={page.helpTitle} closeLabel={page.close}>
      <dl className="help-keys">
        {page.helpKeys.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              {keys.split(" ").map((one) => (
                <Kbd key={one}>{one}</Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="help-shortcuts">
        <input type="checkbox" checked={shortcuts} onChange={(event) => onShortcuts(event.currentTarget.checked)} />
        {page.helpShortcuts}
      </label>
      <h3>{page.helpReading}</h3>
      <ul className="help-reading">
        {page.helpMarks.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h3>{page.howWeCount}</h3>
      <p>{meta.counting}</p>
      {meta.coverage ? <p>{meta.coverage}</p> : null}
    </Dialog>
  );
};

// The default export that React.lazy asks for.
export default Help;

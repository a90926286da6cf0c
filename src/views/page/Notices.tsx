import { type ReactNode, useState } from "react";
import { Button } from "#ui/Button.tsx";
import { Disclosure } from "#ui/Disclosure.tsx";
import { Notice } from "#ui/Notice.tsx";
import { useAddress } from "../state/address.tsx";
import { useDataset } from "../state/dataset.tsx";
import { useLook } from "../state/look.tsx";

/** Faults listed before the reader asks for the rest. */
const FIRST = 50;

const Faults = (): ReactNode => {
  const { faults, leftOut, noted } = useDataset();
  const { words } = useLook();
  const { page } = words;
  const [shown, setShown] = useState(FIRST);
  if (!faults.length) return null;
  return (
    <Notice
      tone="warn"
      title={[leftOut ? page.leftOut(leftOut) : "", noted ? page.noted(noted) : ""].filter(Boolean).join("; ")}
    >
      <Disclosure summary={page.showFaults}>
        <ul className="faults">
          {faults.slice(0, shown).map((fault) => {
            const said = words.faults.fault(fault);
            return <li key={said}>{said}</li>;
          })}
        </ul>
        {faults.length > shown ? (
          <Button variant="link" onClick={() => setShown(faults.length)}>
            {page.moreOf(faults.length - shown)}
          </Button>
        ) : null}
      </Disclosure>
    </Notice>
  );
};

/** What a reader must know before trusting the page: another record, rows left out, an address that asks too much. */
export const Notices = ({ onSite }: { onSite: () => void }): ReactNode => {
  const { origin } = useDataset();
  const { unknown, dropUnknown, setView } = useAddress();
  const { words } = useLook();
  const { page } = words;
  const back = (): void => {
    if (origin.kind === "address") setView({ data: null });
    else onSite();
  };
  return (
    <div className="notices">
      {origin.kind === "site" ? null : (
        <Notice
          tone="info"
          title={origin.kind === "file" ? page.localFile(origin.name) : page.otherData(origin.address)}
          actions={<Button onClick={back}>{page.backToRecord}</Button>}
        />
      )}
      <Faults />
      {unknown.length ? (
        <Notice
          tone="warn"
          title={unknown.map((one) => page.unknownValue(one.key, one.value)).join(" ")}
          actions={<Button onClick={dropUnknown}>{page.dropUnknown}</Button>}
        />
      ) : null}
    </div>
  );
};

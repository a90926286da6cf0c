import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Button } from "#ui/Button.tsx";
import { Popover } from "#ui/Popover.tsx";
import { useAddress } from "../state/address.tsx";
import { useLook } from "../state/look.tsx";

/** From and to, typed as EDTF: a year, a month or a day. Both ends are in. */
export const DatesMenu = (): ReactNode => {
  const { filter, setFilter } = useAddress();
  const { words } = useLook();
  const id = useId();
  const [fault, setFault] = useState<string | null>(null);

  const apply = async (event: FormEvent<HTMLFormElement>, close: () => void): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const { parseDate } = await import("#lib/edtf-dates.ts");
    const [from, to] = (["from", "to"] as const).map((key) => String(form.get(key) ?? "").trim() || null);
    const bad = [from, to].find((text) => text && !parseDate(text).ok);
    if (bad) {
      setFault(words.page.badDate(bad));
      return;
    }
    setFault(null);
    setFilter((now) => ({ ...now, from: from ?? null, to: to ?? null }));
    close();
  };

  const chosen = Number(filter.from !== null) + Number(filter.to !== null);
  return (
    <Popover label={words.page.dates} count={chosen} countLabel={words.page.chosen}>
      {(close) => (
        <form className="dates" onSubmit={(event) => apply(event, close)} key={`${filter.from} ${filter.to}`}>
          {(["from", "to"] as const).map((key) => (
            <label key={key}>
              {words.page[key]}
              <input
                name={key}
                defaultValue={filter[key] ?? ""}
                autoComplete="off"
                spellCheck={false}
                aria-describedby={`${id}-hint`}
                aria-invalid={fault !== null}
              />
            </label>
          ))}
          <p id={`${id}-hint`} className={fault ? "dates-fault" : "dates-hint"} aria-live="polite">
            {fault ?? words.page.datesHint}
          </p>
          <Button variant="solid" type="submit">
            {words.page.apply}
          </Button>
        </form>
      )}
    </Popover>
  );
};

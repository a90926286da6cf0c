import type { JSX } from "react";
import { Ledger } from "../kit/Ledger.tsx";
import type { LedgerLayout } from "../kit/ledger.ts";
import type { Pointing } from "../kit/pressable.ts";
import type { Theme } from "../kit/theme.ts";

interface Props {
  readonly layout: LedgerLayout;
  readonly theme: Theme;
  readonly label: string;
  readonly pointing?: Pointing;
}

/** The ledger of agreements. */
export function Agreements(props: Props): JSX.Element {
  return <Ledger name="agreements" kind="agreement" {...props} />;
}

import type { ReactNode } from "react";
import "./Kbd.css";

/** A key, as printed on a keyboard. */
export const Kbd = ({ children }: { readonly children: ReactNode }) => <kbd className="ui-kbd">{children}</kbd>;

import { useEffect, useRef, useState } from "react";
import { announce } from "./announce.ts";
import { Button, type ButtonProps } from "./Button.tsx";

/** For pages without the clipboard interface (plain http, some embeds); true when it worked. */
const copyByHand = (text: string, beside: HTMLElement): boolean => {
  const box = document.createElement("textarea");
  box.value = text;
  box.readOnly = true;
  box.className = "ui-hidden";
  // Beside the button, since in an open dialog nothing outside it can be selected.
  beside.after(box);
  box.select();
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    box.remove();
    beside.focus();
  }
};

export interface CopyButtonProps extends Omit<ButtonProps, "onClick" | "children"> {
  /** What is copied, or how to make it. */
  readonly text: string | (() => string);
  readonly label: string;
  readonly copiedLabel: string;
  readonly failedLabel: string;
}

/** Copies text, says so on the button for two seconds and aloud. */
export const CopyButton = ({ text, label, copiedLabel, failedLabel, ...rest }: CopyButtonProps) => {
  const [outcome, setOutcome] = useState<"copied" | "failed">();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async (button: HTMLElement) => {
    const words = typeof text === "string" ? text : text();
    const copied = await Promise.resolve(navigator.clipboard?.writeText(words).then(() => true))
      .catch(() => undefined)
      .then((done) => done ?? copyByHand(words, button));
    announce(copied ? copiedLabel : failedLabel);
    setOutcome(copied ? "copied" : "failed");
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOutcome(undefined), 2000);
  };
  return (
    <Button icon={outcome === "copied" ? "check" : "copy"} {...rest} onClick={(event) => copy(event.currentTarget)}>
      {outcome === undefined ? label : outcome === "copied" ? copiedLabel : failedLabel}
    </Button>
  );
};

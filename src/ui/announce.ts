import "./announce.css";

let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Says something politely to screen readers and, with `show`, in a small box at the foot of the page for five seconds.
 * The region stands inside the open modal dialog if there is one, because everything outside it is silent then. It
 * carries `aria-live` and not the role `status`, which the page keeps for one sentence.
 */
export const announce = (text: string, options: { readonly show?: boolean } = {}): void => {
  const host = Array.from(document.querySelectorAll("dialog[open]")).at(-1) ?? document.body;
  let region = host.querySelector<HTMLElement>(":scope > .ui-toast");
  if (!region) {
    region = document.createElement("div");
    region.className = "ui-toast";
    region.setAttribute("aria-live", "polite");
    host.append(region);
  }
  const box = region;
  clearTimeout(timer);
  box.classList.toggle("ui-toast-shown", options.show === true);
  // The same words twice would not be read twice: a trailing space makes them new.
  box.textContent = box.textContent === text ? `${text}\u00a0` : text;
  timer = setTimeout(() => {
    box.classList.remove("ui-toast-shown");
    box.textContent = "";
  }, 5000);
};

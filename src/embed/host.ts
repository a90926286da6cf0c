/**
 * For pages that hold a figure: the element `<liaison-figure src title height>` around a linked picture becomes the
 * live frame when it comes near the screen, and follows the frame's height. Without this script the picture stays.
 *
 * Figures with the same word in `link` (`<liaison-figure src="…/embed/map/" link="korea">`) are linked: a partner, topic,
 * official or place that is chosen in one narrows the others until it is let go, an event that is chosen is shown by a
 * figure of one event, timelines move together. No figure outside of the group hears of it.
 */
import { createGroup, type Group } from "./link.ts";

const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";
const ALLOW = "clipboard-write; web-share; fullscreen";
const NEAR = "400px";
/** No figure is higher, whatever a frame says. */
const TALLEST = 20_000;

/** By the word in `link`. */
const groups: Record<string, Group> = Object.create(null);

class LiaisonFigure extends HTMLElement {
  private frame: HTMLIFrameElement | null = null;
  private hear: ReturnType<Group["join"]> | null = null;

  connectedCallback(): void {
    if (this.frame) return;
    this.style.display = "block";
    new IntersectionObserver(
      (seen, observer) => {
        if (!seen.some((one) => one.isIntersecting)) return;
        observer.disconnect();
        this.load();
      },
      { rootMargin: NEAR },
    ).observe(this);
  }

  disconnectedCallback(): void {
    this.hear?.({ type: "deselect" });
  }

  private load(): void {
    const src = this.getAttribute("src");
    if (!src || !/^(?:https?:)?\/\/|^[./\w]/i.test(src) || /^(?:javascript|data):/i.test(src)) return;
    const frame = document.createElement("iframe");
    frame.title = this.title || (this.querySelector("img")?.alt ?? "");
    frame.height = this.getAttribute("height") ?? "420";
    frame.width = "100%";
    frame.style.border = "0";
    frame.style.display = "block";
    frame.setAttribute("sandbox", SANDBOX);
    frame.allow = ALLOW;
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.src = src;
    this.frame = frame;
    const picture = [...this.children].filter((child): child is HTMLElement => child instanceof HTMLElement);
    // Until the frame has told its height the picture stands alone. A frame that is hidden would tell none.
    let came = !picture.length;
    const show = (live: boolean): void => {
      frame.style.height = live ? "" : "1px";
      for (const child of picture) child.hidden = live;
    };
    show(came);
    const link = this.getAttribute("link");
    if (link) {
      groups[link] ??= createGroup();
      this.hear = groups[link].join((state) => this.tell("setState", state));
    }
    window.addEventListener("message", (event) => {
      if (event.source !== frame.contentWindow) return;
      const said = event.data;
      if (said?.source !== "liaison" || said.v !== 1) return;
      const height = said.type === "height" ? said.data?.height : 0;
      if (Number.isFinite(height) && height > 0) {
        frame.height = String(Math.min(TALLEST, Math.ceil(height)));
        if (!came) show(true);
        came = true;
      }
      this.hear?.(said);
      this.dispatchEvent(new CustomEvent(`liaison:${said.type}`, { detail: said.data, bubbles: true }));
    });
    this.append(frame);
    if (!picture.length) return;
    // On paper a frame is cut where its page was; the picture is whole, with its footer and address.
    window.addEventListener("beforeprint", () => show(false));
    window.addEventListener("afterprint", () => show(came));
  }

  /** Sends an order of the frame's protocol: `setState`, `getState`, `getAlt`, `setTheme`. */
  tell(type: string, data?: unknown): void {
    this.frame?.contentWindow?.postMessage({ target: "liaison", v: 1, type, data }, "*");
  }
}

if (!customElements.get("liaison-figure")) customElements.define("liaison-figure", LiaisonFigure);

/** Workers that read beside, in this thread. */
import { vi } from "vitest";
import { readFor } from "#store/worker/beside.ts";

type Fate = "runs" | "fails" | "dies";

class Other extends EventTarget {
  readonly terminate = vi.fn();
  private readonly fate: Fate;

  constructor(fate: Fate) {
    super();
    this.fate = fate;
    setTimeout(() => this.dispatchEvent(new Event(fate === "fails" ? "error" : "message")));
  }

  postMessage(_: unknown, [port]: [MessagePort]): void {
    if (this.fate !== "dies") {
      readFor(port);
      const read = port.onmessage;
      port.onmessage = (event) => {
        others.blocks += 1;
        read?.call(port, event);
      };
      return;
    }
    port.onmessage = () => {
      others.blocks += 1;
      this.dispatchEvent(new Event("error"));
    };
  }
}

export const others = {
  made: [] as Other[],
  /** What becomes of the workers, in the order they are made; those not named run. */
  fates: [] as readonly Fate[],
  /** Blocks they were sent. */
  blocks: 0,
};

export const forget = (): void => void Object.assign(others, { made: [], fates: [], blocks: 0 });

export const startHere = (): Worker => {
  const other = new Other(others.fates[others.made.length] ?? "runs");
  others.made.push(other);
  return other as unknown as Worker;
};

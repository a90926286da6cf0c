/** Two seconds of a real hand over a figure: the wheel inward, a drag there and back, the wheel outward. */
import { setTimeout as sleep } from "node:timers/promises";
import type { CDPSession, Page } from "playwright-core";

const LENGTH = 2_000;
const DRAG_FROM = 700;
const DRAG_UNTIL = 1_400;
const BEAT = 16;
const NOTCH = 60;
const STRIDE = 6;
const STRIDES = 22;
/** Where the figure has buttons instead of a wheel, presses so far apart. */
const PRESS_EVERY = 230;

interface Point {
  readonly x: number;
  readonly y: number;
}

const middleOf = async (page: Page, selector: string): Promise<Point> => {
  const box = await page.locator(selector).first().boundingBox();
  const view = page.viewportSize();
  if (!box || !view) throw new Error(`nothing to move over at ${selector}`);
  const right = Math.min(view.width, box.x + box.width);
  const bottom = Math.min(view.height, box.y + box.height);
  return { x: box.x + (right - box.x) * 0.6, y: Math.max(0, box.y) + (bottom - Math.max(0, box.y)) * 0.5 };
};

/** Where the hand goes. */
export interface Aim extends Point {
  /** The figure has buttons instead of a wheel. */
  readonly steps: boolean;
}

/** Finds the figure. The script that looks for it takes a frame of its own, which is none of the page's. */
export const aim = async (page: Page): Promise<Aim> => {
  const { target, steps } = await page.evaluate(() => ({
    target: window.probe.subject?.target ?? "body",
    steps: window.probe.subject?.step !== undefined,
  }));
  return { ...(await middleOf(page, target)), steps };
};

/**
 * Sends the input without waiting for answers, as a hand does, and then waits until all of it was taken.
 * @returns ms from the last movement until the page had answered it
 */
export const moveHand = async (page: Page, session: CDPSession, { x, y, steps }: Aim): Promise<number> => {
  await page.mouse.move(x, y);
  // A figure may wait until the hand rests on it before it takes the wheel.
  await sleep(400);
  const sent: Promise<unknown>[] = [];
  const send = (type: "mousePressed" | "mouseMoved" | "mouseReleased" | "mouseWheel", more: object): void => {
    sent.push(session.send("Input.dispatchMouseEvent", { type, x, y, ...more }).catch(() => null));
  };
  const left = { button: "left", buttons: 1, clickCount: 1 } as const;
  let strides = -1;
  let pressed = Number.NEGATIVE_INFINITY;
  const began = performance.now();
  for (let now = 0; now < LENGTH; now = performance.now() - began) {
    if (now >= DRAG_FROM && now < DRAG_UNTIL) {
      if (strides < 0) send("mousePressed", left);
      strides += 1;
      const away = strides < STRIDES ? strides : 2 * STRIDES - strides;
      send("mouseMoved", { ...left, x: x - STRIDE * away });
    } else {
      if (strides >= 0) send("mouseReleased", left);
      strides = -1;
      const inward = now < DRAG_FROM;
      if (!steps) send("mouseWheel", { deltaX: 0, deltaY: inward ? -NOTCH : NOTCH });
      else if (now - pressed > PRESS_EVERY) {
        pressed = now;
        const direction = inward ? -1 : 1;
        sent.push(page.evaluate((way) => window.probe.subject?.step?.(way), direction as -1 | 1));
      }
    }
    await sleep(BEAT - ((performance.now() - began) % BEAT));
  }
  const ended = performance.now();
  await Promise.all(sent);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  return performance.now() - ended;
};

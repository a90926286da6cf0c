/** The record as the peers' pages read it. */
import type { EngagementEvent, LiaisonRecord } from "../../src/data/schema.ts";
import { daysOf } from "../floor/days.ts";

export const DAY = 86_400_000;

export const recordAt = async (address: string): Promise<LiaisonRecord> => (await fetch(address)).json();

export interface Dated {
  readonly event: EngagementEvent;
  /** First and last day, both inclusive, since 1970. */
  readonly first: number;
  readonly last: number;
}

/** Events that have a date, in order of time; a timeline cannot show others. */
export const datedEvents = ({ events }: LiaisonRecord): readonly Dated[] =>
  events
    .flatMap((event) => {
      const days = daysOf(event.date);
      return days ? [{ event, first: days[0], last: days[1] }] : [];
    })
    .sort((a, b) => a.first - b.first);

/** A place on the page for a figure. */
export const box = (id: string, style = ""): HTMLElement => {
  const element = Object.assign(document.createElement("div"), { id });
  element.style.cssText = style;
  document.body.append(element);
  return element;
};

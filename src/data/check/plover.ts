/**
 * PLOVER codes (openeventdata/PLOVER, `PLOVER_MANUAL.tex`): which modes go with which event, who is actor and who
 * recipient, and the auxiliary modes of what is not yet or no longer so.
 */
import type { EngagementEvent } from "../schema.ts";
import type { Index, Report } from "./context.ts";

type Code = EngagementEvent["plover"][number];

const MODES: Readonly<Record<Code["event"], readonly Code["mode"][]>> = {
  CONSULT: ["visit", "third-party", "multilateral", "phone"],
  REQUEST: ["assist", "change", "yield", "meet"],
  SUPPORT: [null],
  AGREE: [null],
  COOPERATE: [null],
};

const AUXILIARY: Readonly<Record<EngagementEvent["status"], readonly Code["auxiliary"][]>> = {
  // Papers of before and plans for later are told at a meeting too.
  held: [null, "historical", "future", "hypothetical", "negation"],
  recalled: ["historical", "negation"],
  announced: ["future", "hypothetical"],
};

const checkCode = (event: EngagementEvent, code: Code, where: string, index: Index, report: Report): void => {
  const { id } = event;
  if (!MODES[code.event].includes(code.mode)) report("events", id, `${where}.mode`, code.mode, "mode", code.event);
  const untold = event.status === "held" && code.event === "CONSULT" && code.auxiliary !== null;
  if (untold || !AUXILIARY[event.status].includes(code.auxiliary))
    report("events", id, `${where}.auxiliary`, code.auxiliary, "auxiliary", event.status);
  if (code.actors.length === 0) report("events", id, `${where}.actors`, code.actors, "no-actor");
  for (const both of code.actors.filter((each) => code.recipients.includes(each)))
    report("events", id, `${where}.recipients`, both, "actor-and-recipient");
  if (code.mode === "visit" && code.recipients.length === 0)
    report("events", id, `${where}.recipients`, code.recipients, "no-recipient", "visit");
  const hostless = code.mode === "multilateral" || code.mode === "third-party";
  if (hostless && code.recipients.length)
    report("events", id, `${where}.recipients`, code.recipients[0], "recipient-unwanted", code.mode ?? "");
  for (const field of ["actors", "recipients"] as const)
    for (const each of code[field])
      if (each !== index.home && event.partners.length && !event.partners.includes(each))
        report("events", id, `${where}.${field}`, each, "actor-elsewhere", id);
};

export const checkPlover = (index: Index, report: Report): void => {
  for (const event of index.record.events)
    for (const [at, code] of event.plover.entries()) checkCode(event, code, `plover[${at}]`, index, report);
};

import { otherNames } from "../catalog.ts";
import { agreementEvents } from "../details.ts";
import type { Findable } from "../match.ts";
import { officialId } from "../rules.ts";
import type { Plain } from "./plain.ts";
import type { Known } from "./records.ts";

/** Everything that can be searched for, with the meetings it leads to. */
export const findables = (plain: Plain): (Findable & { count: number })[] => {
  const { record, catalog, all, meetingsOf, placesOf, officialName, everOfficials } = plain;
  const count = (valuesOf: (known: Known) => readonly string[], id: string): number =>
    meetingsOf(all).filter((known) => valuesOf(known).includes(id)).length;
  const printedNames = (id: string) =>
    record.events
      .flatMap((event) => event.participants)
      .filter((seat) => officialId(seat) === id)
      .map((seat) => seat.namePrinted);
  const printedRoles = (id: string) =>
    record.events
      .flatMap((event) => event.participants)
      .filter((seat) => officialId(seat) === id)
      .flatMap((seat) => [seat.role, seat.rolePrinted]);
  const thing = (
    kind: Findable["kind"],
    id: string,
    label: string,
    forms: readonly (string | null | undefined)[],
    meetings: number,
    prose = "",
  ) => ({
    kind,
    id,
    label,
    forms: [...new Set(forms.filter((form): form is string => Boolean(form)))],
    count: meetings,
    prose,
  });
  return [
    ...record.people.map((row) =>
      thing(
        "person",
        row.id,
        row.name,
        [row.native, ...row.aliases, ...row.weakAliases, ...printedNames(row.id)],
        count((known) => known.officials, row.id),
      ),
    ),
    ...[...everOfficials]
      .filter((id) => !catalog.people.has(id))
      .map((id) =>
        thing(
          "seat",
          id,
          officialName(id),
          [...printedNames(id), ...printedRoles(id)],
          count((known) => known.officials, id),
        ),
      ),
    ...record.organizations.map((row) =>
      thing(
        "organization",
        row.id,
        row.name,
        [row.acronym, ...row.aliases],
        count((known) => known.organizations, row.id),
      ),
    ),
    ...record.partners.map((row) =>
      thing(
        "partner",
        row.id,
        row.name,
        otherNames(row),
        count((known) => known.partners, row.id),
      ),
    ),
    ...record.places.map((row) => thing("place", row.id, row.name, otherNames(row), count(placesOf, row.id))),
    ...record.mechanisms.map((row) =>
      thing(
        "mechanism",
        row.id,
        row.name,
        [row.acronym, ...row.aliases],
        count((known) => known.event.mechanisms, row.id),
      ),
    ),
    ...record.topics.map((row) =>
      thing(
        "topic",
        row.id,
        row.label,
        [],
        count((known) => known.topics, row.id),
      ),
    ),
    ...record.agreements.map((row) =>
      thing(
        "agreement",
        row.id,
        row.title,
        [row.titlePrinted],
        meetingsOf(all).filter((known) => agreementEvents(row).includes(known.event.id)).length,
      ),
    ),
    ...all.map(({ event, counted }) => {
      const printed = event.participants.flatMap((seat) => [seat.namePrinted, seat.rolePrinted]);
      const titles = record.agreements
        .filter((row) => agreementEvents(row).includes(event.id))
        .flatMap((row) => [row.title, row.titlePrinted]);
      return thing("event", event.id, event.title, [...printed, ...titles], counted ? 1 : 0, event.summary);
    }),
  ];
};

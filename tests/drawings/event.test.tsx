import { describe, it } from "vitest";
import { EventTable } from "#charts/event/EventTable.tsx";
import { describeEvent } from "#charts/event/event.describe.ts";
import { type EventOptions, layoutEvent } from "#charts/event/event.layout.ts";
import { DARK, LIGHT } from "#charts/kit/theme.ts";
import type { EventDetail } from "#model/questions.ts";
import { en } from "#model/words/en/index.ts";
import { agreementRow, eventDetail, evidenceDetail, LONG_TITLE, seatOf } from "../fixtures/answers.ts";
import { draw } from "./harness.tsx";

const drawn = (
  state: string,
  detail: EventDetail,
  {
    theme = LIGHT,
    width = 560,
    heading = "full",
  }: { theme?: typeof LIGHT; width?: number; heading?: EventOptions["heading"] } = {},
) =>
  draw(
    "event",
    state,
    <EventTable
      layout={layoutEvent(detail, { width, words: en, heading: heading ?? "full" })}
      theme={theme}
      label={describeEvent(detail, en).alt.short}
    />,
  );

const topic = (label: string) => ({ id: label, label, parent: null });

const talks = eventDetail(
  {
    place: { id: "hanoi", name: "Hanoi", country: "VN", lat: 21, lon: 105.8, geonames: null },
    partners: [{ id: "KR", name: "Republic of Korea", kind: "state" }],
    placeCertainty: "inferred",
    topics: [topic("transnational crime"), topic("drug crime"), topic("equipment")],
    seats: [
      seatOf({
        name: "Tô Lâm",
        printed: "To Lam",
        rank: "General",
        role: "Minister of Public Security",
        body: "Ministry of Public Security",
        partner: "VN",
      }),
      seatOf({
        name: "Moon Moo-il",
        native: "문무일",
        role: "Prosecutor General",
        body: "Supreme Prosecutors’ Office",
        partner: "KR",
        side: "partner",
      }),
      seatOf({
        name: null,
        seat: "delegation",
        role: null,
        body: "Supreme Prosecutors’ Office",
        partner: "KR",
        side: "partner",
      }),
    ],
    agreements: [
      agreementRow({ title: "Memorandum of understanding on cooperation in preventing and fighting crime" }),
    ],
  },
  { title: "Talks with Prosecutor General Moon Moo-il" },
);

const partnerSeat = (at: number, more = {}) =>
  seatOf({
    name: `Member ${at} of the Long Delegation`,
    seat: at ? "member" : "head",
    role: `Deputy Head of Section ${at}`,
    side: "partner",
    ...more,
  });

describe("event", () => {
  it("talks", () => drawn("talks", talks));
  it("wide", () => drawn("wide", talks, { width: 1100 }));
  it("phone", () => drawn("phone", talks, { width: 320 }));
  it("dark", () => drawn("talks-dark", talks, { theme: DARK }));
  it("seats only", () => drawn("seats-only", talks, { heading: "none", width: 480 }));
  it("nobody named", () =>
    drawn(
      "none",
      eventDetail({ seats: [], place: null }, { date: null, title: "Meeting of which only the day is told" }),
    ));
  it("unnamed seats", () =>
    drawn(
      "unnamed",
      eventDetail({
        seats: [
          seatOf(),
          seatOf({ name: null, seat: "minister", role: "Minister of Harbours", side: "partner" }),
          seatOf({ name: null, seat: "entourage", role: null, side: "partner" }),
        ],
      }),
    ));
  it("inferred and disputed", () =>
    drawn(
      "inferred",
      eventDetail(
        {
          dateCertainty: "disputed",
          placeCertainty: "inferred",
          seats: [
            seatOf(),
            seatOf({ name: "Erik Lind", printed: "Eric Lindt", side: "partner", certainty: "inferred" }),
          ],
          evidence: [evidenceDetail("disputed")],
        },
        { date: "2019-09-08?/2019-09-13?" },
      ),
    ));
  it("announced", () =>
    drawn(
      "announced",
      eventDetail(
        { counted: false, seats: [] },
        { status: "announced", date: "2020", title: "Conference of harbour masters" },
      ),
    ));
  it("recalled", () =>
    drawn("recalled", eventDetail({ counted: false, seats: [seatOf()] }, { status: "recalled", date: "2005" })));
  it("span", () =>
    drawn(
      "span",
      eventDetail(
        { container: { id: "e-0", title: "Visit to the Conference of Harbour Masters" } },
        { date: "2019-10-15/2019-10-18" },
      ),
    ));
  it("several partners", () =>
    drawn(
      "several-partners",
      eventDetail({
        partners: ["LA", "KH", "UN", "ASEAN"].map((id) => ({ id, name: en.country(id), kind: "state" })),
        seats: [
          seatOf(),
          seatOf({ name: "Kham Example", native: "ຄຳ", partner: "LA", side: "partner", body: "Ministry of Harbours" }),
          seatOf({
            name: null,
            seat: "delegation",
            role: null,
            partner: "LA",
            side: "partner",
            body: "Ministry of Harbours",
          }),
          seatOf({ name: "Sok Example", partner: "KH", side: "partner", body: "Port Authority" }),
          seatOf({ name: "Ana Example", partner: "UN", side: "partner", body: "Office of Harbours" }),
        ],
      }),
      { width: 700 },
    ));
  const many = eventDetail({
    seats: [
      seatOf(),
      ...Array.from({ length: 8 }, (_, at) => seatOf({ name: `Home Member ${at}`, seat: "member" })),
      ...Array.from({ length: 52 }, (_, at) => partnerSeat(at)),
    ],
    agreements: [1, 2, 3].map((at) =>
      agreementRow({
        id: `a-${at}`,
        title: `Plan ${at} on harbour notices and pilots`,
        status: at === 2 ? "adopted" : "signed",
      }),
    ),
  });
  it("many", () => drawn("many", many, { width: 1100 }));
  it("many on a phone", () => drawn("many-phone", { ...many, seats: many.seats.slice(0, 16) }, { width: 360 }));
  it("embassy", () =>
    drawn(
      "embassy",
      eventDetail(
        {
          partners: [],
          seats: [
            seatOf(),
            seatOf({ name: null, seat: "delegation", role: null }),
            seatOf({ name: "Sif Example", body: "Embassy in Oslo", role: "Ambassador" }),
            seatOf({ name: null, seat: "member", role: "embassy staff", body: "Embassy in Oslo" }),
          ],
        },
        { type: "embassy-visit", partners: [] },
      ),
    ));
  it("visit with parts", () =>
    drawn(
      "visit",
      eventDetail(
        {
          counted: false,
          parts: Array.from({ length: 12 }, (_, at) => ({
            id: `e-p${at}`,
            title: `Meeting with harbour master ${at}`,
            edtf: at % 3 ? "2019-10-15/2019-10-18" : null,
          })),
        },
        { type: "visit", date: "2019-10-15/2019-10-18" },
      ),
    ));
  it("long names", () =>
    drawn(
      "long-names",
      eventDetail(
        {
          seats: [
            seatOf({
              name: LONG_TITLE,
              role: LONG_TITLE,
              native: "가나다라마바사아자차카타파하".repeat(20),
              printed: LONG_TITLE.slice(1),
              body: LONG_TITLE,
            }),
            seatOf({ name: "\u202eEvil <script>alert(1)</script>", side: "partner" }),
          ],
          place: { id: "x", name: LONG_TITLE, country: "NO", lat: 0, lon: 0, geonames: null },
          partners: [{ id: "NO", name: LONG_TITLE, kind: "state" }],
          topics: [topic(LONG_TITLE)],
          agreements: [agreementRow({ title: LONG_TITLE })],
        },
        { title: LONG_TITLE },
      ),
      { width: 360 },
    ));
});

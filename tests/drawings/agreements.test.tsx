import { describe, it } from "vitest";
import { Agreements } from "#charts/agreements/Agreements.tsx";
import { describeAgreements } from "#charts/agreements/agreements.describe.ts";
import { layoutAgreements } from "#charts/agreements/agreements.layout.ts";
import { DARK, LIGHT } from "#charts/kit/theme.ts";
import type { AgreementRow } from "#model/questions.ts";
import { en } from "#model/words/en/index.ts";
import { agreementRow, evidenceDetail, LONG_TITLE } from "../fixtures/answers.ts";
import { draw } from "./harness.tsx";

const drawn = (state: string, rows: readonly AgreementRow[], { theme = LIGHT, width = 700, rowLimit = 150 } = {}) => {
  const answer = { total: rows.length, rows };
  return draw(
    "agreements",
    state,
    <Agreements
      layout={layoutAgreements(answer, { width, words: en, rowLimit })}
      theme={theme}
      label={describeAgreements(answer, en).alt.short}
    />,
  );
};

const event = (id: string, title: string, edtf: string | null) => ({ id, title, edtf });
const mention = (id: string, title: string, status: AgreementRow["agreement"]["status"] = "signed") => ({
  event: event(id, title, "2019-07-08"),
  status,
  note: null,
  evidence: [],
});

const base = { id: "a-base", title: "Agreement on harbour safety" };
const rows = [
  agreementRow(
    { id: "a-mou" },
    { mentions: [mention("e-1", "Talks in Oslo"), mention("e-2", "Second talks in Oslo")] },
  ),
  agreementRow(
    {
      id: "a-plan",
      type: "plan",
      status: "ready-to-sign",
      event: "e-3",
      date: null,
      title: "Plan for 2020 and 2021 under the agreement on harbour safety",
      implements: base.id,
    },
    { implements: base },
  ),
  agreementRow(
    {
      id: "a-joint",
      type: "joint-statement",
      status: "adopted",
      title: "Joint statement of the harbour masters",
      date: "2019-11-27",
    },
    { parties: [{ id: "league", label: "League of Harbours", count: 1 }] },
  ),
  agreementRow({
    id: "a-draft",
    type: "treaty",
    status: "under-negotiation",
    event: null,
    date: null,
    title: "Treaty on the transfer of pilots",
  }),
  agreementRow(
    {
      id: base.id,
      type: "intergovernmental-agreement",
      status: "signed",
      event: null,
      date: "2018-09-06",
      title: base.title,
    },
    {
      implementedBy: [{ id: "a-plan", title: "Plan for 2020 and 2021" }],
      mentions: [mention("e-3", "Talks at the conference")],
    },
  ),
  agreementRow(
    {
      id: "a-old",
      type: "cooperation-agreement",
      status: "existing-undated",
      event: null,
      date: null,
      title: "Agreement between the two offices",
      titlePrinted: "the 2005 deal",
    },
    { evidence: [evidenceDetail("inferred")] },
  ),
];

describe("agreements", () => {
  it("none", () => drawn("none", []));
  it("one", () => drawn("one", rows.slice(0, 1)));
  it("many", () => drawn("many", rows));
  it("wide", () => drawn("many-1100", rows, { width: 1100 }));
  it("phone", () => drawn("many-phone", rows, { width: 320 }));
  it("dark", () => drawn("many-dark", rows, { theme: DARK }));
  it("inferred and disputed", () =>
    drawn("inferred", [
      agreementRow({ id: "a-1", date: "2019-01-29?" }, { evidence: [evidenceDetail("inferred")] }),
      agreementRow({ id: "a-2" }, { evidence: [evidenceDetail("disputed")] }),
    ]));
  it("cut short", () => drawn("cut-short", rows, { rowLimit: 2 }));
  it("long names", () =>
    drawn(
      "long-names",
      [
        agreementRow(
          { id: "a-1", title: LONG_TITLE, titlePrinted: LONG_TITLE.slice(3) },
          {
            parties: [{ id: "x", label: LONG_TITLE, count: 1 }],
            implements: { id: "y", title: LONG_TITLE },
            mentions: [1, 2, 3, 4, 5].map((at) => mention(`m-${at}`, LONG_TITLE)),
          },
        ),
      ],
      { width: 360 },
    ));
});

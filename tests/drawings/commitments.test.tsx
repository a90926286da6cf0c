import { describe, it } from "vitest";
import { Commitments } from "#charts/commitments/Commitments.tsx";
import { describeCommitments } from "#charts/commitments/commitments.describe.ts";
import { layoutCommitments } from "#charts/commitments/commitments.layout.ts";
import { DARK, LIGHT } from "#charts/kit/theme.ts";
import type { CommitmentGroup } from "#model/questions.ts";
import { en } from "#model/words/en/index.ts";
import { commitmentRow, evidenceDetail, LONG_TITLE } from "../fixtures/answers.ts";
import { draw } from "./harness.tsx";

const drawn = (
  state: string,
  groups: readonly CommitmentGroup[],
  { theme = LIGHT, width = 700, rowLimit = 150 } = {},
) => {
  const answer = { total: groups.reduce((sum, group) => sum + group.rows.length, 0), groups };
  return draw(
    "commitments",
    state,
    <Commitments
      layout={layoutCommitments(answer, { width, words: en, rowLimit })}
      theme={theme}
      label={describeCommitments(answer, en).alt.short}
    />,
  );
};

const groups: readonly CommitmentGroup[] = [
  {
    id: "IS-NO",
    actor: "Iceland",
    addressee: "Norway",
    mutual: false,
    rows: [
      commitmentRow(
        { id: "c-1", summary: "Link makers of harbour equipment with shipyards at home" },
        {
          speaker: "Elín Vågå",
          followUp: [
            {
              kind: "commitment",
              id: "c-5",
              label: "Norway agrees in principle",
              note: null,
              event: null,
              sameEvent: false,
            },
          ],
        },
      ),
      commitmentRow({
        id: "c-2",
        act: "hopes",
        verbPrinted: "hoped",
        summary: "Some specialised equipment for the pilots",
      }),
      commitmentRow(
        {
          id: "c-3",
          act: "urges",
          verbPrinted: "urged",
          summary:
            "Go on sharing experience in all fields, of which the release names pilots, harbour dues and the training of crews",
          event: "e-2",
        },
        { event: { id: "e-2", title: "Second talks", edtf: "2019?-07-08" } },
      ),
    ],
  },
  {
    id: "NO-IS",
    actor: "Norway",
    addressee: "Iceland",
    mutual: false,
    rows: [
      commitmentRow({
        id: "c-4",
        act: "pledges",
        verbPrinted: "vowed",
        status: "pledged",
        summary: "Do his best for relations between the two offices",
      }),
      commitmentRow(
        {
          id: "c-5",
          act: "agrees-in-principle",
          verbPrinted: "agrees in principle",
          status: "agreed-in-principle",
          due: "2020",
          summary: "Open a training place for pilots",
        },
        {
          followUp: [
            {
              kind: "event",
              id: "e-9",
              label: "Opening of the training place",
              note: "announced",
              event: null,
              sameEvent: false,
            },
          ],
        },
      ),
      commitmentRow(
        {
          id: "c-6",
          act: "ready-to",
          verbPrinted: "stands ready at any time to sign the plan",
          status: "unknown",
          summary: "Sign the plan under the agreement on harbour safety",
        },
        { evidence: [evidenceDetail("inferred")] },
      ),
    ],
  },
  {
    id: "both",
    actor: "Iceland",
    addressee: "Norway",
    mutual: true,
    rows: [
      commitmentRow(
        {
          id: "c-7",
          act: "shares-view",
          verbPrinted: null,
          mutual: true,
          summary: "Meet every year",
          status: "unknown",
        },
        { event: { id: "e-3", title: "Talks", edtf: null } },
      ),
    ],
  },
];

describe("commitments", () => {
  it("none", () => drawn("none", []));
  it("one", () => drawn("one", [{ ...groups[1]!, rows: groups[1]!.rows.slice(0, 1) }]));
  it("many", () => drawn("many", groups));
  it("wide", () => drawn("many-1100", groups, { width: 1100 }));
  it("phone", () => drawn("many-phone", groups, { width: 320 }));
  it("dark", () => drawn("many-dark", groups, { theme: DARK }));
  it("disputed", () =>
    drawn("disputed", [{ ...groups[0]!, rows: [commitmentRow({}, { evidence: [evidenceDetail("disputed")] })] }]));
  it("threads that cross", () => {
    const rows = Array.from({ length: 8 }, (_, at) =>
      commitmentRow(
        { id: `c-${at}`, summary: `Promise ${at}` },
        {
          followUp:
            at < 4
              ? [
                  {
                    kind: "commitment",
                    id: `c-${7 - at}`,
                    label: `Promise ${7 - at}`,
                    note: null,
                    event: null,
                    sameEvent: false,
                  },
                ]
              : [],
        },
      ),
    );
    return drawn("threads", [{ ...groups[0]!, rows }]);
  });
  it("cut short", () => drawn("cut-short", groups, { rowLimit: 4 }));
  it("long names", () =>
    drawn(
      "long-names",
      [
        {
          id: "x",
          actor: LONG_TITLE,
          addressee: LONG_TITLE,
          mutual: false,
          rows: [
            commitmentRow(
              { summary: LONG_TITLE, verbPrinted: LONG_TITLE },
              {
                speaker: LONG_TITLE,
                followUp: [1, 2, 3, 4, 5].map((at) => ({
                  kind: "event",
                  id: `e-${at}`,
                  label: LONG_TITLE,
                  note: LONG_TITLE,
                  event: null,
                  sameEvent: false,
                })),
              },
            ),
          ],
        },
      ],
      { width: 360 },
    ));
});

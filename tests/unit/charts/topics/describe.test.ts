import { describe, expect, it } from "vitest";
import { describeTopics } from "#charts/topics/topics.describe.ts";
import { en } from "#model/words/en/index.ts";
import { bigMatrix, emptyMatrix, matrix } from "../../../fixtures/matrix.ts";

describe("describeTopics", () => {
  it("says what is met about most, and every cell in the table", () => {
    const text = describeTopics(matrix, en);
    expect(text.alt.short).toBe("Matrix of meetings: 7 partners by 10 topics.");
    expect(text.alt.medium).toContain("Republic of Korea on drug crime (3)");
    expect(text.alt.long).toContain("INTERPOL: training 2 and information exchange 2.");
    expect(text.table.columns).toHaveLength(12);
    expect(text.table.rows[0]?.cells.slice(0, 4)).toEqual(["Republic of Korea", "4", "3", "1"]);
  });

  it("keeps to its lengths, names the filter and says when there is nothing", () => {
    const text = describeTopics(bigMatrix(60, 30), en, "in Sochi");
    expect(text.title).toBe("Who talks about what: in Sochi");
    expect(text.alt.medium.length).toBeLessThanOrEqual(400);
    expect(describeTopics(emptyMatrix, en).alt.short).toContain("no topic is named");
  });
});

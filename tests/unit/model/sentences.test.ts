import { describe, expect, it } from "vitest";
import "#lib/edtf-dates.ts";
import { NO_FILTER } from "#model/filter.ts";
import { clauses } from "#model/words/en/sentences.ts";

describe("the days of a filter in words", () => {
  it.each([
    ["2019-10-16", "2019-10-16", "on 16 October 2019"],
    ["2019-10", "2019-10", "in October 2019"],
    ["2019", "2019", "in 2019"],
    ["2019-10-16", "2019-10-18", "from 16 October 2019 to 18 October 2019"],
    ["2019", null, "from 2019 on"],
    [null, "2019-10", "until October 2019"],
  ])("%s to %s: %s", (from, to, said) => {
    expect(clauses({ ...NO_FILTER, from, to }, {})).toEqual([said]);
  });
});

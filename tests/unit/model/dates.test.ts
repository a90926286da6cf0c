import { describe, expect, it } from "vitest";
import "#lib/edtf-dates.ts";
import { date, eventDate, meetingDate } from "#model/words/en/dates.ts";

const stated = { dateCertainty: "stated" } as const;

describe("dates in words", () => {
  it.each([
    ["2019?-07-08", "8 July 2019, year inferred"],
    ["2019-10-15/2019-10-18", "15–18 October 2019"],
    ["../2019-11-15", "until 15 November 2019"],
    ["2020-24", "winter 2020"],
    ["2020-21", "spring 2020"],
    ["2020-28", "northern winter 2020"],
    ["2020-29", "southern spring 2020"],
    ["2020-33", "first quarter of 2020"],
    ["2020-36", "fourth quarter of 2020"],
    ["2020-40", "first half of 2020"],
    ["2020-41", "second half of 2020"],
    ["2020-37", "2020-37"],
    ["July or so", "July or so"],
  ])("%s is %s", (edtf, said) => {
    expect(date(edtf)).toBe(said);
  });

  it("says of a meeting that it took one day of a span, and of a conference that it took all", () => {
    expect(eventDate("2019-10-15/2019-10-18", { counted: true, ...stated })).toBe("on a day within 15–18 October 2019");
    expect(eventDate("2019-10-15/2019-10-18", { counted: false, ...stated })).toBe("15–18 October 2019");
    expect(meetingDate("../2019-11-15")).toBe("on a day until 15 November 2019");
  });

  it("calls a doubt what its evidence calls it", () => {
    const disputed = { counted: false, dateCertainty: "disputed" } as const;
    expect(eventDate("2019-09-08?/2019-09-13?", disputed)).toBe("8–13 September 2019, disputed");
    expect(eventDate("2019?-07-08", disputed)).toBe("8 July 2019, year disputed");
    expect(date("2019-09-08?/2019-09-13?")).toBe("8–13 September 2019, inferred");
  });
});

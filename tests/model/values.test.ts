import assert from "node:assert/strict";
import { isDay, today } from "../../model/values/date.ts";
import { durationInSeconds, isoDuration } from "../../model/values/duration.ts";

describe("a session duration", () => {
  const cases: [string, number | undefined, string?][] = [
    ["1 hour", 3600, "PT1H"],
    ["8 hours", 28_800, "PT8H"],
    ["12 hours", 43_200, "PT12H"],
    ["90 minutes", 5400, "PT1H30M"],
    ["60 minutes", 3600, "PT1H"],
    ["720 minutes", 43_200, "PT12H"],
    ["59 minutes", undefined],
    ["13 hours", undefined],
    ["721 minutes", undefined],
    ["08 hours", undefined],
    ["8 Hours", undefined],
    ["8", undefined],
  ];
  for (const [text, seconds, iso] of cases) {
    it(`is read: ${text}`, () => {
      assert.equal(durationInSeconds(text), seconds);
      if (seconds !== undefined) assert.equal(isoDuration(seconds), iso);
    });
  }
});

describe("a day", () => {
  it("exists in the calendar and is written YYYY-MM-DD", () => {
    assert.deepEqual(["2027-03-31", "2028-02-29"].map(isDay), [true, true]);
    assert.deepEqual(["2027-02-29", "2027-13-01", "2027-3-1", "31.3.2027", "2027-03-31T00:00", "later"].map(isDay), [
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it("is today in UTC unless another is given", () => {
    assert.ok(isDay(today()));
  });
});

import assert from "node:assert/strict";
import { rows } from "./battery/rows.ts";
import { judge, type Given } from "./judge.ts";

const refusals = (program: Given[]): string[] =>
  judge(program)
    .filter(({ level }) => level === "mandatory")
    .map(({ rule }) => rule);
const told = (program: Given[]): string => JSON.stringify(program.map(({ type, props }) => [type, props]));

describe("The battery: every bad spelling is refused, no good one", () => {
  for (const [row, { bad, good }] of rows)
    it(`${row}: ${bad.length} bad, ${good.length} good`, () => {
      const missed = bad.filter((program) => refusals(program).length === 0).map(told);
      const flagged = good.flatMap((program) => refusals(program).map((rule) => `${rule}: ${told(program)}`));
      assert.deepEqual({ missed, flagged }, { missed: [], flagged: [] });
    });
});

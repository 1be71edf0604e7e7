import assert from "node:assert/strict";
import { knownAccounts, told } from "./battery/known-accounts.ts";
import { mixed } from "./battery/mixed.ts";
import type { Row } from "./battery/row.ts";
import { rows } from "./battery/rows.ts";
import { judge, type Given, type Pack } from "./judge.ts";

const refusals = (program: Given[], pack: Pack): string[] =>
  judge(program, pack)
    .filter(({ level }) => level === "mandatory")
    .map(({ rule }) => rule);
const asText = (program: Given[]): string => JSON.stringify(program.map(({ type, props }) => [type, props]));

describe("The battery: every bad spelling is refused, no good one", () => {
  const judged = ([row, { bad, good }]: [string, Row<Given[]>], pack: Pack = {}) =>
    it(`${row}: ${bad.length} bad, ${good.length} good`, () => {
      const missed = bad.filter((program) => refusals(program, pack).length === 0).map(asText);
      const flagged = good.flatMap((program) => refusals(program, pack).map((rule) => `${rule}: ${asText(program)}`));
      assert.deepEqual({ missed, flagged }, { missed: [], flagged: [] });
    });
  for (const row of rows) judged(row);
  for (const row of Object.entries(knownAccounts)) judged(row, { config: told });
  for (const [name, row] of Object.entries(mixed)) judged([name, row], row.pack);
});

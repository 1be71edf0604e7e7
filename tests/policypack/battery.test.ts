import assert from "node:assert/strict";
import { callers } from "./battery/callers.ts";
import { clearText } from "./battery/clear-text.ts";
import { controllers, launches } from "./battery/controllers.ts";
import { deliveries } from "./battery/deliveries.ts";
import { everyday } from "./battery/everyday.ts";
import { identities } from "./battery/identity.ts";
import { tokens } from "./battery/issuers.ts";
import { keyPolicies } from "./battery/key-policies.ts";
import { knownAccounts, told } from "./battery/known-accounts.ts";
import { partlyKnown } from "./battery/partly-known.ts";
import { powers } from "./battery/power.ts";
import { resources } from "./battery/resources.ts";
import { documentOf, holders, type Row } from "./battery/row.ts";
import { sharing } from "./battery/sharing.ts";
import { things } from "./battery/things.ts";
import { trusts } from "./battery/trusts.ts";
import { judge, type Given, type Pack } from "./judge.ts";

const trusting = (document: unknown): Given[] => [
  { type: "aws:iam/role:Role", name: "held", props: { assumeRolePolicy: documentOf(document) } },
];
const held = (rows: Record<string, Row>, programs: (spelling: unknown) => Given[][]): [string, Row<Given[]>][] =>
  Object.entries(rows).map(([row, { bad, good }]) => [
    row,
    { bad: bad.flatMap(programs), good: good.flatMap(programs) },
  ]);
const rows: [string, Row<Given[]>][] = [
  ...held({ ...identities, ...powers }, (one) => holders(documentOf(one))),
  ...held({ everyday: { bad: [], good: Object.values(everyday) } }, (one) => holders(documentOf(one))),
  ...held({ controllers: { bad: launches, good: Object.values(controllers) } }, (one) => holders(documentOf(one))),
  ...held({ ...trusts, ...tokens }, (one) => [trusting(one)]),
  ...Object.entries(resources),
  ...Object.entries({ ...things, ...callers, ...deliveries, ...keyPolicies, ...sharing, ...clearText, ...partlyKnown }),
];

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
});

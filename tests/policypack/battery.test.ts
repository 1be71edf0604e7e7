import assert from "node:assert/strict";
import { bearers } from "./battery/bearers.ts";
import { controllers, launches } from "./battery/controllers.ts";
import { deployers } from "./battery/deployers.ts";
import { escalations } from "./battery/escalations.ts";
import { everyday } from "./battery/everyday.ts";
import { fixtures } from "./battery/fixtures.ts";
import { guides } from "./battery/guides.ts";
import { identities } from "./battery/identity.ts";
import { integrations } from "./battery/integrations.ts";
import { partlyKnown } from "./battery/partly-known.ts";
import { powers } from "./battery/power.ts";
import { rarities } from "./battery/rarities.ts";
import { resources } from "./battery/resources.ts";
import { documentOf, holders, type Row } from "./battery/row.ts";
import { things } from "./battery/things.ts";
import { trusts } from "./battery/trusts.ts";
import { ways } from "./battery/ways.ts";
import { judge, type Given } from "./judge.ts";

const trusting = (document: unknown): Given[] => [
  { type: "aws:iam/role:Role", name: "held", props: { assumeRolePolicy: documentOf(document) } },
];
/** Each spelling in one of the holders, and in all of them in turn. */
const inTurn = (rows: Record<string, Row>): [string, Row<Given[]>][] =>
  Object.entries(rows).map(([row, { bad, good }]) => {
    const placed = (spelling: unknown, at: number): Given[] => {
      const all = holders(documentOf(spelling));
      return all[at % all.length]!;
    };
    return [row, { bad: bad.map(placed), good: good.map(placed) }];
  });
const held = (rows: Record<string, Row>, programs: (spelling: unknown) => Given[][]): [string, Row<Given[]>][] =>
  Object.entries(rows).map(([row, { bad, good }]) => [
    row,
    { bad: bad.flatMap(programs), good: good.flatMap(programs) },
  ]);
const rows: [string, Row<Given[]>][] = [
  ...held({ ...identities, ...powers }, (one) => holders(documentOf(one))),
  ...[fixtures, escalations, { rarities: { bad: rarities, good: [] } }].flatMap(inTurn),
  ...Object.entries({ everyday, guides, integrations, deployers }).flatMap(([name, documents]) =>
    inTurn({ [name]: { bad: [], good: Object.values(documents) } }),
  ),
  ...held({ controllers: { bad: launches, good: Object.values(controllers) } }, (one) => holders(documentOf(one))),
  ...held(trusts, (one) => [trusting(one)]),
  ...Object.entries(resources),
  ...Object.entries({ ...things, ...partlyKnown, ...ways, ...bearers }),
];

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

import { bearers } from "./bearers.ts";
import { callers } from "./callers.ts";
import { clearText } from "./clear-text.ts";
import { controllers, launches } from "./controllers.ts";
import { deliveries } from "./deliveries.ts";
import { deployers } from "./deployers.ts";
import { documentedBuckets } from "./documented-buckets.ts";
import { documentedResources } from "./documented-resources.ts";
import { documentedTrusts } from "./documented-trusts.ts";
import { escalations } from "./escalations.ts";
import { everydayTrusts } from "./everyday-trusts.ts";
import { everyday } from "./everyday.ts";
import { fixtures } from "./fixtures.ts";
import { guides } from "./guides.ts";
import { identities } from "./identity.ts";
import { integrations } from "./integrations.ts";
import { tokens } from "./issuers.ts";
import { keyPolicies } from "./key-policies.ts";
import { partlyKnown } from "./partly-known.ts";
import { powers } from "./power.ts";
import { rarities } from "./rarities.ts";
import { registryExamples } from "./registry-examples.ts";
import { resources } from "./resources.ts";
import { documentOf, holders, type Row } from "./row.ts";
import { sharing } from "./sharing.ts";
import { statementsTogether } from "./statements-together.ts";
import { things } from "./things.ts";
import { trusts } from "./trusts.ts";
import { ways } from "./ways.ts";
import type { Given } from "../judge.ts";

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
/** The whole battery: each row with the programs that its spellings make. */
export const rows: [string, Row<Given[]>][] = [
  ...held({ ...identities, ...powers }, (one) => holders(documentOf(one))),
  ...[fixtures, escalations, { rarities: { bad: rarities, good: [] } }].flatMap(inTurn),
  ...Object.entries({ everyday, guides, integrations, deployers }).flatMap(([name, documents]) =>
    inTurn({ [name]: { bad: [], good: Object.values(documents) } }),
  ),
  ...held({ controllers: { bad: launches, good: Object.values(controllers) } }, (one) => holders(documentOf(one))),
  ...held({ ...trusts, ...everydayTrusts, ...tokens }, (one) => [trusting(one)]),
  ...Object.entries(resources),
  ...Object.entries({ ...things, ...partlyKnown, ...ways, ...bearers }),
  ...Object.entries({ ...callers, ...deliveries, ...keyPolicies, ...sharing, ...clearText }),
  ...Object.entries({
    ...documentedBuckets,
    ...documentedResources,
    ...documentedTrusts,
    ...registryExamples,
    ...statementsTogether,
  }),
];

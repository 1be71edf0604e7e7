import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { areas } from "../../bootstrap/areas.ts";
import { readsOf, typeActions, writesOf } from "../../bootstrap/type-actions.ts";
import { usesOf } from "../../bootstrap/uses.ts";
import { lookupFor } from "../../cli/recover/looked-up-id.ts";
import { action } from "../../iam/catalogue/actions.ts";
import { actionOf } from "../../sandbox/aws/action.ts";
import { shipped } from "../components/program.ts";
import { authorizations } from "./authorization.ts";
import { type Phase, type Recorded, record } from "./recording.ts";
import { asked, deployRole, founder, previewRole, roleIn } from "./rights.ts";
import { accountIds, deployments } from "./shipped.ts";

const phases: Phase[] = ["create", "read", "update", "delete"];
const unrecorded = parse(readFileSync("tests/bootstrap/not-recorded.yaml", "utf8")) as Record<string, string[]>;

describe("what each resource type needs", () => {
  it("is said in actions that AWS has, as AWS spells them", () => {
    const names = Object.values(typeActions).flatMap((entry) => phases.flatMap((phase) => entry[phase]));
    assert.ok(names.length > 50);
    for (const name of names) assert.equal(action(name)?.name, name);
  });

  it("counts as reading only where AWS counts it so", () => {
    const levels = readsOf(Object.keys(typeActions)).map((name) => action(name)?.accessLevel);
    assert.deepEqual([...new Set(levels)].sort(), ["List", "Read"]);
  });

  it("holds what a recovery lists to find what was made", () => {
    const actions: Record<string, string> = {
      getGroupMemberships: "identitystore:ListGroupMemberships",
      getGroups: "identitystore:ListGroups",
      getPermissionSets: "sso:ListPermissionSets",
      getPolicies: "organizations:ListPolicies",
      getUsers: "identitystore:ListUsers",
    };
    const anything = new Proxy({}, { get: () => "anything" });
    const listed = Object.keys(typeActions).flatMap((type) => {
      const lookup = lookupFor(type, anything);
      return lookup === undefined ? [] : [{ type, name: lookup.token.slice(lookup.token.lastIndexOf(":") + 1) }];
    });
    assert.ok(listed.length >= 5);
    for (const { type, name } of listed) {
      assert.ok(typeActions[type]!.read.includes(actions[name] ?? name), `${type}: ${name}`);
    }
  });

  it("stands in one area, where it changes anything", () => {
    for (const type of Object.keys(typeActions)) {
      const found = areas.filter(({ types }) => types.includes(type)).length;
      assert.equal(found, writesOf([type]).length === 0 ? 0 : 1, type);
    }
    for (const type of areas.flatMap(({ types }) => types)) assert.ok(type in typeActions, type);
  });
});

describe("what the program uses", function () {
  this.timeout(60_000);
  const recorded = new Map<string, Recorded[]>();
  before(async () => {
    for (const { stack } of deployments) recorded.set(stack, await record(stack));
  });
  const all = () => [...recorded.values()].flat();

  for (const deployment of deployments) {
    const { stack } = deployment;

    it(`is all that ${stack} registers and looks up, in its accounts`, async () => {
      const uses = new Set(usesOf(deployment).map(({ account, type }) => `${account} ${type}`));
      const { registrations, lookups } = await shipped(stack);
      const needed = [
        ...registrations.filter(({ custom, provider }) => custom && provider !== undefined),
        ...lookups.map(({ token, provider }) => ({ type: token, provider })),
      ].map(({ type, provider = "" }) => `${provider} ${type}`);
      assert.ok(needed.length > 10);
      assert.deepEqual([...new Set(needed)].filter((use) => !uses.has(use)).sort(), []);
    });

    it(`takes no call in ${stack} of which the type's actions do not tell`, () => {
      const missing = recorded.get(stack)!.flatMap((call) => {
        const { type, phase } = call;
        const told = [...(typeActions[type]?.[phase] ?? []), ...(typeActions[type]?.read ?? [])];
        return told.includes(actionOf(call)) ? [] : [`${type}, ${phase}: ${actionOf(call)}`];
      });
      assert.deepEqual([...new Set(missing)].sort(), []);
    });

    it(`is allowed to the deploy role in ${stack}, on what the calls name, while a founder is named`, () => {
      const calls = recorded.get(stack)!;
      assert.ok(calls.length > 200);
      const of = authorizations(calls, (name) => accountIds.get(name)!);
      const roles = new Map([...accountIds.keys()].map((account) => [account, roleIn(account, deployRole, founder)]));
      const refused = calls.flatMap((call) =>
        of(call)
          .map((request) => ({ request, answer: asked(call.account, roles.get(call.account)!, deployRole, request) }))
          .filter(({ answer }) => answer.decision !== "allowed")
          .map(
            ({ request, answer }) =>
              `${call.account}: ${request.action} on ${request.resource}: ${answer.sid ?? "nothing"}`,
          ),
      );
      assert.deepEqual([...new Set(refused)].sort(), []);
    });

    it(`is allowed to the preview role in ${stack} as far as it looks, and no further`, () => {
      const calls = recorded.get(stack)!;
      const of = authorizations(calls, (name) => accountIds.get(name)!);
      const roles = new Map([...accountIds.keys()].map((account) => [account, roleIn(account, previewRole)]));
      const level = (name: string) => action(name)?.accessLevel ?? "";
      const wrong = calls.flatMap((call) =>
        of(call)
          .map((request) => ({ request, answer: asked(call.account, roles.get(call.account)!, previewRole, request) }))
          .filter(({ request, answer }) =>
            call.phase === "read"
              ? answer.decision !== "allowed"
              : answer.decision === "allowed" && !["List", "Read"].includes(level(request.action)),
          )
          .map(({ request }) => `${call.account}: ${request.action} on ${request.resource}`),
      );
      assert.deepEqual([...new Set(wrong)].sort(), []);
    });
  }

  it("needs every action that is said of the types, but those that are listed with a reason", () => {
    const called = new Set(all().map(actionOf));
    const said = [...readsOf(Object.keys(typeActions)), ...writesOf(Object.keys(typeActions))];
    const silent = [...new Set(said)].filter((name) => !called.has(name));
    assert.deepEqual(silent.sort(), Object.values(unrecorded).flat().sort());
  });
});

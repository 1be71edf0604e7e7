import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { actionsOf } from "../../iam/catalogue/actions.ts";
import type { Guardrail } from "../../model/deployment.ts";
import { denyVerbs } from "../../model/grants/deny.ts";
import { type Bearer, accountIds, bearersOf, stacks } from "./bearers.ts";
import { type Expectations, lists } from "./expectations.ts";
import { outcome, parseRequest } from "./expectation.ts";
import { guarded, guardedOutcome } from "./guarded.ts";
import { databaseServices, spared } from "./database-actions.ts";
import { mutateGuardrail } from "./mutations.ts";

const { guardrails } = stacks["prod"]!;
// Break-glass has to be able to repair anything: config/guardrails.yaml names it as an exception, with its reason.
const isExcepted = ({ name }: Bearer): boolean => name.startsWith("role BreakGlass in ");
const all = Object.values(stacks).flatMap(bearersOf);
const bearers = all.filter((bearer) => !isExcepted(bearer));
const expectations = parse(readFileSync(new URL("../expectations/guardrails.yaml", import.meta.url), "utf8")) as Record<
  string,
  Expectations
>;

const texts = (entries: readonly string[] = []): string[] =>
  entries.flatMap((text) => (text.startsWith("all of ") ? lists[text.slice("all of ".length)]! : [text]));
const cases = Object.entries(expectations).flatMap(([heading, own]) =>
  (["can", "denied"] as const).flatMap((expected) => texts(own[expected]).map((text) => ({ heading, expected, text }))),
);
const broken = (by: readonly Guardrail[]): string[] =>
  cases.flatMap(({ heading, expected, text }) => {
    const actual = guarded(heading, text, by);
    return actual === expected ? [] : [`${heading}: ${expected} ${text}: ${actual}`];
  });

describe("S15 dangerous actions are denied explicitly", function () {
  this.timeout(120_000);

  it("knows every action of the catalogue that deletes a database", () => {
    const denied = new Set(
      denyVerbs.find(({ verb }) => verb === "delete databases")!.statements({ target: "" }, place)[0]!.actions,
    );
    const missing = databaseServices
      .flatMap((service) => actionsOf(service).map((name) => `${service}:${name}`))
      .filter((name) => /:(Batch)?(Delete|Drop|Purge|Terminate)/.test(name) && !denied.has(name));
    assert.deepEqual(missing.sort(), Object.values(spared).flat().sort());
  });

  it("lets nobody delete a database: no permission set, application or pipeline, in any account", () => {
    const able = bearers.flatMap((bearer) =>
      lists["destroys databases"]!.flatMap((text) => {
        const request = parseRequest(text, bearer);
        const said = guardedOutcome(bearer, request, guardrails);
        const isBound = bearer.account !== "Management";
        return said === "denied" || (!isBound && said === "cannot")
          ? []
          : [`${bearer.name}: ${request.action}: ${said}`];
      }),
    );
    assert.deepEqual(able, []);
  });

  it("spares the one named exception in every account, where the role really lies", () => {
    const excepted = all.filter(isExcepted);
    assert.equal(excepted.length, Object.keys(accountIds).length);
    for (const bearer of excepted)
      for (const text of lists["destroys databases"]!)
        assert.equal(guardedOutcome(bearer, parseRequest(text, bearer), guardrails), "can", `${bearer.name}: ${text}`);
  });

  it("holds without guardrails too, by the sets and boundaries of people and software themselves", () => {
    const able = bearers.flatMap((bearer) =>
      lists["destroys databases"]!.filter((text) => outcome(bearer, parseRequest(text, bearer)) === "can").map(
        (text) => `${bearer.name}: ${text}`,
      ),
    );
    assert.deepEqual(able, []);
  });

  it("is said explicitly by every set and boundary that reaches databases at all", () => {
    const silent = bearers
      .filter((bearer) => reachesDatabases(bearer))
      .filter((bearer) => outcome(bearer, parseRequest(lists["destroys databases"]![0]!, bearer)) !== "denied");
    assert.deepEqual(
      silent.map(({ name }) => name),
      [],
    );
  });

  it("is said by the ceiling of every account, for roles without a boundary of their own", () => {
    for (const { ceiling, id } of Object.values(stacks).flatMap(({ accounts }) => accounts)) {
      const bearer = {
        ...bearers[0]!,
        accountId: id,
        identity: {
          everything: {
            Version: "2012-10-17" as const,
            Statement: [{ Effect: "Allow" as const, Action: "*", Resource: "*" }],
          },
        },
        boundary: ceiling.document,
      };
      for (const text of [...lists["destroys databases"]!, ...lists["stops auditing"]!])
        assert.equal(outcome(bearer, parseRequest(text, bearer)), "denied", text);
    }
  });

  it("protects the management account, which no guardrail binds, by what its permission sets hold", () => {
    const there = bearers.filter(({ account }) => account === "Management");
    assert.ok(there.length >= 2);
    const dangers = ["destroys databases", "stops auditing", "creates IAM users", "creates long-term credentials"];
    for (const bearer of there) {
      for (const text of dangers.flatMap((list) => lists[list]!))
        assert.notEqual(outcome(bearer, parseRequest(text, bearer)), "can", `${bearer.name}: ${text}`);
    }
  });

  it("names the bucket and the key in which the trail really ends", () => {
    const { logFiles } = stacks["prod"]!.audit!.trail!;
    const said = JSON.stringify(guardrails.find(({ name }) => name === "protect-audit")!.document);
    assert.ok(said.includes(`"arn:aws:s3:::${logFiles.bucketName}"`));
    assert.ok(said.includes(`"kms:ResourceAliases":"${logFiles.key.alias}"`));
    assert.ok(said.includes(`:${accountIds[logFiles.account]!}:${logFiles.key.alias}"`));
  });

  it("leaves an administrator what is no danger, and shuts out who comes from outside", () => {
    assert.deepEqual(broken(guardrails), []);
  });

  it("notices every action, exception and condition less, and every exception wider", () => {
    const unnoticed = guardrails.flatMap((guardrail) =>
      mutateGuardrail(guardrail.document).flatMap(({ what, document }) => {
        const mutant = guardrails.map((one) => (one === guardrail ? { ...one, document } : one));
        // Those about the very action first: most mutants are noticed by one of them.
        const likely = cases.filter(({ text }) => what.includes(text.split(" ")[0]!));
        return [...likely, ...cases].some(({ heading, expected, text }) => guarded(heading, text, mutant) !== expected)
          ? []
          : [`${guardrail.name}, ${what}`];
      }),
    );
    assert.deepEqual(unnoticed, []);
  });

  it("notices a target less", () => {
    for (const guardrail of guardrails)
      for (const gone of guardrail.attachments) {
        const attachments = guardrail.attachments.filter((one) => one !== gone);
        const mutant = guardrails.map((one) => (one === guardrail ? { ...one, attachments } : one));
        assert.notDeepEqual(broken(mutant), [], gone.name);
      }
  });
});

const place = { partition: "aws", accountId: accountIds["Production"]!, region: "eu-central-1", boundaryArns: [] };

/** Whether it may do anything to a database that changes it. */
function reachesDatabases(bearer: Bearer): boolean {
  const requests = [
    "rds:ModifyDBInstance on arn:aws:rds:eu-central-1:{account}:db:orders-main",
    "dynamodb:PutItem on arn:aws:dynamodb:eu-central-1:{account}:table/carts",
    "elasticache:ModifyCacheCluster on arn:aws:elasticache:eu-central-1:{account}:cluster:sessions",
  ];
  return requests.some((text) => outcome(bearer, parseRequest(text, bearer)) === "can");
}

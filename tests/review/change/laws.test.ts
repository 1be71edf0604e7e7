import assert from "node:assert/strict";
import fc from "fast-check";
import { decide } from "../../../iam/decide.ts";
import type { PolicyDocument } from "../../../iam/document.ts";
import type { Deployment } from "../../../model/deployment.ts";
import { changeBetween } from "../../../review/change/change.ts";
import { documentChange, held } from "../../../review/change/documents.ts";
import { callerDocument, input } from "../../iam/arbitrary-decisions.ts";
import { lines, shipped, sideOf } from "./edited.ts";

type Path = readonly (string | number)[];

/** What is not told of by itself: how things are called in the state, where in the YAML they stand, what follows from others. */
const followsFromOthers = [
  ...["name", "formerly", "configPath", "needsPolicies", "needsIdentityProvider", "sessionName"],
  // An account is known by its id, a role by its ARN.
  ...["account", "roleName", "path"],
  // Of documents there is one version.
  "Version",
];

/** One path of each kind to everything in a tree that is no tree itself. */
function leaves(tree: unknown): Path[] {
  const found = new Map<string, Path>();
  const visit = (value: unknown, path: Path): void => {
    if (followsFromOthers.includes(String(path.at(-1)))) return;
    if (typeof value === "object" && value !== null) {
      for (const [key, child] of Object.entries(value))
        visit(child, [...path, Array.isArray(value) ? Number(key) : key]);
    } else {
      const kind = path.map((part) => (typeof part === "number" ? "*" : part)).join(".");
      if (!found.has(kind)) found.set(kind, path);
    }
  };
  visit(tree, []);
  return [...found.values()];
}

/** The same with one leaf otherwise. */
function spoiled(deployment: Deployment, path: Path): Deployment {
  const copy = structuredClone(deployment);
  let tree = copy as unknown as Record<string | number, unknown>;
  for (const part of path.slice(0, -1)) tree = tree[part] as typeof tree;
  const key = path.at(-1)!;
  const value = tree[key];
  tree[key] =
    typeof value === "number"
      ? value + 1
      : typeof value === "boolean"
        ? !value
        : value === "Allow"
          ? "Deny"
          : value === "Deny"
            ? "Allow"
            : `${String(value)}x`;
  return copy;
}

describe("a change of access", function () {
  this.timeout(60_000);
  const before = sideOf(shipped);

  it("is never silent about a part of what a stack makes, whichever changes", () => {
    const silent = before.deployments
      .filter(({ stack }) => stack === "prod")
      .flatMap((deployment) =>
        leaves(deployment)
          .filter((path) => path[0] !== "stack")
          .filter((path) => {
            const deployments = before.deployments.map((one) => (one === deployment ? spoiled(one, path) : one));
            return changeBetween(before, { ...before, deployments }).items.length === 0;
          })
          .map((path) => `${deployment.stack} ${path.join(".")}`),
      );
    assert.deepEqual(silent.sort(), [
      // There are two types, and this would be none.
      "prod access.0.principal.type",
      // It means the same, and the program does not make the ceiling.
      "prod accounts.0.ceiling.document.Statement.0.Sid",
      // The alarms of break-glass have the same.
      "prod audit.alarms.emails.0",
    ]);
  });

  it("gives what it takes, and takes what it gives, when it is taken back", () => {
    fc.assert(
      fc.property(callerDocument, callerDocument, (one, other) => {
        const effects = (from: PolicyDocument, to: PolicyDocument) => effectsOf(from, to);
        assert.equal(effects(one, other).gains, effects(other, one).loses);
      }),
      { numRuns: 300 },
    );
  });

  it("that gives nobody anything allows no request that was denied; one that takes nothing, denies none", () => {
    fc.assert(
      fc.property(input, callerDocument, callerDocument, fc.boolean(), (question, one, more, together) => {
        const other = together ? { ...one, Statement: [...one.Statement, ...more.Statement] } : more;
        const rank = (identity: PolicyDocument): number =>
          ["denied", "conditional", "allowed"].indexOf(
            decide({ ...question, policies: { ...question.policies, identity: [identity] } }).decision,
          );
        const { gains, loses } = effectsOf(one, other);
        if (!gains) assert.ok(rank(other) <= rank(one));
        if (!loses) assert.ok(rank(other) >= rank(one));
      }),
      { numRuns: 1500 },
    );
  });

  it("is told alike whatever the spelling of a document", () => {
    fc.assert(
      fc.property(callerDocument, callerDocument, (one, other) => {
        const parted = {
          ...other,
          Statement: other.Statement.flatMap((statement) =>
            [statement.Action ?? []].flat().map((Action) => ({ ...statement, Action })),
          ).reverse(),
        };
        assert.deepEqual(textsOf(one, parted), textsOf(one, other));
      }),
      { numRuns: 300 },
    );
  });
});

function effectsOf(before: PolicyDocument, after: PolicyDocument): { gains: boolean; loses: boolean } {
  const details = documentChange({ document: before, shortGrants: [] }, { document: after, shortGrants: [] }, held);
  // A part of which only the condition changes gives and takes.
  const has = (effect: string) =>
    details.some((one) => one.effect === effect || (one.sign === "~" && one.effect === "gains"));
  return { gains: has("gains"), loses: has("loses") };
}

function textsOf(before: PolicyDocument, after: PolicyDocument): string[] {
  const details = documentChange({ document: before, shortGrants: [] }, { document: after, shortGrants: [] }, held);
  return lines({ items: [{ effect: "none", text: [""], accounts: [], details }], durations: [] });
}

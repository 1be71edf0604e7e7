import assert from "node:assert/strict";
import { lookedFor } from "./aliases.ts";
import { configCopy, rename } from "./config-copy.ts";
import { awsResources } from "./graph.ts";
import { type Registration, type Run, run, shipped } from "./program.ts";

/** Section → key → its new name. */
type Renames = Record<string, Record<string, string>>;

const things: Renames = {
  groups: { Developers: "Engineers", Operations: "Platform" },
  "permission-sets": { Developer: "Builder", DeploymentManager: "Releaser", DatabaseOperator: "Keeper" },
  policies: { "workload-boundary": "ceiling", "read-application-logs": "logs" },
  workloads: { "storefront-web": "shop", "product-images": "pictures" },
  pipelines: { preview: "early", release: "ship" },
  "identity-providers": { GitHub: "Forge" },
  guardrails: { "protect-audit": "keep-records", "data-stays-inside": "perimeter" },
};
const accounts: Renames = { accounts: { Production: "Live", DevOps: "Tools", Security: "Vault", Development: "Lab" } };
const cases: [string, string, Renames][] = [
  ["of things", "dev", things],
  ["of things", "prod", things],
  ["of accounts", "prod", accounts],
  ["of accounts and things at once", "dev", { ...accounts, ...things }],
];

describe("new names with `formerly`", function () {
  this.timeout(60_000);
  for (const [what, stack, renames] of cases) {
    it(`keep every resource of ${stack}: ${what}`, async () => {
      const copy = configCopy((document) => {
        for (const [section, names] of Object.entries(renames)) {
          for (const [from, to] of Object.entries(names)) {
            rename(document.contents, from, to);
            if (document.hasIn([section, to])) document.setIn([section, to, "formerly"], [from]);
          }
        }
      });
      try {
        const before = await shipped(stack);
        const after = await run({ stack, config: copy.file(stack) });
        assert.deepEqual(after.failures, []);
        assert.equal(after.registrations.length, before.registrations.length);
        assert.notDeepEqual(urns(after), urns(before), "something is called otherwise");
        for (const [old, now] of matched(before, after)) assert.deepEqual(awsNames(now), awsNames(old), now.urn);
      } finally {
        copy.remove();
      }
    });
  }

  it("are what keeps them: without it a resource is lost", async () => {
    const copy = configCopy((document) => {
      rename(document.contents, "product-images", "pictures");
    });
    try {
      const after = await run({ stack: "dev", config: copy.file("dev") });
      assert.deepEqual(after.failures, []);
      const before = await shipped("dev");
      assert.throws(() => matched(before, after), /product-images\/Development is lost/);
    } finally {
      copy.remove();
    }
  });
});

const urns = ({ registrations }: Run): string[] => registrations.map(({ urn }) => urn).sort();

/** Each resource of the old state with the one that finds it; an assertion fails where it is found by none, or by two. */
function matched(before: Run, after: Run): [Registration, Registration][] {
  const finders = new Map<string, Registration[]>();
  for (const now of after.registrations) {
    for (const urn of lookedFor(after, now)) finders.set(urn, [...(finders.get(urn) ?? []), now]);
  }
  return before.registrations.map((old) => {
    const [now, ...others] = finders.get(old.urn) ?? [];
    assert.ok(now, `${old.urn} is lost`);
    assert.deepEqual(others, [], `${old.urn} is found twice`);
    return [old, now];
  });
}

/** What AWS cannot change in place: of a guardrail, not the name. */
function awsNames(registration: Registration): unknown {
  if (!awsResources({ registrations: [registration], lookups: [], failures: [] }).length) return undefined;
  const { name, path, roleName, role, policyArn, url, targetId, principalId } = registration.inputs;
  if (registration.type === "aws:organizations/policy:Policy") return { type: registration.inputs["type"] };
  return { name, path, roleName, role, policyArn, url, targetId, principalId };
}

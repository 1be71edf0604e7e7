import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Document } from "yaml";
import type { Deployment } from "../../../model/deployment.ts";
import { plan } from "../../../model/plan.ts";
import { unknown } from "../../../policypack/known.ts";
import { loadProgram } from "../../../review/planned/load.ts";
import type { PlannedResource } from "../../../review/planned/resource.ts";
import { organizationYaml } from "../../bench/organization.ts";
import { configCopy } from "../../components/config-copy.ts";
import { type Registration, type Run, run, shipped, today } from "../../components/program.ts";
import { notKnown } from "../../policypack/judge.ts";

/** A registration and a planned resource in the form in which they are compared. */
interface Comparable {
  type: string;
  parent: string;
  provider: string;
  inputs: unknown;
  dependencies: string[];
  propertyDependencies: Record<string, string[]>;
}

function ofRegistration(registration: Registration): Comparable {
  const { type, parent, provider = "", inputs, dependencies, propertyDependencies } = registration;
  return {
    type,
    parent: label(parent),
    provider,
    inputs: type.startsWith("pulumi:providers:") ? ofProvider(inputs) : inputs,
    dependencies: dependencies.map(label).sort(),
    propertyDependencies: Object.fromEntries(
      Object.entries(propertyDependencies).flatMap(([name, urns]) =>
        urns.length > 0 ? [[name, urns.map(label).sort()]] : [],
      ),
    ),
  };
}

/** Type and name: of the types of the parents the mocks put only the nearest into a URN. */
const label = (urn: string): string => urn.split("::").slice(2).join(" ").split("$").at(-1) ?? "";

/** The SDK gives a provider's settings as JSON, and says its own defaults. */
function ofProvider(inputs: Record<string, unknown>): Record<string, unknown> {
  const { region, skipCredentialsValidation, skipRegionValidation, ...others } = inputs;
  assert.deepEqual([skipCredentialsValidation, skipRegionValidation], ["false", "true"]);
  return {
    region,
    ...Object.fromEntries(Object.entries(others).map(([key, value]) => [key, JSON.parse(String(value))])),
  };
}

function ofPlanned(planned: PlannedResource, answers: ReadonlyMap<string, string>): Comparable {
  const urns = (resources: readonly PlannedResource[]) => resources.map(({ urn }) => label(urn)).sort();
  return {
    type: planned.type,
    parent: label(planned.parent?.urn ?? ""),
    provider: planned.provider?.name ?? "",
    inputs: sent(planned.props, answers),
    dependencies: urns(planned.dependencies),
    propertyDependencies: Object.fromEntries(
      Object.entries(planned.propertyDependencies).map(([name, sources]) => [name, urns(sources)]),
    ),
  };
}

/** As the engine is sent it, where AWS has answered. */
function sent(value: unknown, answers: ReadonlyMap<string, string>): unknown {
  if (value === unknown) return notKnown;
  if (typeof value === "string") return answers.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => sent(item, answers));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, sent(item, answers)]));
}

/** What a planned resource has in the place of an id → what the mocks answer. */
function answersFor({ identityCenter, guardrails }: Deployment): Map<string, string> {
  const units = guardrails.flatMap(({ attachments }) =>
    attachments.flatMap(({ target }) => (target.kind === "ou" ? [target.path] : [])),
  );
  return new Map([
    ["the instance of Identity Center", "arn:aws:sso:::instance/ssoins-0000"],
    ["the identity store", "d-0000000000"],
    ["the root", "id of root"],
    ...units.map((path) => [`the unit ${path}`, `id of ${path.split("/").at(-1) ?? ""}`] as const),
    ...identityCenter.lookedUp.map(({ name, displayName }) => [`the group ${name}`, `id of ${displayName}`] as const),
  ]);
}

const byLabel = <Item extends { urn: string }>(
  all: readonly Item[],
  of: (item: Item) => Comparable,
): Record<string, Comparable> =>
  Object.fromEntries(all.map((item): [string, Comparable] => [label(item.urn), of(item)]));

describe("the planned resources", function () {
  this.timeout(60_000);

  async function compare({ registrations, failures }: Run, config: string): Promise<void> {
    assert.deepEqual(failures, []);
    const { deployment, report } = plan(config, { today });
    assert.ok(deployment, report);
    const answers = answersFor(deployment);
    const { plannedResources } = await loadProgram();
    const planned = byLabel(plannedResources(deployment, "securecart-iam"), (one) => ofPlanned(one, answers));
    const registered = byLabel(
      registrations.filter(({ type }) => type !== "pulumi:pulumi:StackReference"),
      ofRegistration,
    );
    assert.deepEqual(Object.keys(planned).sort(), Object.keys(registered).sort());
    for (const [label, resource] of Object.entries(planned)) assert.deepEqual(resource, registered[label], label);
  }

  for (const stack of ["dev", "prod"]) {
    it(`are what the program registers in ${stack}`, async () => {
      await compare(await shipped(stack, true), `config/${stack}.yaml`);
    });
  }

  it("are what the program registers of all that the shipped configuration leaves out", async () => {
    const copy = configCopy(withTheRest);
    try {
      await compare(await run({ stack: "prod", config: copy.file("prod"), preview: true }), copy.file("prod"));
    } finally {
      copy.remove();
    }
  });

  it("are what the program registers of a synthetic organization", async () => {
    const directory = mkdtempSync(join(tmpdir(), "planned-"));
    try {
      const config = join(directory, "bench.yaml");
      writeFileSync(config, organizationYaml({ seed: 3, assignments: 60 }));
      const groups = ["owners", "group-0", "group-1", "group-2", "group-3", "group-4", "group-5"].map(
        (displayName) => ({
          displayName,
          groupId: `id of ${displayName}`,
        }),
      );
      await compare(await run({ stack: "bench", config, preview: true, groups }), config);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  it("have the URNs that the engine gives them", async () => {
    const { deployment } = plan("config/prod.yaml", { today });
    assert.ok(deployment);
    const { plannedResources } = await loadProgram();
    const urns = plannedResources(deployment, "shop").map(({ urn }) => urn);
    const role =
      "securecart:organizations:Account$securecart:iam:WorkloadRole$aws:iam/role:Role::payments-processor/Production";
    assert.ok(urns.includes(`urn:pulumi:prod::shop::${role}`));
    assert.ok(urns.includes("urn:pulumi:prod::shop::pulumi:providers:aws::Production"));
    assert.equal(new Set(urns).size, urns.length);
  });
});

/** A password, an IAM group, people and groups that are managed here, boundaries and attachments of every kind. */
function withTheRest(document: Document, file: string): void {
  if (file === "security.yaml") {
    document.setIn(["break-glass", "users", "break-glass-1", "pgp-key"], "keybase:someone");
    const group = { owner: "SecurityTeam", reason: "Audits while Okta is down", members: ["break-glass-2"] };
    document.setIn(["break-glass", "iam-groups", "Security-Audit"], group);
  }
  if (file === "base.yaml") {
    const ada = { "given-name": "Ada", "family-name": "Lovelace", email: "ada@securecart.example" };
    document.setIn(["users", "ada"], ada);
    document.setIn(["groups", "Auditors"], { "display-name": "auditors", description: "They look", members: ["ada"] });
  }
  if (file !== "prod.yaml") return;
  document.setIn(["access", "Auditors", "Production"], ["ReadOnly"]);
  document.setIn(["access", "user ada", "Production"], ["Bounded", "Bounded2"]);
  const set = { owner: "Developers", description: "Look around" };
  const boundary = "permissions-boundary";
  document.setIn(["permission-sets", "Bounded"], {
    ...set,
    [boundary]: { "customer-managed-policy": "workload-boundary" },
  });
  document.setIn(["permission-sets", "Bounded2"], { ...set, [boundary]: { "aws-managed-policy": "ViewOnlyAccess" } });
  document.setIn(["workloads", "reports"], {
    description: "Nightly reports",
    owner: "Developers",
    account: "Production",
    "runs-on": "lambda",
    "customer-managed-policies": ["read-application-logs"],
    "aws-managed-policies": ["ViewOnlyAccess"],
  });
}

import assert from "node:assert/strict";
import type { Document } from "yaml";
import { type PackConfiguration, packConfiguration } from "../../../model/pack-configuration.ts";
import { plan } from "../../../model/plan.ts";
import type { Deployment } from "../../../model/deployment.ts";
import type { Told } from "../../../policypack/speak.ts";
import { loadProgram } from "../../../review/planned/load.ts";
import type { PlannedResource } from "../../../review/planned/resource.ts";
import { verdict } from "../../../review/planned/verdict.ts";
import { type ConfigCopy, configCopy } from "../../components/config-copy.ts";
import { type Registration, run, today } from "../../components/program.ts";
import { type Given, judge } from "../../policypack/judge.ts";

/** What a careless edit of each kind asks for. */
function careless(document: Document, file: string): void {
  if (file !== "prod.yaml") return;
  const allow = (Action: unknown) => [{ Effect: "Allow", Action, Resource: "*" }];
  const owned = { owner: "Operations", description: "Careless" };
  document.setIn(["permission-sets", "Everything"], { ...owned, statements: allow("*") });
  document.setIn(["permission-sets", "Powerful"], { ...owned, "aws-managed-policies": ["PowerUserAccess"] });
  document.setIn(["permission-sets", "Grantor"], { ...owned, statements: allow("iam:AttachRolePolicy") });
  document.setIn(["permission-sets", "Administrator"], { ...owned, "aws-managed-policies": ["AdministratorAccess"] });
  document.setIn(["permission-sets", "Recorder"], { ...owned, statements: allow(["cloudtrail:StopLogging"]) });
  const sets = ["Everything", "Administrator", "Powerful", "Grantor", "Recorder"];
  document.setIn(["access", "Operations", "Production"], sets);
  const workload = { ...owned, account: "Production" };
  document.setIn(["workloads", "reader"], { ...workload, "runs-on": "lambda", statements: allow("s3:*") });
  document.setIn(["workloads", "open"], {
    ...workload,
    trust: [{ Effect: "Allow", Principal: { AWS: "arn:aws:iam::999988887777:root" }, Action: "sts:AssumeRole" }],
  });
  document.setIn(["workloads", "public"], {
    ...workload,
    trust: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" }],
  });
}

/** A registration as the engine hands it to the pack. */
function given({ type, urn, parent, provider, inputs, dependencies, propertyDependencies }: Registration): Given {
  return {
    type,
    name: urn,
    props: inputs,
    dependsOn: dependencies,
    from: propertyDependencies,
    ...(parent !== "" && { parent }),
    ...(provider !== undefined && { provider }),
  };
}

const day = new Date(`${today}T12:00:00Z`);

describe("the verdict on planned resources", function () {
  this.timeout(60_000);
  let copy: ConfigCopy;
  let made: { deployments: Deployment[]; resources: PlannedResource[]; configuration: PackConfiguration };
  before(async () => {
    copy = configCopy(careless);
    const { deployments, report } = plan(copy.file("prod"), { today });
    const deployment = deployments.find(({ stack }) => stack === "prod");
    assert.ok(deployment, report);
    const { plannedResources } = await loadProgram();
    const resources = plannedResources(deployment, "securecart-iam");
    made = { deployments, resources, configuration: packConfiguration(deployments) };
  });
  after(() => {
    copy.remove();
  });

  const said = (change: PackConfiguration = {}): Told[] => {
    const changed: PackConfiguration = { ...made.configuration };
    for (const [rule, more] of Object.entries(change)) changed[rule] = { ...changed[rule], ...more };
    return verdict(made.resources, changed, day);
  };
  const inShort = (told: readonly Told[]): string[] =>
    told.map(
      ({ rule, advisory, resource }) => `${rule.name} ${advisory ? "advises" : "refuses"} ${resource?.name ?? ""}`,
    );

  it("is the one that the pack has of what the program registers", async () => {
    const { registrations, failures } = await run({ stack: "prod", config: copy.file("prod"), preview: true });
    assert.deepEqual(failures, []);
    const engines = judge(registrations.map(given), { config: made.configuration, today });
    const short = engines.map(
      ({ rule, level, resource }) => `${rule} ${level === "advisory" ? "advises" : "refuses"} ${resource}`,
    );
    assert.deepEqual(inShort(said()).sort(), short.sort());
    assert.deepEqual(inShort(said()), [
      "admin-managed refuses Administrator/aws-managed-policies",
      "admin refuses Everything/permissions",
      "delegate-no-boundary refuses Grantor/permissions",
      "guardrail-break refuses Recorder/permissions",
      "trust-account refuses open/Production",
      "trust-public refuses public/Production",
      "service-star refuses reader/Production/permissions",
      "sso-combo refuses Operations/Production/Grantor",
    ]);
  });

  it("obeys the pack's configuration", () => {
    const of = (rule: string, more: Record<string, unknown>) =>
      inShort(said({ [rule]: more })).filter((line) => line.startsWith(`${rule} `) || line.startsWith("pack-"));
    assert.deepEqual(of("admin", { enforcementLevel: "advisory" }), ["admin advises Everything/permissions"]);
    assert.deepEqual(of("admin", { enforcementLevel: "disabled" }), ["pack-configuration advises "]);
    const urn = made.resources.find(({ name }) => name === "Everything/permissions")?.urn ?? "";
    const exception = { resource: urn, reason: "Test", owner: "Operations", until: "2027-03-31" };
    assert.deepEqual(of("admin", { exceptions: [exception] }), []);
    assert.deepEqual(of("admin", { exceptions: [{ ...exception, until: "2020-03-31" }] }), [
      "admin refuses Everything/permissions",
      "pack-configuration refuses ",
    ]);
    const unneeded = { ...exception, resource: urn.replace("Everything", "Recorder") };
    assert.deepEqual(of("admin", { exceptions: [exception, unneeded] }), ["pack-configuration refuses "]);
  });
});

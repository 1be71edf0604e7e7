/** Runs the program of the working directory under Pulumi's mocks and tells its parent all that it registers. */
import { resolve } from "node:path";
import { mock } from "node:test";
import { pathToFileURL } from "node:url";
import * as pulumi from "@pulumi/pulumi";
import type * as proto from "@pulumi/pulumi/proto/resource_pb.js";
import { type Circumstances, type Lookup, type Run, foundOrganization, syncedGroups, today } from "./program.ts";

interface Monitor {
  registerResource(
    request: proto.RegisterResourceRequest,
    answer: (error: unknown, response?: proto.RegisterResourceResponse) => void,
  ): unknown;
  registerResourceOutputs(request: proto.RegisterResourceOutputsRequest, answer: unknown): unknown;
}

const {
  stack,
  config = `config/${stack}.yaml`,
  role,
  preview = false,
  outputs = {},
  groups = syncedGroups,
  instances = { arns: ["arn:aws:sso:::instance/ssoins-0000"], identityStoreIds: ["d-0000000000"] },
  organization = foundOrganization,
} = JSON.parse(process.argv[2] ?? "") as Circumstances;
const told: Run = { registrations: [], lookups: [], failures: [] };

// `until` and `next-review` depend on the day.
mock.timers.enable({ apis: ["Date"], now: new Date(`${today}T12:00:00Z`) });
process.on("unhandledRejection", fail);
process.on("uncaughtException", fail);

await pulumi.runtime.setMocks(
  {
    newResource: ({ name, type, inputs, custom }) => {
      const known = { ...(inputs as object) };
      if (type === "pulumi:pulumi:StackReference")
        return { id: name, state: { ...known, outputs, secretOutputNames: [] } };
      if (!custom || preview) return { id: undefined, state: known };
      const [, , kind = ""] = type.split(":");
      const computed = { arn: `arn of ${kind} ${name}`, groupId: `id of ${name}`, userId: `id of ${name}` };
      return { id: `id of ${kind} ${name}`, state: { ...computed, ...known } };
    },
    call: ({ token, provider, inputs }) => {
      told.lookups.push({ token, provider: nameOf(provider ?? ""), inputs: inputs as Lookup["inputs"] });
      if (token === "aws:ssoadmin/getInstances:getInstances") return { id: "instances", ...instances };
      if (token === "aws:identitystore/getGroups:getGroups") return { id: "groups", ...(inputs as object), groups };
      if (token === "aws:organizations/getOrganization:getOrganization") return organizationAnswer();
      if (token === "aws:organizations/getOrganizationalUnits:getOrganizationalUnits")
        return { id: "units", children: unitsBelow((inputs as { parentId: string }).parentId) };
      throw new Error(`No answer to ${token}`);
    },
  },
  "securecart-iam",
  stack,
  preview,
  "securecart",
);

// Mocks are told neither parents nor dependencies nor aliases: what registers a resource is.
const monitor = pulumi.runtime.getMonitor() as unknown as Monitor;
const register = monitor.registerResource.bind(monitor);
monitor.registerResource = (request, answer) =>
  register(request, (error, response) => {
    if (response !== undefined && request.getType() !== "pulumi:pulumi:Stack") record(request, response.getUrn());
    answer(error, response);
  });
const registerOutputs = monitor.registerResourceOutputs.bind(monitor);
monitor.registerResourceOutputs = (request, answer) => {
  const registration = told.registrations.find(({ urn }) => urn === request.getUrn());
  const outputs = (request.getOutputs()?.toJavaScript() ?? {}) as Record<string, unknown>;
  if (registration !== undefined) registration.outputs = outputs;
  return registerOutputs(request, answer);
};

function record(request: proto.RegisterResourceRequest, urn: string): void {
  const provider = nameOf(request.getProvider());
  const createTimeout = request.getCustomtimeouts()?.getCreate();
  told.registrations.push({
    urn,
    type: request.getType(),
    name: request.getName(),
    parent: request.getParent().includes("pulumi:pulumi:Stack") ? "" : request.getParent(),
    custom: request.getCustom(),
    ...(provider !== "" && { provider }),
    inputs: request.getObject()?.toJavaScript() ?? {},
    dependencies: request.getDependenciesList(),
    propertyDependencies: Object.fromEntries(
      [...request.getPropertydependenciesMap().entries()].map(([name, on]) => [name, on.getUrnsList()]),
    ),
    aliases: request.getAliasesList().map((alias) => alias.getSpec()?.getName() ?? alias.getUrn()),
    ...(createTimeout !== undefined && createTimeout !== "" && { createTimeout }),
    protect: request.getProtect() ?? false,
    retainOnDelete: request.getRetainondelete() ?? false,
  });
}

function organizationAnswer(): Record<string, unknown> {
  const { accounts, enabledPolicyTypes } = organization;
  return {
    id: "organization",
    roots: [{ id: "id of root" }],
    enabledPolicyTypes,
    accounts: accounts.map((id) => ({ id })),
  };
}

function unitsBelow(parentId: string): { id: string; name: string }[] {
  return (organization.units[parentId] ?? []).map((name) => ({ id: `id of ${name}`, name }));
}

function valueOf(output: pulumi.Output<unknown>): Promise<unknown> {
  return new Promise((done) => {
    output.apply(done);
  });
}

function nameOf(provider: string): string {
  return provider.split("::")[3] ?? "";
}

function fail(error: unknown): void {
  const { name, message } = error as Error;
  const failure = { kind: error instanceof pulumi.RunError ? "RunError" : name, message };
  if (!told.failures.some((known) => known.message === message)) told.failures.push(failure);
}

pulumi.runtime.setAllConfig({
  "securecart-iam:config": config,
  ...(role !== undefined && { "securecart-iam:role": role }),
});
try {
  const exported = (await import(pathToFileURL(resolve("index.ts")).href)) as Record<string, unknown>;
  await pulumi.runtime.disconnect();
  await new Promise(setImmediate);
  // In a preview some are unknown, and never told.
  if (told.failures.length === 0 && !preview)
    told.outputs = (await valueOf(pulumi.output<unknown>(exported))) as Record<string, unknown>;
} catch (error) {
  fail(error);
}
process.send?.(told, () => {
  process.exit(0);
});

/** Runs the program of the working directory under Pulumi's mocks and sends its parent what it registers. */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import * as pulumi from "@pulumi/pulumi";
import type { RegisterResourceRequest, RegisterResourceResponse } from "@pulumi/pulumi/proto/resource_pb.js";
import type { MockedStack, PlannedResource } from "./mocked-plan.ts";

const { project, stack, config, groups, organization } = JSON.parse(process.argv[2] ?? "") as MockedStack;
const planned: PlannedResource[] = [];

interface MockMonitor {
  registerResource(
    request: RegisterResourceRequest,
    answer: (error: unknown, response?: RegisterResourceResponse) => void,
  ): unknown;
}

/** Stands for what only AWS knows. */
const later = "known-after-deployment";

function accountOf(provider: string): { account?: string } {
  const name = provider.split("::")[3];
  return name === undefined ? {} : { account: name };
}

function plannedFrom(request: RegisterResourceRequest, urn: string): PlannedResource {
  return {
    urn,
    type: request.getType(),
    name: request.getName(),
    parent: request.getParent(),
    dependencies: request.getDependenciesList(),
    inputs: request.getObject()?.toJavaScript() ?? {},
    custom: request.getCustom(),
    ...accountOf(request.getProvider()),
  };
}

function lookUp(token: string, inputs: Record<string, unknown>): Record<string, unknown> {
  if (token === "aws:ssoadmin/getInstances:getInstances") {
    return { id: later, arns: [later], identityStoreIds: [later] };
  }
  if (token === "aws:identitystore/getGroups:getGroups") return { id: later, identityStoreId: later, groups };
  if (token === "aws:organizations/getOrganization:getOrganization") {
    const enabledPolicyTypes = ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"];
    const accounts = organization.accounts.map((id) => ({ id }));
    return { id: later, roots: [{ id: "root" }], enabledPolicyTypes, accounts };
  }
  if (token === "aws:organizations/getOrganizationalUnits:getOrganizationalUnits") {
    // The path serves as the id.
    const above = inputs["parentId"] === "root" ? "" : `${String(inputs["parentId"])}/`;
    const names = organization.units
      .filter((path) => path.startsWith(above) && path !== above)
      .map((path) => path.slice(above.length).split("/")[0] ?? "");
    return { id: later, children: [...new Set(names)].map((name) => ({ id: `${above}${name}`, name })) };
  }
  throw new Error(`The lookup ${token} has no answer without an engine`);
}

await pulumi.runtime.setMocks(
  {
    newResource: ({ type, inputs }) =>
      type === "pulumi:pulumi:StackReference"
        ? { id: later, state: { ...(inputs as object), outputs: {}, secretOutputNames: [] } }
        : { id: later, state: { arn: later, ...(inputs as object) } },
    call: ({ token, inputs }) => lookUp(token, inputs as Record<string, unknown>),
  },
  project,
  stack,
  true,
  "organization",
);
// Mocks are not told a resource's parent; what registers it is.
const monitor = pulumi.runtime.getMonitor() as unknown as MockMonitor;
const register = monitor.registerResource.bind(monitor);
monitor.registerResource = (request, answer) =>
  register(request, (error, response) => {
    if (response !== undefined) planned.push(plannedFrom(request, response.getUrn()));
    answer(error, response);
  });
pulumi.runtime.setAllConfig(config);
try {
  await import(pathToFileURL(resolve("index.ts")).href);
  await pulumi.runtime.disconnect();
  process.send?.(planned, () => {
    process.disconnect();
  });
} catch (error) {
  const foreseen = error instanceof pulumi.RunError;
  process.stderr.write(`${foreseen ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(1);
}

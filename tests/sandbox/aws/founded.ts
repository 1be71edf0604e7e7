import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { operation as modelled } from "../../../iam/catalogue/service-models.ts";
import { AwsError, type Credentials } from "../../../sandbox/aws/call.ts";
import { createOrganization, credentialsOf, type OrganizationSeed } from "../../../sandbox/aws/organization.ts";
import { virtualAws } from "../../../sandbox/aws/virtual-aws.ts";

export const management = "111122223333";
export const security = "222233334444";
export const production = "444455556666";
export const homeRegion = "eu-central-1";

export const seed: OrganizationSeed = {
  organizationId: "o-a1b2c3d4e5",
  partition: "aws",
  homeRegion,
  managementAccountId: management,
  accounts: [
    { id: management, name: "Management", email: "management@shop.example", ou: "root", tags: {} },
    { id: security, name: "Security", email: "security@shop.example", ou: "Security", tags: {} },
    {
      id: production,
      name: "Production",
      email: "p@shop.example",
      ou: "Workloads/Production",
      tags: { data: "customer" },
    },
  ],
  trustedServices: ["sso.amazonaws.com"],
  delegatedAdministrators: { "sso.amazonaws.com": security },
  scimGroups: [{ displayName: "aws-developers", members: ["jo"] }, { displayName: "aws-security" }],
  deployRoleName: "deploy",
  previewRoleName: "preview",
  policies: [],
  startingIdentity: { accountId: security, roleName: "operator" },
};

const directories: string[] = [];
process.on("exit", () => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

export function emptyDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "virtual-aws-"));
  directories.push(directory);
  return directory;
}

export type Output = Record<string, unknown>;
export type Client = <Result = Output>(operation: string, input?: Record<string, unknown>) => Promise<Result>;

/** A virtual organization made anew, and clients for it. */
export async function founded(changes: Partial<OrganizationSeed> = {}) {
  const directory = emptyDirectory();
  await createOrganization(directory, { ...seed, ...changes });
  const aws = virtualAws(directory);
  const withCredentials =
    (credentials: Credentials, region = homeRegion) =>
    (service: string): Client =>
    async <Result>(operation: string, input: Record<string, unknown> = {}) => {
      try {
        return (await aws({ service, operation, input, credentials, region })) as Result;
      } catch (error) {
        if (error instanceof AwsError) assertNamed(service, operation, error.code);
        throw error;
      }
    };
  return {
    directory,
    aws,
    withCredentials,
    /** A client of a service with the deploy role of an account. */
    client: (service: string, accountId: string, region = homeRegion) =>
      withCredentials(credentialsOf(directory, accountId, "deploy"), region)(service),
  };
}

/** What AWS may answer to any call, whatever its operation. */
const common = [
  ...[
    "AccessDenied",
    "ExpiredToken",
    "InvalidAction",
    "InvalidClientTokenId",
    "NotImplemented",
    "SignatureDoesNotMatch",
  ],
  ...["ValidationError", "ExpiredTokenException", "SerializationException", "UnknownOperationException"],
  ...["UnrecognizedClientException"],
];

/** A refusal has a code that AWS's model of the operation names, or one that any operation may have. */
function assertNamed(service: string, operation: string, code: string): void {
  // AWS's model leaves this one out.
  if (operation === "CreateRole" && code === "NoSuchEntity") return;
  const named = modelled(service, operation)?.errors ?? [];
  assert.ok([...common, ...named].includes(code), `${service}:${operation} never answers ${code}.`);
}

/** AWS has to answer with this code. */
export async function refused(call: Promise<unknown>, code: string, message?: RegExp): Promise<void> {
  await assert.rejects(call, (error) => {
    assert.ok(error instanceof AwsError, String(error));
    assert.equal(error.code, code, error.message);
    if (message !== undefined) assert.match(error.message, message);
    return true;
  });
}

export const trustOf = (principal: object | string, action: string | string[] = "sts:AssumeRole") =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: principal, Action: action }],
  });

export const ec2 = trustOf({ Service: "ec2.amazonaws.com" });

export const permission = (statement: object = {}) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::bucket/*", ...statement }],
  });

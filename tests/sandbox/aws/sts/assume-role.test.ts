import assert from "node:assert/strict";
import type { Credentials } from "../../../../sandbox/aws/call.ts";
import { credentialsOf, startingCredentials } from "../../../../sandbox/aws/organization.ts";
import {
  founded,
  homeRegion as region,
  permission,
  production,
  refused,
  security,
  trustOf,
  type Client,
} from "../founded.ts";

interface Assumed {
  Credentials: { AccessKeyId: string; SecretAccessKey: string; SessionToken: string; Expiration: Date };
  AssumedRoleUser: { Arn: string; AssumedRoleId: string };
}

const deploy = `arn:aws:iam::${production}:role/deploy`;

describe("sts", () => {
  let organization: Awaited<ReturnType<typeof founded>>;
  let sts: Client;
  const assume = (input: object = {}, client = sts) =>
    client<Assumed>("AssumeRole", { RoleArn: deploy, RoleSessionName: "session", ...input });
  const credentials = ({ Credentials: made }: Assumed): Required<Credentials> => {
    return { accessKeyId: made.AccessKeyId, secretAccessKey: made.SecretAccessKey, sessionToken: made.SessionToken };
  };

  beforeEach(async () => {
    organization = await founded();
    sts = organization.withCredentials(startingCredentials(organization.directory))("sts");
  });

  it("says who calls", async () => {
    const { UserId, ...who } = await sts("GetCallerIdentity");
    assert.match(String(UserId), /^AROA[A-Z2-7]{17}:sandbox$/);
    const Arn = `arn:aws:sts::${security}:assumed-role/operator/sandbox`;
    assert.deepEqual(who, { Account: security, Arn });
  });

  it("gives a session in another account, in which calls act there", async () => {
    const assumed = await assume({ SourceIdentity: "jo" });
    assert.equal(assumed.AssumedRoleUser.Arn, `arn:aws:sts::${production}:assumed-role/deploy/session`);
    assert.match(assumed.Credentials.AccessKeyId, /^ASIASANDBOX/);
    assert.ok(assumed.Credentials.Expiration instanceof Date);
    const there = organization.withCredentials(credentials(assumed));
    assert.equal((await there("sts")("GetCallerIdentity"))["Account"], production);
    await there("iam")("GetRole", { RoleName: "deploy" });
    await refused(there("iam")("GetRole", { RoleName: "operator" }), "NoSuchEntity");
  });

  it("refuses roles that do not exist or do not trust the caller, in the same words", async () => {
    const who = `User: arn:aws:sts::${security}:assumed-role/operator/sandbox is not authorized to perform: sts:AssumeRole`;
    const missing = `arn:aws:iam::${production}:role/missing`;
    await refused(assume({ RoleArn: missing }), "AccessDenied", new RegExp(`${who} on resource: ${missing}`));
    await refused(assume({ RoleArn: "arn:aws:iam::999999999999:role/deploy" }), "AccessDenied");
    const iam = organization.client("iam", production);
    const make = (RoleName: string, AssumeRolePolicyDocument: string) =>
      iam("CreateRole", { RoleName, AssumeRolePolicyDocument });
    await make("other", trustOf({ AWS: `arn:aws:iam::${production}:root` }));
    await make("service", trustOf({ Service: "ec2.amazonaws.com" }));
    await make("tagging", trustOf({ AWS: "*" }, "sts:TagSession"));
    for (const name of ["other", "service", "tagging"]) {
      await refused(assume({ RoleArn: `arn:aws:iam::${production}:role/${name}` }), "AccessDenied");
    }
    await refused(assume({ RoleArn: `arn:aws:iam::${production}:user/jo` }), "ValidationError", /is invalid/);
  });

  it("does not let a role made anew under a trusted name in", async () => {
    const iam = organization.client("iam", security);
    const make = () =>
      iam("CreateRole", { RoleName: "pipeline", AssumeRolePolicyDocument: trustOf({ AWS: security }) });
    await make();
    const AssumeRolePolicyDocument = trustOf({ AWS: `arn:aws:iam::${security}:role/pipeline` });
    await organization.client("iam", production)("CreateRole", { RoleName: "target", AssumeRolePolicyDocument });
    const RoleArn = `arn:aws:iam::${production}:role/target`;
    const pipeline = () =>
      organization.withCredentials(credentialsOf(organization.directory, security, "pipeline"))("sts");
    await assume({ RoleArn }, pipeline());
    await iam("DeleteRole", { RoleName: "pipeline" });
    await make();
    await refused(assume({ RoleArn }, pipeline()), "AccessDenied");
  });

  it("limits how long a session lasts", async () => {
    const chained = assume({ DurationSeconds: 3601 });
    await refused(chained, "ValidationError", /1 hour session limit for roles assumed by role chaining/);
    await refused(assume({ DurationSeconds: 899 }), "ValidationError", /greater than or equal to 900/);
    const iam = organization.client("iam", security);
    await iam("CreateUser", { UserName: "jo" });
    const { AccessKey: key } = await iam<{ AccessKey: Record<string, string> }>("CreateAccessKey", { UserName: "jo" });
    const user = organization.withCredentials({
      accessKeyId: key["AccessKeyId"]!,
      secretAccessKey: key["SecretAccessKey"]!,
    });
    await assume({ DurationSeconds: 43_200 }, user("sts"));
    await organization.client("iam", production)("UpdateRole", { RoleName: "deploy", MaxSessionDuration: 3600 });
    const long = assume({ DurationSeconds: 3601 }, user("sts"));
    await refused(long, "ValidationError", /exceeds the MaxSessionDuration set for this role/);
  });

  it("refuses what it does not serve", async () => {
    const mfa = { SerialNumber: `arn:aws:iam::${security}:mfa/jo`, TokenCode: "123456" };
    await refused(assume(mfa), "NotImplemented", /SerialNumber of sts:AssumeRole/);
    await refused(assume({ Policy: permission() }), "NotImplemented", /Policy of sts:AssumeRole/);
  });

  it("checks the session's name", async () => {
    await refused(assume({ RoleSessionName: "x" }), "ValidationError", /roleSessionName/);
    await refused(assume({ RoleSessionName: "with blank" }), "ValidationError", /pattern/);
  });

  it("refuses credentials that it has not given out, that were changed, or that have expired", async () => {
    const made = credentials(await assume());
    const other = credentials(await assume());
    const identity = (changed: Partial<Credentials>, service = "sts", operation = "GetCallerIdentity") =>
      organization.withCredentials({ ...made, ...changed })(service)(operation);
    await refused(identity({ accessKeyId: other.accessKeyId }), "InvalidClientTokenId");
    await refused(identity({ sessionToken: `x${made.sessionToken}` }), "InvalidClientTokenId");
    await refused(identity({ secretAccessKey: other.secretAccessKey }), "SignatureDoesNotMatch");
    await refused(
      identity({ sessionToken: `x${made.sessionToken}` }, "organizations", "DescribeOrganization"),
      "UnrecognizedClientException",
    );
    const { accessKeyId, secretAccessKey } = made;
    const withoutToken = { service: "sts", operation: "GetCallerIdentity", input: {}, region };
    const call = organization.aws({ ...withoutToken, credentials: { accessKeyId, secretAccessKey } });
    await refused(call, "InvalidClientTokenId");
    const now = Date.now;
    Date.now = () => now() + 3_601_000;
    try {
      await refused(identity({}), "ExpiredToken", /expired/);
      await refused(identity({}, "organizations", "DescribeOrganization"), "ExpiredTokenException");
    } finally {
      Date.now = now;
    }
  });

  it("ends the sessions of a role that is deleted, for good", async () => {
    const iam = organization.client("iam", production);
    const make = () => iam("CreateRole", { RoleName: "short", AssumeRolePolicyDocument: trustOf({ AWS: security }) });
    await make();
    const made = credentials(await assume({ RoleArn: `arn:aws:iam::${production}:role/short` }));
    const session = organization.withCredentials(made)("sts");
    await session("GetCallerIdentity");
    await iam("DeleteRole", { RoleName: "short" });
    await refused(session("GetCallerIdentity"), "InvalidClientTokenId");
    await make();
    await refused(session("GetCallerIdentity"), "InvalidClientTokenId");
  });
});

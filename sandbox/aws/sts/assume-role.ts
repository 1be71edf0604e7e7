import { AwsError } from "../call.ts";
import { sessionCredentials } from "../credentials.ts";
import { trusts } from "../iam/trust.ts";
import type { World } from "../world.ts";

interface AssumeRole {
  RoleArn: string;
  RoleSessionName: string;
  DurationSeconds?: number;
  SourceIdentity?: string;
}

/**
 * A session of another role. The role's trust policy decides by its principals; its conditions and the caller's own
 * permissions are not looked at.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export function assumeRole(input: AssumeRole, world: World) {
  const { RoleArn, RoleSessionName, DurationSeconds = 3600, SourceIdentity } = input;
  const { caller, partition } = world;
  if (!/^arn:[^:]+:iam::\d{12}:role\/.+$/.test(RoleArn)) {
    throw new AwsError("ValidationError", `${RoleArn} is invalid`);
  }
  const accountId = RoleArn.split(":")[4] ?? "";
  const name = RoleArn.slice(RoleArn.lastIndexOf("/") + 1);
  const role = world.iamOf(accountId)?.roles[name];
  if (role?.Arn !== RoleArn || !trusts(role, caller, world)) {
    const message = `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`;
    throw new AwsError("AccessDenied", message, 403);
  }
  if (caller.role !== undefined && DurationSeconds > 3600) {
    throw new AwsError(
      "ValidationError",
      "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining",
    );
  }
  if (DurationSeconds > role.MaxSessionDuration) {
    const message = "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.";
    throw new AwsError("ValidationError", message);
  }
  const { credentials, expiration } = sessionCredentials(
    world.organization,
    accountId,
    role,
    RoleSessionName,
    DurationSeconds,
  );
  return {
    Credentials: {
      AccessKeyId: credentials.accessKeyId,
      SecretAccessKey: credentials.secretAccessKey,
      SessionToken: credentials.sessionToken,
      Expiration: expiration,
    },
    AssumedRoleUser: {
      AssumedRoleId: `${role.RoleId}:${RoleSessionName}`,
      Arn: `arn:${partition}:sts::${accountId}:assumed-role/${name}/${RoleSessionName}`,
    },
    SourceIdentity,
  };
}

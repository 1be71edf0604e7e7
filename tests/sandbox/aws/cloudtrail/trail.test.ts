import assert from "node:assert/strict";
import type { EncryptionKey } from "../../../../model/audit.ts";
import { plan } from "../../../../model/plan.ts";
import { today } from "../../../components/program.ts";
import { emptyDirectory } from "../founded.ts";
import { createOrganization, credentialsOf } from "../../../../sandbox/aws/organization.ts";
import { AwsError } from "../../../../sandbox/aws/call.ts";
import { virtualAws } from "../../../../sandbox/aws/virtual-aws.ts";
import { organizationSeed } from "../../../../sandbox/rehearsal/founding.ts";
import { load } from "../../../../model/load.ts";

const management = "111122223333";
const security = "222233334444";
const { trail } = plan("config/prod.yaml", { today }).deployment!.audit!;
const { logFiles, logGroup, trailName } = trail!;
const region = "eu-central-1";

/** The shipped organization on its first day. */
async function firstDay() {
  const directory = emptyDirectory();
  const stacks = ["dev", "prod"].map((stack) => load(`config/${stack}.yaml`, { today }).stack!);
  await createOrganization(directory, organizationSeed(stacks));
  const aws = virtualAws(directory);
  return (account: string, service: string, operation: string, input: Record<string, unknown> = {}) =>
    aws({ service, operation, input, region, credentials: credentialsOf(directory, account, "securecart-deploy") });
}

type Ask = Awaited<ReturnType<typeof firstDay>>;

async function code(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "allowed";
  } catch (error) {
    assert.ok(error instanceof AwsError, String(error));
    return error.code;
  }
}

async function keyFor(ask: Ask, account: string, { policy }: EncryptionKey): Promise<string> {
  const { KeyMetadata } = await ask(account, "kms", "CreateKey", { Policy: JSON.stringify(policy) });
  return (KeyMetadata as { Arn: string }).Arn;
}

async function bucket(ask: Ask): Promise<void> {
  const Bucket = logFiles.bucketName;
  await ask(security, "s3", "CreateBucket", {
    Bucket,
    ObjectLockEnabledForBucket: true,
    CreateBucketConfiguration: { LocationConstraint: region },
  });
  const DefaultRetention = { Mode: "COMPLIANCE", Days: logFiles.lockedForDays };
  await ask(security, "s3", "PutObjectLockConfiguration", {
    Bucket,
    ObjectLockConfiguration: { ObjectLockEnabled: "Enabled", Rule: { DefaultRetention } },
  });
}

describe("cloudtrail trails in the virtual AWS", function () {
  this.timeout(20_000);
  const Bucket = logFiles.bucketName;
  const create = (ask: Ask, more: object = {}) =>
    ask(management, "cloudtrail", "CreateTrail", {
      Name: trailName,
      S3BucketName: Bucket,
      IsOrganizationTrail: true,
      IsMultiRegionTrail: true,
      ...more,
    });

  it("are made when all that CloudTrail tries is as it has to be, and not before", async () => {
    const ask = await firstDay();
    assert.equal(await code(create(ask)), "CloudTrailAccessNotEnabledException");
    await ask(management, "organizations", "EnableAWSServiceAccess", { ServicePrincipal: "cloudtrail.amazonaws.com" });
    assert.equal(await code(create(ask)), "S3BucketDoesNotExistException");
    await bucket(ask);
    assert.equal(await code(create(ask)), "InsufficientS3BucketPolicyException");
    await ask(security, "s3", "PutBucketPolicy", { Bucket, Policy: JSON.stringify(logFiles.policy) });
    const other = await keyFor(ask, security, logGroup.key).catch(() => undefined);
    assert.equal(other, undefined, "a key that its own account could not manage is refused");
    const KmsKeyId = await keyFor(ask, security, logFiles.key);
    assert.equal(await code(create(ask, { KmsKeyId })), "allowed");
    assert.equal(await code(create(ask, { KmsKeyId })), "TrailAlreadyExistsException");
    await ask(management, "cloudtrail", "StartLogging", { Name: trailName });
    assert.equal((await ask(management, "cloudtrail", "GetTrailStatus", { Name: trailName }))["IsLogging"], true);

    assert.equal(await code(ask(security, "s3", "DeleteBucket", { Bucket })), "BucketNotEmpty");
    const suspended = { Bucket, VersioningConfiguration: { Status: "Suspended" } };
    assert.equal(await code(ask(security, "s3", "PutBucketVersioning", suspended)), "InvalidBucketState");
  });

  it("have a log group only with a key that lets CloudWatch Logs in", async () => {
    const ask = await firstDay();
    const make = async (key: EncryptionKey, account: string) =>
      code(
        ask(management, "logs", "CreateLogGroup", {
          logGroupName: logGroup.logGroupName,
          kmsKeyId: await keyFor(ask, account, key),
        }),
      );
    assert.equal(await make(logFiles.key, security), "InvalidParameterException");
    assert.equal(await make(logGroup.key, management), "allowed");
  });

  it("leave keys that wait thirty days at most, and cannot be used meanwhile", async () => {
    const ask = await firstDay();
    const KeyId = await keyFor(ask, security, logFiles.key);
    const schedule = (PendingWindowInDays: number) =>
      code(ask(security, "kms", "ScheduleKeyDeletion", { KeyId, PendingWindowInDays }));
    assert.equal(await schedule(6), "ValidationException");
    assert.equal(await schedule(30), "allowed");
    assert.equal(await schedule(30), "KMSInvalidStateException");
  });

  it("are watched by one analyzer of the organization in each region, from the account it is delegated to", async () => {
    const ask = await firstDay();
    const ServicePrincipal = "access-analyzer.amazonaws.com";
    const analyze = (account: string, analyzerName: string) =>
      code(ask(account, "accessanalyzer", "CreateAnalyzer", { analyzerName, type: "ORGANIZATION" }));
    assert.equal(await analyze(security, "one"), "ValidationException");
    await ask(management, "organizations", "EnableAWSServiceAccess", { ServicePrincipal });
    assert.equal(await analyze(security, "one"), "AccessDeniedException");
    const AccountId = security;
    await ask(management, "organizations", "RegisterDelegatedAdministrator", { AccountId, ServicePrincipal });
    assert.equal(await analyze(security, "one"), "allowed");
    assert.equal(await analyze(security, "one"), "ConflictException");
    assert.equal(await analyze(security, "two"), "ServiceQuotaExceededException");
    const disabled = ask(management, "organizations", "DisableAWSServiceAccess", { ServicePrincipal });
    assert.equal(await code(disabled), "ConstraintViolationException");
  });
});

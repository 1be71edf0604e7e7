import assert from "node:assert/strict";
import { canonicalJson } from "../../iam/canonical.ts";
import { decide } from "../../iam/decide.ts";
import type { DecisionRequest } from "../../iam/decision.ts";
import { kindOf, ofKind } from "../components/graph.ts";
import { type Registration, type Run, shipped } from "../components/program.ts";
import { stacks } from "./bearers.ts";

const { audit } = stacks["prod"]!;
const management = "111122223333";
const security = "222233334444";
const trailArn = `arn:aws:cloudtrail:eu-central-1:${management}:trail/organization-trail`;

let prod: Run;
const only = (kind: string): Registration => {
  const [found, ...more] = ofKind(prod, kind).filter(({ type }) => type.startsWith("aws:"));
  assert.deepEqual([found === undefined, more], [false, []], kind);
  return found!;
};

describe("S19 IAM Access Analyzer is enabled", function () {
  this.timeout(60_000);
  before(async () => {
    prod = await shipped("prod");
  });

  it("for access from outside of the organization in each region in use, and once for unused access", () => {
    assert.deepEqual(
      ofKind(prod, "Analyzer").map(({ provider, inputs }) => [
        provider,
        inputs["region"],
        inputs["type"],
        inputs["configuration"],
      ]),
      [
        ["Security", "eu-central-1", "ORGANIZATION", undefined],
        ["Security", "eu-central-1", "ORGANIZATION_UNUSED_ACCESS", { unusedAccess: { unusedAccessAge: 90 } }],
      ],
    );
  });

  it("from the account to which AWS delegates it, after the delegation", () => {
    const delegation = only("DelegatedAdministrator");
    assert.deepEqual(delegation.inputs, { accountId: security, servicePrincipal: "access-analyzer.amazonaws.com" });
    assert.equal(delegation.provider, "Management");
    for (const analyzer of ofKind(prod, "Analyzer"))
      assert.ok(analyzer.dependencies.includes(delegation.urn), analyzer.name);
  });

  it("and keeps to itself only that the roles of pipelines trust GitHub", () => {
    const rule = only("ArchiveRule");
    assert.deepEqual(rule.inputs["filters"], [
      { criteria: "principal.Federated", contains: ["token.actions.githubusercontent.com"] },
      { criteria: "resource", contains: ["role/pipelines/"] },
    ]);
  });

  it("in no other stack", async () => {
    assert.deepEqual(ofKind(await shipped("dev"), "Analyzer"), []);
  });
});

describe("S20 CloudTrail records IAM activity", function () {
  this.timeout(60_000);
  before(async () => {
    prod = await shipped("prod");
  });

  it("of every account and region, IAM's among it, validated and encrypted", () => {
    const { provider, inputs } = only("Trail");
    assert.equal(provider, "Management");
    for (const property of [
      ...["isOrganizationTrail", "isMultiRegionTrail", "includeGlobalServiceEvents", "enableLogFileValidation"],
    ]) {
      assert.equal(inputs[property], true, property);
    }
    // By itself a trail records, and all that manages something: each of these could take from it.
    for (const property of ["enableLogging", "eventSelectors", "advancedEventSelectors"])
      assert.equal(inputs[property], undefined, property);
    for (const key of ofKind(prod, "Key")) assert.equal(key.inputs["enableKeyRotation"], true, key.name);
    assert.equal(inputs["kmsKeyId"], "arn of Key audit/Security/log-files-key");
    assert.equal(inputs["cloudWatchLogsGroupArn"], "arn of LogGroup audit/Management/events:*");
  });

  it("into a bucket in Security that is locked from its beginning", () => {
    const bucket = only("Bucket");
    assert.equal(bucket.provider, "Security");
    assert.equal(bucket.inputs["objectLockEnabled"], true);
    assert.deepEqual(only("BucketObjectLockConfiguration").inputs["rule"], {
      defaultRetention: { mode: "COMPLIANCE", days: 400 },
    });
    assert.deepEqual(only("BucketOwnershipControls").inputs["rule"], { objectOwnership: "BucketOwnerEnforced" });
    const block = only("BucketPublicAccessBlock").inputs;
    for (const part of ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"]) {
      assert.equal(block[part], true, part);
    }
    assert.deepEqual(only("BucketServerSideEncryptionConfiguration").inputs["rules"], [
      {
        applyServerSideEncryptionByDefault: {
          sseAlgorithm: "aws:kms",
          kmsMasterKeyId: "arn of Key audit/Security/log-files-key",
        },
      },
    ]);
  });

  it("after everything that CloudTrail tries when the trail is made", () => {
    const { dependencies } = only("Trail");
    const names = dependencies.map((urn) => urn.slice(urn.lastIndexOf("::") + 2));
    for (const name of [
      "audit/Management/cloudtrail service",
      "audit/Management/events/delivery/permissions",
      "audit/Security/log-files/object-lock",
      "audit/Security/log-files/policy",
    ]) {
      assert.ok(names.includes(name), name);
    }
  });

  it("in a way that a reader of the log files cannot write them, and that nobody deletes them", () => {
    const { policy } = audit!.trail!.logFiles;
    assert.equal(only("BucketPolicy").inputs["policy"], canonicalJson(policy));
    const key = "arn:aws:s3:::securecart-cloudtrail-222233334444/AWSLogs";
    const asked = (request: Partial<DecisionRequest>, identity: string[] = []): string =>
      decide({
        request: {
          principalKind: "service",
          principal: "cloudtrail.amazonaws.com",
          action: "s3:PutObject",
          resource: `${key}/o-a1b2c3d4e5/x`,
          ...request,
        },
        policies: {
          resource: policy,
          identity: identity.map((Action) => ({
            Version: "2012-10-17",
            Statement: [{ Effect: "Allow", Action, Resource: "*" }],
          })),
        },
        accounts: { resource: security, principal: security },
      }).decision;
    const context = {
      ...{ "aws:SourceArn": trailArn, "aws:SourceAccount": management, "aws:SourceOrgID": "o-a1b2c3d4e5" },
      ...{ "aws:PrincipalIsAWSService": "true", "aws:SecureTransport": "true" },
      "s3:x-amz-acl": "bucket-owner-full-control",
    };
    assert.equal(asked({ context }), "allowed");
    assert.equal(asked({ context, resource: `${key}/${management}/x` }), "allowed");
    assert.equal(asked({ context, resource: `${key}/o-zzzzzzzzzz/x` }), "denied", "of another organization");
    assert.equal(
      asked({ context: { ...context, "aws:SourceArn": trailArn.replace("organization", "other") } }),
      "denied",
    );
    assert.equal(asked({ context: { ...context, "aws:SourceOrgID": "o-zzzzzzzzzz" } }), "denied");
    assert.equal(asked({ context: { ...context, "aws:SecureTransport": "false" } }), "denied");
    assert.equal(asked({ context, principal: "config.amazonaws.com" }), "denied", "another service");

    const administrator = {
      principalKind: "assumed-role" as const,
      principal: `arn:aws:sts::${security}:assumed-role/Admin/alex`,
      roleArn: `arn:aws:iam::${security}:role/Admin`,
      context: { "aws:PrincipalIsAWSService": "false", "aws:SecureTransport": "true" },
    };
    for (const action of ["s3:PutObject", "s3:DeleteObject", "s3:DeleteObjectVersion"]) {
      assert.equal(asked({ ...administrator, action }, ["s3:*"]), "denied", action);
    }
    assert.equal(asked({ ...administrator, action: "s3:GetObject" }, ["s3:*"]), "allowed");
    const stranger = { ...administrator, principal: "arn:aws:sts::999999999999:assumed-role/Admin/eve" };
    assert.equal(
      asked({ ...stranger, roleArn: "arn:aws:iam::999999999999:role/Admin", action: "s3:GetObject" }),
      "denied",
    );
  });

  it("with keys that serve this trail and its alarms alone", () => {
    const { logFiles, logGroup } = audit!.trail!;
    const asked = (policy: unknown, principal: string, action: string, context: Record<string, string>): string =>
      decide({
        request: {
          principalKind: "service",
          principal,
          action,
          resource: "arn:aws:kms:eu-central-1:111122223333:key/1",
          context,
        },
        policies: { resource: policy },
        accounts: { resource: management },
      }).decision;
    const trail = { "aws:SourceArn": trailArn, "kms:EncryptionContext:aws:cloudtrail:arn": trailArn };
    const encrypt = (context: Record<string, string>): string =>
      asked(logFiles.key.policy, "cloudtrail.amazonaws.com", "kms:GenerateDataKey", context);
    assert.equal(encrypt(trail), "allowed");
    assert.equal(encrypt({ ...trail, "aws:SourceArn": trailArn.replace(management, "999999999999") }), "denied");
    assert.equal(encrypt({ "aws:SourceArn": trailArn }), "denied");
    assert.equal(asked(logFiles.key.policy, "cloudtrail.amazonaws.com", "kms:Decrypt", trail), "denied");
    const group = `arn:aws:logs:eu-central-1:${management}:log-group:/audit/organization-trail`;
    const events = (arn: string): string =>
      asked(logGroup.key.policy, "logs.eu-central-1.amazonaws.com", "kms:Encrypt", {
        "kms:EncryptionContext:aws:logs:arn": arn,
      });
    assert.equal(events(group), "allowed");
    assert.equal(events(`${group}-other`), "denied");
  });

  it("and protects what must not vanish", () => {
    const kept = prod.registrations.filter(({ protect }) => protect);
    assert.deepEqual(kept.map(kindOf).sort(), ["Analyzer", "Analyzer", "Bucket", "Key", "Key", "LogGroup", "Trail"]);
  });

  it("and leaves in AWS, when all is taken down, the bucket with what guards it and the key that reads it", () => {
    const left = prod.registrations.filter(({ retainOnDelete }) => retainOnDelete);
    assert.deepEqual(left.map(({ name }) => name.replace("audit/Security/log-files", "")).sort(), [
      "",
      "-key",
      "-key/alias",
      "/block-public-access",
      "/encryption",
      "/lifecycle",
      "/object-lock",
      "/ownership",
      "/policy",
      "/versioning",
    ]);
  });
});

describe("S7 S8 the floor under every account", function () {
  this.timeout(60_000);

  it("makes nothing in S3 public and every password strong, in each account once", async () => {
    const runs = [await shipped("dev"), await shipped("prod")];
    const made = (kind: string): string[] =>
      runs.flatMap((run) => ofKind(run, kind).map(({ provider }) => provider!)).sort();
    const all = ["DevOps", "Development", "Management", "Production", "Security"];
    assert.deepEqual(made("AccountPublicAccessBlock"), all);
    assert.deepEqual(made("AccountPasswordPolicy"), all);
    for (const { inputs } of runs.flatMap((run) => ofKind(run, "AccountPublicAccessBlock")))
      for (const part of ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"])
        assert.equal(inputs[part], true, part);
    for (const { inputs } of runs.flatMap((run) => ofKind(run, "AccountPasswordPolicy"))) {
      assert.equal(inputs["minimumPasswordLength"], 20);
      assert.equal(inputs["passwordReusePrevention"], 24);
      for (const kind of ["Lowercase", "Uppercase"]) assert.equal(inputs[`require${kind}Characters`], true, kind);
      for (const kind of ["Numbers", "Symbols"]) assert.equal(inputs[`require${kind}`], true, kind);
    }
  });
});

import { textOf } from "../property-values.ts";
import type { Properties, Value } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { lengthBetween } from "../rules.ts";
import { OperationError } from "../session.ts";
import { keptDocument, present } from "../state.ts";
import { normalised } from "../policy-json.ts";
import { fromS3, toS3 } from "./aws-names.ts";
import { bucketSetting } from "./bucket-setting.ts";
import { publicAccess, publicAccessInput, publicAccessProperties } from "./public-access.ts";

const given = (inputs: Properties, name: string): Value => toS3(inputs[name] ?? null);

const versioning = bucketSetting({
  token: "aws:s3/bucketVersioning:BucketVersioning",
  title: "Versioning",
  put: "PutBucketVersioning",
  get: "GetBucketVersioning",
  replaceOnChange: ["expectedBucketOwner"],
  unsupported: { mfa: "it has no devices" },
  input: (inputs) => ({ VersioningConfiguration: given(inputs, "versioningConfiguration") }),
  properties: ({ Status }) =>
    Status === undefined ? undefined : { versioningConfiguration: { status: textOf(Status) } },
  remove: { operation: "PutBucketVersioning", input: { VersioningConfiguration: { Status: "Suspended" } } },
});

/** Upstream leaves a bucket with object lock versioned, since AWS does not let it be otherwise. */
export const bucketVersioning: ResourceType = {
  ...versioning,
  async delete(session, id, state) {
    try {
      await versioning.delete(session, id, state);
    } catch (error) {
      if (!(error instanceof OperationError && error.code === "InvalidBucketState")) throw error;
    }
  },
};

export const bucketObjectLockConfiguration = bucketSetting({
  token: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
  title: "Object Lock Configuration",
  put: "PutObjectLockConfiguration",
  get: "GetObjectLockConfiguration",
  defaults: { objectLockEnabled: "Enabled" },
  replaceOnChange: ["expectedBucketOwner", "objectLockEnabled"],
  input: ({ objectLockEnabled, rule }) => ({
    ObjectLockConfiguration: {
      ObjectLockEnabled: objectLockEnabled,
      ...(rule !== undefined && { Rule: toS3(rule) }),
    },
  }),
  properties: ({ ObjectLockConfiguration }) => {
    const { ObjectLockEnabled, Rule } = ObjectLockConfiguration as { ObjectLockEnabled: string; Rule?: object };
    return present({ objectLockEnabled: ObjectLockEnabled, rule: Rule && fromS3(Rule) });
  },
  remove: {
    operation: "PutObjectLockConfiguration",
    input: { ObjectLockConfiguration: { ObjectLockEnabled: "Enabled" } },
  },
});

export const bucketLifecycleConfiguration = bucketSetting({
  token: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  title: "Lifecycle Configuration",
  put: "PutBucketLifecycleConfiguration",
  get: "GetBucketLifecycleConfiguration",
  required: ["rules"],
  computed: ["transitionDefaultMinimumObjectSize"],
  replaceOnChange: ["expectedBucketOwner"],
  input: (inputs) => ({ LifecycleConfiguration: { Rules: given(inputs, "rules") } }),
  properties: ({ Rules }) => ({ rules: fromS3(Rules) }),
  remove: { operation: "DeleteBucketLifecycle" },
});

export const bucketServerSideEncryptionConfiguration = bucketSetting({
  token: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  title: "Server-side Encryption Configuration",
  put: "PutBucketEncryption",
  get: "GetBucketEncryption",
  replaceOnChange: ["expectedBucketOwner"],
  input: (inputs) => ({ ServerSideEncryptionConfiguration: { Rules: given(inputs, "rules") } }),
  properties: ({ ServerSideEncryptionConfiguration }) => ({
    rules: fromS3((ServerSideEncryptionConfiguration as { Rules: unknown }).Rules),
  }),
  remove: { operation: "DeleteBucketEncryption" },
});

export const bucketOwnershipControls = bucketSetting({
  token: "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
  title: "Ownership Controls",
  put: "PutBucketOwnershipControls",
  get: "GetBucketOwnershipControls",
  replaceOnChange: [],
  input: (inputs) => ({ OwnershipControls: { Rules: [given(inputs, "rule")] } }),
  properties: ({ OwnershipControls }) => ({
    rule: fromS3((OwnershipControls as { Rules: unknown[] }).Rules[0]),
  }),
  remove: { operation: "DeleteBucketOwnershipControls" },
});

export const bucketPublicAccessBlock = bucketSetting({
  token: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
  title: "Public Access Block",
  put: "PutPublicAccessBlock",
  get: "GetPublicAccessBlock",
  defaults: publicAccess,
  unsupported: { skipDestroy: "nobody asked for it" },
  replaceOnChange: [],
  input: publicAccessInput,
  properties: publicAccessProperties,
  remove: { operation: "DeletePublicAccessBlock" },
});

export const bucketPolicy = bucketSetting({
  token: "aws:s3/bucketPolicy:BucketPolicy",
  title: "Policy",
  put: "PutBucketPolicy",
  get: "GetBucketPolicy",
  documents: ["policy"],
  replaceOnChange: [],
  rules: { bucket: [lengthBetween(1, 63)] },
  input: ({ policy }) => ({ Policy: normalised(policy ?? "") }),
  properties: ({ Policy }, known) => ({ policy: keptDocument(known["policy"], textOf(Policy)) }),
  remove: { operation: "DeleteBucketPolicy" },
});

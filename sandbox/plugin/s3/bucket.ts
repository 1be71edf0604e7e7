import { textOf } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { lengthBetween } from "../rules.ts";
import { call, doing, regionOf, unlessGone } from "../session.ts";
import { tagList, tagProperties } from "../tags.ts";

const apart = "it stands in a resource of its own";
const inline = [
  ...["acl", "accelerationStatus", "corsRules", "grants", "lifecycleRules", "logging", "objectLockConfiguration"],
  ...[
    "policy",
    "replicationConfiguration",
    "requestPayer",
    "serverSideEncryptionConfiguration",
    "versioning",
    "website",
  ],
];

export const bucket: ResourceType = {
  token: "aws:s3/bucket:Bucket",
  required: ["bucket"],
  unsupported: {
    ...Object.fromEntries(inline.map((name) => [name, apart])),
    bucketPrefix: "it makes up no names of buckets",
    bucketNamespace: "it has one namespace",
    forceDestroy: "it empties no bucket",
  },
  computed: ["objectLockEnabled"],
  replaceOnChange: ["bucket", "objectLockEnabled", "region"],
  rules: { bucket: [lengthBetween(0, 63)] },

  async create(session, inputs) {
    const [name, region] = [textOf(inputs["bucket"]), textOf(inputs["region"])];
    const input = {
      Bucket: name,
      ObjectLockEnabledForBucket: inputs["objectLockEnabled"],
      // The tags too: https://github.com/hashicorp/terraform-provider-aws/pull/45251
      CreateBucketConfiguration: {
        LocationConstraint: region === "us-east-1" ? undefined : region,
        Tags: tagList(inputs),
      },
    };
    await doing(`creating S3 Bucket (${name})`, call(session, "s3", "CreateBucket", input, region));
    return { id: name };
  },

  async read(session, id, known) {
    const region = regionOf(session, known);
    const ask = (operation: string) => unlessGone(call(session, "s3", operation, { Bucket: id }, region));
    const answer = await doing(`reading S3 Bucket (${id})`, ask("HeadBucket"));
    if (answer === undefined) return undefined;
    const [tags, lock] = [await ask("GetBucketTagging"), await ask("GetObjectLockConfiguration")];
    const suffix = session.partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
    return {
      bucket: id,
      arn: `arn:${session.partition}:s3:::${id}`,
      bucketDomainName: `${id}.s3.${suffix}`,
      bucketRegionalDomainName: `${id}.s3.${region}.${suffix}`,
      bucketRegion: textOf(answer["BucketRegion"]),
      region,
      objectLockEnabled: lock !== undefined,
      ...tagProperties(session, tags?.["TagSet"], known),
    };
  },

  async update(session, id, { news, changes }) {
    if (!changes("tags", "tagsAll")) return;
    const TagSet = tagList(news);
    const region = textOf(news["region"]);
    const put = TagSet && call(session, "s3", "PutBucketTagging", { Bucket: id, Tagging: { TagSet } }, region);
    await doing(
      `updating S3 Bucket (${id}) tags`,
      put ?? call(session, "s3", "DeleteBucketTagging", { Bucket: id }, region),
    );
  },

  async delete(session, id, state) {
    const deleted = unlessGone(call(session, "s3", "DeleteBucket", { Bucket: id }, textOf(state["region"])));
    await doing(`deleting S3 Bucket (${id})`, deleted);
  },
};

import { guarantees } from "../../iam/guarantee.ts";
import { doorRule } from "../door-rule.ts";
import { fsbp } from "../framework.ts";
import { unknown } from "../known.ts";
import type { Rule } from "../rule.ts";
import { sharedTypes, sharesOf } from "../shares.ts";
import { whyNobody } from "../why-nobody.ts";

const images = (principal: object | string) => ({
  images: {
    type: "aws:s3:BucketPolicy",
    properties: {
      bucket: "images",
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Principal: principal, Action: "s3:GetObject", Resource: "arn:aws:s3:::images/*" },
        ],
      }),
    },
  },
});

const byPolicy = doorRule({
  name: "public-resource",
  description: "No policy of a resource lets in anybody, with or without a condition that only looks as if it did not.",
  severity: "critical",
  requirements: [fsbp("S3.2"), fsbp("SNS.4"), fsbp("SQS.3")],
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
  remediation: "Name who may, or demand the organization, the account or the network of the caller.",
  why:
    "Buckets, keys, queues, topics, secrets, repositories, event buses, backup vaults, tables, streams, domains, APIs and file " +
    "systems are judged alike, the access control lists of buckets and objects, and shares of images, snapshots, documents and endpoint services. A network that is named (a VPC, an endpoint, addresses of no more than /8) is enough here, and a domain of OpenSearch in a VPC; so is a " +
    "Deny of everybody else beside the Allow.",
  bad: images("*"),
  good: images({ AWS: "arn:aws:iam::111122223333:role/web" }),
  kind: "resource",
  says: ({ statement, identification }, { type, props }) => {
    // File systems are reached through mount targets, which stand in networks of their own.
    const mounted = guarantees(statement.condition).some(
      ({ key, values }) =>
        key === "elasticfilesystem:accessedviamounttarget" && values.every((value) => value.toLowerCase() === "true"),
    );
    if ((type.startsWith("aws:efs/") && mounted) || hasNetwork(props)) return undefined;
    const { not, items } = statement.action;
    return {
      who: `Anybody on the internet may do ${not ? "nearly everything" : items.slice(0, 3).join(", ")} here.`,
      why: identification.illusions.length > 0 ? `${whyNobody(identification)}.` : "nothing says who calls.",
      instead:
        '"Principal": {"AWS": "arn:aws:iam::ACCOUNT:role/ROLE"}, or ' +
        'add "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-ORGANIZATION"}}.',
    };
  },
});

/** Whether a domain of OpenSearch stands in a network of one's own, out of which nobody reaches it. */
function hasNetwork({ vpcOptions }: Readonly<Record<string, unknown>>): boolean {
  if (vpcOptions === unknown) return true;
  const { subnetIds } = (vpcOptions ?? {}) as { subnetIds?: unknown };
  return subnetIds === unknown || (Array.isArray(subnetIds) && subnetIds.length > 0);
}

/** Type → the properties that hold access control lists of S3. */
const lists: Readonly<Record<string, readonly string[]>> = {
  "aws:s3/bucket:Bucket": ["acl", "grants"],
  "aws:s3/bucketV2:BucketV2": ["acl", "grants"],
  "aws:s3/bucketAcl:BucketAcl": ["acl", "accessControlPolicy"],
  "aws:s3/bucketAclV2:BucketAclV2": ["acl", "accessControlPolicy"],
  "aws:s3/bucketLogging:BucketLogging": ["targetGrants"],
  "aws:s3/bucketLoggingV2:BucketLoggingV2": ["targetGrants"],
  "aws:s3/bucketObject:BucketObject": ["acl"],
  "aws:s3/bucketObjectv2:BucketObjectv2": ["acl"],
  "aws:s3/objectCopy:ObjectCopy": ["acl", "grants"],
  "aws:storagegateway/nfsFileShare:NfsFileShare": ["objectAcl"],
  "aws:storagegateway/smbFileShare:SmbFileShare": ["objectAcl"],
};
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl
const open: readonly unknown[] = ["public-read", "public-read-write", "authenticated-read"];

/** No resource's own policy, access control list or share lets in anybody. */
export const publicResource: Rule = {
  ...byPolicy,
  types: [...new Set([...byPolicy.types, ...Object.keys(lists), ...sharedTypes])],
  *check(resource, context) {
    yield* byPolicy.check?.(resource, context) ?? [];
    for (const { property, to } of sharesOf(resource.type, resource.props))
      if (to === "everybody")
        yield {
          who: "Anybody with any AWS account gets this: it is shared with everybody.",
          where: property,
          why: "what is shared with everybody is found and copied within hours.",
          instead: "list the accounts that need it, or the organization.",
        };
    for (const property of lists[resource.type] ?? [])
      if (isOpen(resource.props[property]))
        yield {
          who: "Anybody, or anybody with any AWS account, may use what this makes in S3.",
          where: property,
          why: "an access control list cannot say under which condition.",
          instead: 'acl: "private", and a bucket policy that names who may.',
        };
  },
};

function isOpen(value: unknown): boolean {
  if (open.includes(value)) return true;
  return (
    typeof value === "object" &&
    JSON.stringify(value).match(/\/groups\/global\/(AllUsers|AuthenticatedUsers)"/) !== null
  );
}

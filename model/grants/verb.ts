import type { Condition } from "../../iam/document.ts";

/** What one verb of the short grants means: the closed list stands in allow.ts and deny.ts. */
export interface Verb {
  /** As the YAML writes it, such as `read objects`. */
  verb: string;
  /** One sentence for the reference. */
  means: string;
  /** Absent where the verb stands alone. */
  target?: Target;
  required?: readonly Parameter[];
  optional?: readonly Parameter[];
  /** The statements for one target in one place. */
  statements: (grant: ReadGrant, place: GrantPlace) => Statements;
}

export interface Target {
  pattern: RegExp;
  /** What is expected, such as `a bucket and a key, such as my-bucket/products/*`. */
  expects: string;
  example: string;
}

const parameters = ["in", "region", "kms-key", "to-service", "permissions-boundary"] as const;

export type Parameter = (typeof parameters)[number];

export const isParameter = (key: string): boolean => parameters.some((parameter) => parameter === key);

/** A grant with one of its targets, its parameters read. */
export interface ReadGrant {
  target: string;
  /** `alias/NAME` */
  kmsKey?: string;
  /** Service principal. */
  toService?: string;
  permissionsBoundaryArn?: string;
}

/** The account and region in which a target lies. */
export interface GrantPlace {
  partition: string;
  accountId: string;
  region: string;
  /** ARNs of the policies that serve as permissions boundaries in the account. */
  boundaryArns: readonly string[];
}

export type Statements = readonly { actions: readonly string[]; resources: readonly string[]; condition?: Condition }[];

export const aName = (what: string, example: string): Target => ({
  pattern: /^[A-Za-z0-9_.-]+\*?$/,
  expects: `${what}, such as ${example}; * only at its end`,
  example,
});

export const aPath = (what: string, example: string, other?: string): Target => ({
  pattern: /^[A-Za-z0-9_.$#!+=,@/-]+\*?$/,
  expects: `${what}, such as ${example}${other === undefined ? "" : ` or ${other}`}; * only at its end`,
  example,
});

/** An ARN in the place: `rest` begins with the service and holds `{region}` and `{account}`. */
export function arn(place: GrantPlace, rest: string): string {
  return `arn:${place.partition}:${rest.replace("{region}", place.region).replace("{account}", place.accountId)}`;
}

/** Where an application's roles lie, and those that a pipeline may make for it. */
export const workloadsPath = "/workloads/";
/** Where the roles of pipelines lie. */
export const pipelinesPath = "/pipelines/";

export function serviceDomain(partition: string): string {
  return partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
}

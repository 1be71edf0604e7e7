import type { PolicyDocument } from "../document.ts";
import { LineFileReader } from "./line-file.ts";
import { nearest } from "../nearest.ts";

/** A policy that AWS itself manages, as of the date of the data. */
export interface ManagedPolicy {
  name: string;
  /** Begins and ends with a slash, such as `/` or `/job-function/`. */
  path: string;
  /** Such as `v45`. */
  version: string;
  document: PolicyDocument;
  /** The policy's ARN in a partition, such as `aws` or `aws-us-gov`. */
  arn: (partition: string) => string;
}

export interface ManagedPoliciesHeader {
  source: string;
  version: string;
  date: string;
  licence: string;
  /** Path and name of each policy, such as `/job-function/ViewOnlyAccess`. */
  names: string[];
}

/** Path, version, document. */
export type ManagedPolicyData = [string, string, PolicyDocument];

const file = new LineFileReader<ManagedPoliciesHeader, ManagedPolicyData>("managed-policies.json");

/**
 * Finds an AWS managed policy by its name (`ViewOnlyAccess`) or by path and name (`job-function/ViewOnlyAccess`, with or
 * without the first slash). Names are case-sensitive, as in ARNs, and unique over all paths. A path that is not the
 * policy's own finds nothing. The document is shared: do not change it.
 */
export function managedPolicy(nameOrPathName: string): ManagedPolicy | undefined {
  const slash = nameOrPathName.lastIndexOf("/");
  const name = nameOrPathName.slice(slash + 1);
  const data = file.entry(name);
  if (data === undefined) return undefined;
  const [path, version, document] = data;
  const asked = slash < 0 ? path : `/${nameOrPathName.slice(0, slash + 1)}`.replace(/^\/+/, "/");
  if (asked !== path) return undefined;
  return { name, path, version, document, arn: (partition) => `arn:${partition}:iam::aws:policy${path}${name}` };
}

/** All names, without paths, sorted. */
export function managedPolicyNames(): string[] {
  return file.header().names.map((name) => name.slice(name.lastIndexOf("/") + 1));
}

/** The name closest to a misspelt one, or nothing where none is close. */
export function nearestManagedPolicy(name: string): string | undefined {
  return nearest(name.slice(name.lastIndexOf("/") + 1), managedPolicyNames());
}

/** Where the policies come from. */
export function managedPoliciesSource(): { source: string; version: string; date: string } {
  const { source, version, date } = file.header();
  return { source, version, date };
}

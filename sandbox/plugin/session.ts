import { AwsError } from "../aws/call.ts";
import type { Aws, Credentials } from "../aws/call.ts";
import { textOf } from "./property-values.ts";
import type { Properties } from "./property-values.ts";
import { untilPropagated, withAttempts } from "./retry.ts";

/** A configured provider: whose credentials it works with, where, and what it puts on everything it makes. */
export interface Session {
  aws: Aws;
  credentials: Credentials;
  region: string;
  /** How often a call is made at most, while AWS answers what passes. */
  attempts: number;
  /** Such as `aws`. */
  partition: string;
  defaultTags: Record<string, string>;
  ignoreTags: { keys: string[]; keyPrefixes: string[] };
}

/** AWS refused an operation. The message is written as AWS's SDK for Go writes it, which the official plugin uses. */
export class OperationError extends Error {
  readonly code: string;

  constructor(service: string, operation: string, cause: AwsError) {
    const title = serviceTitles[service] ?? service;
    super(
      `operation error ${title}: ${operation}, https response error StatusCode: ${cause.status}, ` +
        `${cause.code}: ${cause.message}`,
    );
    this.name = "OperationError";
    this.code = cause.code;
  }
}

const serviceTitles: Record<string, string> = {
  accessanalyzer: "AccessAnalyzer",
  cloudtrail: "CloudTrail",
  cloudwatch: "CloudWatch",
  iam: "IAM",
  kms: "KMS",
  logs: "CloudWatch Logs",
  organizations: "Organizations",
  s3: "S3",
  s3control: "S3 Control",
  sns: "SNS",
  sts: "STS",
  "sso-admin": "SSO Admin",
};

export type Output = Record<string, unknown>;

/**
 * Calls one operation of AWS, in the session's region unless another is given; again where it was throttled or AWS was
 * out of order. Throws {@link OperationError}.
 */
export async function call(
  session: Session,
  service: string,
  operation: string,
  input: Record<string, unknown>,
  region = session.region,
): Promise<Output> {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  try {
    const { aws, credentials, attempts } = session;
    return await withAttempts(attempts, () => aws({ service, operation, input: given, credentials, region }));
  } catch (error) {
    if (error instanceof AwsError) throw new OperationError(service, operation, error);
    throw error;
  }
}

/** Where a resource is: its own region, or the provider's. */
export function regionOf(session: Session, own: Properties): string {
  return textOf(own["region"]) || session.region;
}

/** {@link call} for the operations of one service, in the region of the resource that has the properties. */
export const callsTo =
  (service: string) =>
  (session: Session, own: Properties, operation: string, input: Record<string, unknown>): Promise<Output> =>
    call(session, service, operation, input, regionOf(session, own));

/** All items of a list operation, over all its pages. */
export async function list<Item>(
  session: Session,
  service: string,
  operation: string,
  input: Record<string, unknown>,
  items: string,
  region?: string,
): Promise<Item[]> {
  const found: Item[] = [];
  let page: Output = {};
  do {
    const position = { Marker: page["Marker"], NextToken: page["NextToken"] };
    page = await call(session, service, operation, { ...input, ...position }, region);
    found.push(...((page[items] ?? []) as Item[]));
  } while (page["NextToken"] !== undefined || page["IsTruncated"] === true);
  return found;
}

/** The result, or nothing where AWS says that the thing does not exist. */
export async function unlessGone<Result>(promise: Promise<Result>): Promise<Result | undefined> {
  try {
    return await promise;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

function isGone(error: unknown): boolean {
  return (
    error instanceof OperationError &&
    /^NoSuch\w+$|NotFound(Exception|Error)?$|^PolicyNotAttachedException$/.test(error.code)
  );
}

/**
 * Tries again while `passing` says that the error may pass, for as long as the official plugin does, because IAM is
 * consistent only eventually. Throws the last error.
 */
export async function retrying<Result>(
  attempt: () => Promise<Result>,
  passing: (error: OperationError) => boolean,
): Promise<Result> {
  const mayPass = (error: unknown) => error instanceof OperationError && passing(error);
  const settled = await untilPropagated(
    () =>
      attempt()
        .then((value) => ({ value }))
        .catch((error: unknown) => ({ error })),
    (result) => "value" in result || !mayPass(result.error),
  );
  if ("error" in settled) throw settled.error;
  return settled.value;
}

/** Puts what was being done in front of the reason, as in `creating IAM Role (deploy): …`. */
export async function doing<Result>(what: string, promise: Promise<Result>): Promise<Result> {
  try {
    return await promise;
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    error.message = `${what}: ${error.message}`;
    throw error;
  }
}

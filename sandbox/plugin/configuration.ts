import type { Aws, Credentials } from "../aws/call.ts";
import { shapeFailures } from "./check.ts";
import { holdsUnknown, textOf, unknown } from "./property-values.ts";
import type { Properties, Value } from "./property-values.ts";
import { attemptsByDefault } from "./retry.ts";
import { schema } from "./schema.ts";
import type { Session } from "./session.ts";
import { call } from "./session.ts";
import { textsIn } from "./state.ts";
import { asTagList, tagsIn } from "./tags.ts";

/** What the engine adds to a provider's configuration. */
const engineKeys = new Set(["version", "pluginDownloadURL", "pluginChecksums"]);

const served = new Set([
  ...["region", "accessKey", "secretKey", "token", "assumeRoles"],
  ...["allowedAccountIds", "forbiddenAccountIds", "defaultTags", "ignoreTags"],
  // They say how AWS is reached, and the sandbox is reached in one way only.
  ...["maxRetries", "retryMode", "userAgents", "tokenBucketRateLimiterCapacity", "stsRegion"],
  ...["skipCredentialsValidation", "skipRegionValidation", "skipMetadataApiCheck", "skipRequestingAccountId"],
]);

/** What is wrong with a provider's configuration, without asking AWS. */
export function configurationFailures(received: Properties, provider: string): string[] {
  const values = configuration(received);
  const failures = shapeFailures(schema.provider, values, provider);
  const unserved = Object.keys(values).filter((name) => name in schema.provider && !served.has(name));
  return [
    ...failures.map((reason) => `could not validate provider configuration: ${reason}`),
    ...unserved.map((name) => `could not validate provider configuration: the sandbox does not serve '${name}'`),
  ];
}

/** The values of a configuration: all of them travel as text, those that are no text as JSON. */
export function configuration(received: Properties): Properties {
  const entries = Object.entries(received).flatMap(([name, value]): [string, Value][] => {
    if (engineKeys.has(name) || value === null) return [];
    const type = schema.provider[name]?.type;
    if (typeof value !== "string" || value === unknown || type === undefined || type === "string")
      return [[name, value]];
    return [[name, parsed(value)]];
  });
  return Object.fromEntries(entries);
}

function parsed(value: string): Value {
  try {
    return JSON.parse(value) as Value;
  } catch {
    return value;
  }
}

interface AssumeRole {
  roleArn: string;
  sessionName?: string;
  externalId?: string;
  sourceIdentity?: string;
  duration?: string;
  policy?: string;
  policyArns?: string[];
  tags?: Record<string, string>;
  transitiveTagKeys?: string[];
}

/**
 * Takes on the roles of a configuration, one after the other, and refuses an account that is not allowed. Throws in the
 * official plugin's words.
 */
export async function configure(aws: Aws, received: Properties, ambient: Credentials | undefined): Promise<Session> {
  const values = configuration(received);
  if (holdsUnknown(values)) throw new Error("the provider's configuration is not known yet");
  const region = values["region"];
  if (typeof region !== "string" || region === "") throw new Error("Missing region configuration: set 'region'");
  const credentials = explicitCredentials(values) ?? ambient;
  if (credentials === undefined)
    throw new Error("unable to validate AWS credentials. Details: No valid credential sources found.");

  const ignore = (values["ignoreTags"] ?? {}) as Partial<Session["ignoreTags"]>;
  const defaults = (values["defaultTags"] ?? {}) as Properties;
  const session: Session = {
    aws,
    credentials,
    region,
    attempts: typeof values["maxRetries"] === "number" ? values["maxRetries"] : attemptsByDefault,
    partition: "",
    defaultTags: tagsIn(defaults["tags"]),
    ignoreTags: { keys: ignore.keys ?? [], keyPrefixes: ignore.keyPrefixes ?? [] },
  };
  for (const role of (values["assumeRoles"] ?? []) as unknown as AssumeRole[]) {
    session.credentials = await assumed(session, role);
  }
  const { Account, Arn } = await call(session, "sts", "GetCallerIdentity", {});
  refuseOtherAccounts(textOf(Account), values);
  session.partition = textOf(Arn).split(":")[1] ?? "";
  return session;
}

function explicitCredentials(values: Properties): Credentials | undefined {
  const { accessKey, secretKey, token } = values;
  if (typeof accessKey !== "string" || typeof secretKey !== "string") return undefined;
  return {
    accessKeyId: accessKey,
    secretAccessKey: secretKey,
    ...(typeof token === "string" ? { sessionToken: token } : {}),
  };
}

async function assumed(session: Session, role: AssumeRole): Promise<Credentials> {
  const input = {
    RoleArn: role.roleArn,
    RoleSessionName: role.sessionName ?? "pulumi",
    ExternalId: role.externalId,
    SourceIdentity: role.sourceIdentity,
    DurationSeconds: role.duration === undefined ? undefined : seconds(role.duration),
    Policy: role.policy,
    PolicyArns: role.policyArns?.map((arn) => ({ arn })),
    Tags: role.tags && asTagList(role.tags),
    TransitiveTagKeys: role.transitiveTagKeys,
  };
  try {
    const answer = (await call(session, "sts", "AssumeRole", input))["Credentials"] as Record<string, string>;
    const { AccessKeyId = "", SecretAccessKey = "", SessionToken = "" } = answer;
    return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `unable to validate AWS credentials. Details: IAM Role (${role.roleArn}) cannot be assumed.\n\nError: ${reason}`,
      { cause: error },
    );
  }
}

/** Reads a duration as Go writes it, such as `1h30m`. */
function seconds(duration: string): number {
  const units: Record<string, number> = { h: 3600, m: 60, s: 1 };
  const parts = [...duration.matchAll(/(\d+)([hms])/g)];
  return parts.reduce((sum, [, count, unit = ""]) => sum + Number(count) * (units[unit] ?? 0), 0);
}

function refuseOtherAccounts(account: string, values: Properties): void {
  const allowed = textsIn(values["allowedAccountIds"]);
  const refused = allowed.length > 0 && !allowed.includes(account);
  if (refused || textsIn(values["forbiddenAccountIds"]).includes(account)) {
    throw new Error(`AWS account ID not allowed: ${account}`);
  }
}

import type { EncryptionKey, LogBucket, LogGroup, Trail } from "../../audit.ts";
import type { AuditTrail } from "../../sections/audit-trail.ts";
import { daysIn } from "../../values/days.ts";
import { ceilingArn } from "../../ceiling.ts";
import { roleArn } from "../role.ts";
import { type Scope, accountId, accountOf, deployRoleIn, keysOf, named } from "../scope.ts";
import { logBucketPolicy } from "./log-bucket-policy.ts";
import { deliveryPolicy, deliveryTrust } from "./log-delivery.ts";
import { eventsKeyPolicy, logFilesKeyPolicy } from "./key-policies.ts";

/** Where things stand that the policies of the trail name. */
export interface TrailPlaces {
  partition: string;
  region: string;
  organizationId: string;
  /** Id of the management account. */
  managementId: string;
  trailArn: string;
  logGroupArn: string;
}

/** The trail of the organization with its log files in one account and its events in the other. */
export function resolveTrail(scope: Scope, own: AuditTrail): Trail {
  const places = trailPlaces(scope, own);
  const owner = scope.configuration.accounts[own["logs-to"].account]?.owner;
  const tags = owner === undefined ? {} : { owner };
  return {
    ...named(["audit"], keysOf(own.account, accountOf(scope, own.account)), ["trail"]),
    configPath: "audit.trail",
    protect: true,
    account: own.account,
    region: scope.homeRegion,
    trailName: own.name,
    logFiles: logFiles(scope, own, places, tags),
    logGroup: logGroup(scope, own, places, tags),
    tags,
  };
}

export function trailPlaces(scope: Scope, own: AuditTrail): TrailPlaces {
  const { partition, homeRegion: region, configuration } = scope;
  const managementId = accountId(scope, configuration.organization["management-account"]);
  return {
    partition,
    region,
    organizationId: configuration.organization.id,
    managementId,
    trailArn: `arn:${partition}:cloudtrail:${region}:${managementId}:trail/${own.name}`,
    logGroupArn: `arn:${partition}:logs:${region}:${managementId}:log-group:${logGroupName(own)}`,
  };
}

export const logGroupName = (own: AuditTrail): string => own["log-group"] ?? `/audit/${own.name}`;

function logFiles(scope: Scope, own: AuditTrail, places: TrailPlaces, tags: LogBucket["tags"]): LogBucket {
  const { account, bucket, ...logs } = own["logs-to"];
  const at = (part: string) => named(["audit"], keysOf(account, accountOf(scope, account)), [part]);
  const key: EncryptionKey = {
    ...at("log-files-key"),
    configPath: "audit.trail.logs-to",
    protect: true,
    account,
    region: scope.homeRegion,
    alias: "alias/audit-log-files",
    description: "Encrypts the log files of the organization's trail",
    policy: logFilesKeyPolicy(places, accountId(scope, account)),
    retain: true,
    tags,
  };
  return {
    ...at("log-files"),
    configPath: "audit.trail.logs-to",
    protect: true,
    account,
    region: scope.homeRegion,
    bucketName: bucket,
    key,
    policy: logBucketPolicy(places, bucket),
    lockedForDays: daysIn(logs["locked-for"]) ?? 0,
    deletedAfterDays: daysIn(logs["deleted-after"]) ?? 0,
    tags,
  };
}

function logGroup(scope: Scope, own: AuditTrail, places: TrailPlaces, tags: LogGroup["tags"]): LogGroup {
  const { account } = own;
  const at = (...parts: string[]) =>
    named(["audit"], keysOf(account, accountOf(scope, account)), ...parts.map((part) => [part]));
  const common = { configPath: "audit.trail", account, region: scope.homeRegion, tags };
  const roleName = "audit-log-delivery";
  return {
    ...at("events"),
    ...common,
    protect: true,
    logGroupName: logGroupName(own),
    retentionDays: daysIn(own["log-group-retention"] ?? "365 days") ?? 365,
    key: {
      ...at("events-key"),
      ...common,
      protect: true,
      alias: "alias/audit-events",
      description: "Encrypts the events of the organization's trail, and the alarms that they raise",
      policy: eventsKeyPolicy(places),
      retain: false,
    },
    role: {
      ...at("events", "delivery"),
      ...common,
      arn: roleArn(scope, account, "/audit/", roleName),
      roleName,
      path: "/audit/",
      description: "CloudTrail writes the events of the organization's trail into its log group",
      trust: deliveryTrust(places),
      maxSessionDuration: 3600,
      permissionsBoundaryArn: ceilingArn(scope.partition, accountId(scope, account), deployRoleIn(scope, account)),
      inlinePolicy: deliveryPolicy(places),
      shortGrants: [],
      awsManagedPolicyArns: [],
      customerManagedPolicyArns: [],
      needsPolicies: [],
    },
  };
}

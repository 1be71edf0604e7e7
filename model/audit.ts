import type { PolicyDocument } from "../iam/document.ts";
import type { Declared, Role, Tags } from "./deployment.ts";

/** What makes up the audit, wholly decided; it exists once for the organization. */
export interface Audit extends Declared {
  services: OrganizationService[];
  trail?: Trail;
  analyzers: Analyzer[];
  rootAccess?: RootAccess;
  alarms?: EventAlarms;
}

/** Something that must not vanish: the engine neither deletes nor replaces it until somebody lifts that by hand. */
export interface Protected {
  protect: true;
}

/** A service of AWS that may look into the organization, and the account to which it is delegated. */
export interface OrganizationService extends Declared {
  /** The management account. */
  account: string;
  /** Such as `access-analyzer.amazonaws.com`. */
  servicePrincipal: string;
  /** Twelve digits. */
  administratorId?: string;
}

export interface Trail extends Declared, Protected {
  account: string;
  region: string;
  trailName: string;
  logFiles: LogBucket;
  logGroup: LogGroup;
  tags: Tags;
}

export interface EncryptionKey extends Declared, Protected {
  account: string;
  region: string;
  /** With `alias/`. */
  alias: string;
  description: string;
  policy: PolicyDocument;
  /** Stays in AWS when it is destroyed: what it encrypts does. */
  retain: boolean;
  tags: Tags;
}

/** The bucket of the log files. It stays in AWS when it is destroyed, since what it holds is locked. */
export interface LogBucket extends Declared, Protected {
  account: string;
  region: string;
  bucketName: string;
  key: EncryptionKey;
  policy: PolicyDocument;
  lockedForDays: number;
  deletedAfterDays: number;
  tags: Tags;
}

/** The log group of the trail's events, and the role with which CloudTrail writes them. */
export interface LogGroup extends Declared, Protected {
  account: string;
  region: string;
  logGroupName: string;
  retentionDays: number;
  key: EncryptionKey;
  role: Role;
  tags: Tags;
}

export interface Analyzer extends Declared, Protected {
  account: string;
  region: string;
  analyzerName: string;
  type: "ORGANIZATION" | "ORGANIZATION_UNUSED_ACCESS";
  /** Days, of an analyzer of unused access. */
  unusedAccessAge?: number;
  archiveRules: ArchiveRule[];
  tags: Tags;
}

export interface ArchiveRule extends Declared {
  ruleName: string;
  filters: Criterion[];
}

/** What one property of a finding has to be. */
export interface Criterion {
  property: string;
  equals: string[];
  notEquals: string[];
  contains: string[];
  exists?: "true" | "false";
}

/** What the management account does in place of the root users of member accounts. */
export interface RootAccess extends Declared {
  account: string;
  features: string[];
}

/** What raises an alarm, and who hears of it. */
export interface EventAlarms extends Declared {
  account: string;
  region: string;
  logGroupName: string;
  topicName: string;
  topicPolicy: PolicyDocument;
  emails: string[];
  alarms: Alarm[];
  tags: Tags;
}

/** Events of the trail that match the pattern count as the metric, and the first of them raises the alarm. */
export interface Alarm {
  name: string;
  formerly: string[];
  /** Of the alarm, of its metric filter and of the metric. */
  alarmName: string;
  description: string;
  /** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html */
  pattern: string;
}

/** The floor under one account. */
export interface AccountBaseline extends Declared {
  account: string;
  accountId: string;
  blockPublicAccess: boolean;
  passwordPolicy?: { minimumLength: number; rememberedPasswords: number };
}

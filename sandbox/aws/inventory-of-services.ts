import type { ServicesDocument } from "./services-document.ts";

/** Kind → names of what an account has beside IAM, `without` some of it. */
export function servicesInventory(services: ServicesDocument, without: Retained[] = []) {
  const { accessanalyzer, cloudtrail, cloudwatch, kms, logs, s3, sns } = services;
  const counts = (name: string) => without.every((retained) => retained.name !== name);
  const keys = Object.values(kms.keys).filter(({ Arn, DeletionDate }) => DeletionDate === undefined && counts(Arn));
  const buckets = Object.values(s3.buckets).filter(({ Name }) => counts(Name));
  const aliasOf = (id: string) => Object.values(kms.aliases).find(({ TargetKeyId }) => TargetKeyId === id)?.AliasName;
  return {
    trails: Object.values(cloudtrail.trails).map(({ Name, isLogging }) => (isLogging ? Name : `${Name} (stopped)`)),
    analyzers: Object.values(accessanalyzer.analyzers).map(({ name, arn }) => `${name} in ${arn.split(":")[3] ?? ""}`),
    alarms: Object.values(cloudwatch.alarms).map(({ AlarmName }) => AlarmName),
    "log groups": Object.values(logs.logGroups).map(({ logGroupName }) => logGroupName),
    topics: Object.keys(sns.topics).map((arn) => arn.slice(arn.lastIndexOf(":") + 1)),
    subscriptions: Object.values(sns.subscriptions).map(({ Endpoint }) => Endpoint),
    buckets: buckets.map(({ Name }) => Name),
    keys: keys.map(({ KeyId }) => aliasOf(KeyId) ?? KeyId),
    "account settings": s3.publicAccessBlock === undefined ? [] : ["S3 public access blocked"],
  };
}

/** What AWS keeps of an account's things whatever is destroyed: what is locked, and the keys that read it. */
export function retainedIn({ kms, s3 }: ServicesDocument): Retained[] {
  const locked = Object.values(s3.buckets).flatMap(({ Name, objects, settings }): Retained[] => {
    const until = objects
      .flatMap(({ lockedUntil }) => lockedUntil ?? [])
      .sort()
      .at(-1);
    if (until === undefined) return [];
    const key = encryptionKeyOf(settings.ServerSideEncryptionConfiguration);
    return [
      { name: Name, why: `the bucket ${Name}: its log files are locked until ${day(until)}` },
      ...(key === undefined ? [] : [{ name: key, why: `the key ${key}: the log files cannot be read without it` }]),
    ];
  });
  const ending = Object.values(kms.keys).flatMap(({ Arn, DeletionDate }): Retained[] =>
    DeletionDate === undefined ? [] : [{ name: Arn, why: `the key ${Arn}: AWS deletes it on ${day(DeletionDate)}` }],
  );
  return [...locked, ...ending];
}

export interface Retained {
  /** Of a bucket its name, of a key its ARN. */
  name: string;
  /** What it is and why it stays, with the day. */
  why: string;
}

const day = (time: string) => time.slice(0, 10);

function encryptionKeyOf(configuration: unknown): string | undefined {
  const { Rules } = configuration as { Rules: { ApplyServerSideEncryptionByDefault?: { KMSMasterKeyID?: string } }[] };
  return Rules[0]?.ApplyServerSideEncryptionByDefault?.KMSMasterKeyID;
}

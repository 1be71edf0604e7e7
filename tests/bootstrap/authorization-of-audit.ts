import { actionOf } from "../../sandbox/aws/action.ts";
import type { Authorization } from "./authorization.ts";
import type { Recorded } from "./recording.ts";

/** What an operation of the audit acts on, by what it names; `*` where AWS knows no resource. */
export function auditAuthorization(call: Recorded, account: string): Authorization[] {
  const { service, input } = call;
  const own = (kind: string) => `arn:aws:${kind}:eu-central-1:${account}`;
  const text = (name: string) => (typeof input[name] === "string" ? input[name] : undefined);
  const of = (resource: string | undefined): Authorization[] => [{ action: actionOf(call), resource: resource ?? "*" }];
  const alarmIn = (name: string | undefined) => name && `${own("cloudwatch")}:alarm:${name}`;
  switch (service) {
    case "s3":
      return of(`arn:aws:s3:::${text("Bucket") ?? ""}`);
    case "logs":
      return of(text("resourceArn") ?? (text("logGroupName") && `${own("logs")}:log-group:${text("logGroupName")!}`));
    case "cloudtrail":
      return of(text("ResourceId") ?? nameOrArn(text("Name"), `${own("cloudtrail")}:trail/`));
    case "cloudwatch":
      return of(text("ResourceARN") ?? alarmIn(text("AlarmName") ?? (input["AlarmNames"] as string[])[0]));
    case "sns":
      return of(
        text("TopicArn") ??
          text("ResourceArn") ??
          text("SubscriptionArn")?.replace(/:[^:]*$/, "") ??
          nameOrArn(text("Name"), `${own("sns")}:`),
      );
    case "accessanalyzer": {
      const analyzer = text("analyzerName") && `${own("access-analyzer")}:analyzer/${text("analyzerName")!}`;
      return of(
        text("resourceArn") ?? (text("ruleName") ? `${analyzer!}/archive-rule/${text("ruleName")!}` : analyzer),
      );
    }
    case "kms": {
      const key = text("TargetKeyId") ?? text("KeyId");
      const named = [text("AliasName"), key && `key/${key}`].flatMap((name) => name ?? []);
      return named.length === 0 ? of(undefined) : named.flatMap((name) => of(`${own("kms")}:${name}`));
    }
    default:
      return of(undefined);
  }
}

function nameOrArn(name: string | undefined, prefix: string): string | undefined {
  return name === undefined || name.startsWith("arn:") ? name : prefix + name;
}

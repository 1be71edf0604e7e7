import type { Statement } from "../iam/document.ts";
import { serviceDomain, workloadsPath } from "../model/grants/verb.ts";
import { type Estate, thisAccount } from "./estate.ts";

/** A right that AWS asks for beside those to a type's own operations. */
export interface Companion {
  /** Pulumi's tokens of the types that need it. */
  types: readonly string[];
  statement: Statement;
}

/** Whom roles are handed to, and whose roles AWS makes by itself. */
export function companions({ partition }: Estate): Companion[] {
  return [
    {
      types: ["aws:iam/instanceProfile:InstanceProfile"],
      statement: passed("PassRolesToInstances", `arn:${partition}:iam::${thisAccount}:role${workloadsPath}*`, [
        `ec2.${serviceDomain(partition)}`,
      ]),
    },
    {
      types: ["aws:cloudtrail/trail:Trail"],
      statement: passed("PassRoleToCloudTrail", `arn:${partition}:iam::${thisAccount}:role/audit/*`, [
        "cloudtrail.amazonaws.com",
      ]),
    },
    { types: ["aws:cloudtrail/trail:Trail"], statement: ownRole(partition, "CloudTrail", "cloudtrail") },
    {
      types: ["aws:accessanalyzer/analyzer:Analyzer"],
      statement: ownRole(partition, "AccessAnalyzer", "access-analyzer"),
    },
  ];
}

/** AWS makes a role for each of its services when that is used first, with the caller's rights. */
function ownRole(partition: string, title: string, service: string): Statement {
  return {
    Sid: `OwnRoleOf${title}`,
    Effect: "Allow",
    Action: "iam:CreateServiceLinkedRole",
    Resource: `arn:${partition}:iam::${thisAccount}:role/aws-service-role/${service}.amazonaws.com/*`,
  };
}

/** The services to which any role is handed. */
export function passedTo(estate: Estate): string[] {
  return companions(estate).flatMap(({ statement }) => {
    const service = statement.Condition?.["StringEquals"]?.["iam:PassedToService"] ?? [];
    return statement.Action === "iam:PassRole" ? service : [];
  });
}

function passed(Sid: string, Resource: string, services: string[]): Statement {
  return {
    Sid,
    Effect: "Allow",
    Action: "iam:PassRole",
    Resource,
    Condition: { StringEquals: { "iam:PassedToService": services } },
  };
}

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
  ];
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

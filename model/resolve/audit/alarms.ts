import type { PolicyDocument } from "../../../iam/document.ts";
import type { Alarm, EventAlarms } from "../../audit.ts";
import type { Alarms } from "../../deployment.ts";
import type { AuditTrail } from "../../sections/audit-trail.ts";
import { type Scope, accountOf, keysOf, named } from "../scope.ts";
import { roleUse, rootUse, userUse } from "./filter-patterns.ts";
import { type TrailPlaces, logGroupName } from "./trail.ts";

const topicName = "audit-alarms";

/**
 * The alarms on every use of break-glass and of root. They stand where the trail's log group is, which holds the events
 * of all accounts and regions, read-only ones too.
 */
export function resolveEventAlarms(scope: Scope, own: AuditTrail, places: TrailPlaces, who: Alarms): EventAlarms {
  const { partition, region, managementId } = places;
  const parts = [["audit"], keysOf(own.account, accountOf(scope, own.account)), ["alarms"]];
  const alarm = (alarmName: string, what: string, pattern: string): Alarm => ({
    ...named(...parts, [alarmName]),
    alarmName,
    description: `${what} What to do: docs/runbooks/an-alarm-came.md`,
    pattern,
  });
  const alarms = [
    alarm("root-used", "The root user of an account signed in or did something.", rootUse()),
    alarm("break-glass-role-used", `Somebody took on the role ${who.roleName}, or acts by it.`, roleUse(who.roleName)),
    ...who.userNames.map((user) =>
      alarm(`${user}-used`, `The break-glass user ${user} signed in or did something.`, userUse(user)),
    ),
  ];
  const topicArn = `arn:${partition}:sns:${region}:${managementId}:${topicName}`;
  const alarmArns = alarms.map(
    ({ alarmName }) => `arn:${partition}:cloudwatch:${region}:${managementId}:alarm:${alarmName}`,
  );
  return {
    ...named(...parts),
    configPath: who.configPath,
    account: own.account,
    region,
    logGroupName: logGroupName(own),
    topicName,
    topicPolicy: topicPolicy(topicArn, alarmArns, managementId),
    emails: [...who.emails].sort(),
    alarms,
    tags: {},
  };
}

/**
 * These alarms publish, and nothing else does.
 * Source: https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html
 */
function topicPolicy(topicArn: string, alarmArns: string[], managementId: string): PolicyDocument {
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "AlarmsPublish",
        Effect: "Allow",
        Principal: { Service: "cloudwatch.amazonaws.com" },
        Action: "sns:Publish",
        Resource: topicArn,
        Condition: { ArnEquals: { "aws:SourceArn": alarmArns }, StringEquals: { "aws:SourceAccount": managementId } },
      },
      {
        Sid: "EncryptedConnectionsOnly",
        Effect: "Deny",
        Principal: "*",
        Action: "sns:Publish",
        Resource: topicArn,
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ],
  };
}

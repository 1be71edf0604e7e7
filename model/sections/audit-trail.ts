import * as z from "zod";
import { refersToAccount } from "../references.ts";
import type { Stack } from "../stack.ts";
import { bucketName } from "../values/bucket-name.ts";
import { days, daysIn } from "../values/days.ts";
import { awsText, judged, text } from "../values/text.ts";

/**
 * The days for which CloudWatch Logs keeps log events, of 2026-11:
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
 */
const retentions = [
  ...[1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731],
  ...[1096, 1827, 2192, 2557, 2922, 3288, 3653],
];

/** The most that S3 locks objects for by default, and after which its lifecycle rules delete: 100 years. */
const mostDays = 36_500;

const nameForm = /^(?=.{3,128}$)[A-Za-z0-9](?:[._-]?[A-Za-z0-9])*$/u;

export const auditTrail = z
  .strictObject({
    name: judged(
      "The trail's name in AWS.",
      "organization-trail",
      (value) =>
        nameForm.test(value)
          ? undefined
          : {
              code: "text-characters",
              message: `"${value}" is not a trail's name: 3 to 128 letters, digits and . _ - between them, no two of these in a row.`,
              fix: "Write a name such as `organization-trail`.",
            },
      { pattern: nameForm },
    ),
    account: text(
      "The account in which the trail lives, with the log group of its events: the management account.",
      "Management",
      { offers: "accounts" },
    ),
    "logs-to": z
      .strictObject({
        account: text("The account in which the log files are kept; a key of `accounts`.", "Security", {
          offers: "accounts",
        }),
        bucket: bucketName(
          "The S3 bucket that receives the log files. It is made, and its name is unique in all of AWS.",
          "securecart-cloudtrail-222233334444",
        ),
        "locked-for": days(
          "For how long nobody at all can delete a log file, whatever happens. It can be made longer; shorter only for files that are yet to come.",
          "400 days",
          1,
          mostDays,
        ),
        "deleted-after": days(
          "After how long a log file is deleted: not before `locked-for` has passed.",
          "2555 days",
          1,
          mostDays,
        ),
      })
      .meta({
        description: "Where the log files go, and for how long they stay.",
        examples: [
          {
            account: "Security",
            bucket: "securecart-cloudtrail-222233334444",
            "locked-for": "400 days",
            "deleted-after": "2555 days",
          },
        ],
      }),
    "log-group-retention": judged(
      `For how long CloudWatch Logs keeps the events, from which alarms are raised: ${retentions.join(", ")} days.`,
      "365 days",
      (value) =>
        retentions.includes(daysIn(value) ?? 0)
          ? undefined
          : {
              code: "log-retention",
              message: `CloudWatch Logs does not keep log events for "${value}".`,
              fix: `Write one of: ${retentions.join(", ")} days.`,
            },
      { default: "365 days" },
    ).exactOptional(),
    "log-group": awsText(
      {
        service: "logs",
        shape: "LogGroupName",
        what: "a log group's name",
        characters: "letters, digits and . - _ / #",
      },
      "The name of the log group that keeps the events.",
      "/audit/organization-trail",
      { otherwise: "`/audit/` and the trail's name" },
    ).exactOptional(),
  })
  .meta({
    description: "CloudTrail for the whole organization: every account, every region.",
    examples: [
      {
        name: "organization-trail",
        account: "Management",
        "logs-to": {
          account: "Security",
          bucket: "securecart-cloudtrail-222233334444",
          "locked-for": "400 days",
          "deleted-after": "2555 days",
        },
      },
    ],
  });

export type AuditTrail = z.infer<typeof auditTrail>;

/** Checks where the trail and its log files live, and that nothing is to be deleted while it is locked. */
export function checkAuditTrail(stack: Stack, trail: AuditTrail): void {
  const { findings, configuration } = stack;
  const path = ["audit", "trail"];
  const management = configuration.organization["management-account"];
  if (trail.account !== management && Object.hasOwn(configuration.accounts, management)) {
    findings.add("management-account", [...path, "account"], {
      message: `"${trail.account}" is not the management account, in which the trail of an organization lives.`,
      fix: `Write \`account: ${management}\`.`,
    });
  }
  const logs = trail["logs-to"];
  refersToAccount(stack, logs.account, [...path, "logs-to", "account"]);
  const [locked, deleted] = [daysIn(logs["locked-for"]), daysIn(logs["deleted-after"])];
  if (locked !== undefined && deleted !== undefined && deleted < locked && locked <= mostDays) {
    findings.add("deleted-while-locked", [...path, "logs-to", "deleted-after"], {
      message: `The log files are locked for ${locked} days, and would be deleted after ${deleted}.`,
      fix: `Write \`deleted-after: ${locked} days\` or more.`,
    });
  }
}

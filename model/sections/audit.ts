import * as z from "zod";
import { checkSet } from "../names.ts";
import { refersToAccount } from "../references.ts";
import { type Stack, isPresent } from "../stack.ts";
import { days } from "../values/days.ts";
import { oneOf } from "../values/offer.ts";
import { text } from "../values/text.ts";
import { archiveRule, checkArchiveRules } from "./archive-rule.ts";
import { auditTrail, checkAuditTrail } from "./audit-trail.ts";

const archiveRules = z.record(oneOf("new-name"), archiveRule).meta({
  description:
    "Findings that are as they should be, and are archived as they come: a name for the rule, then the rule.",
  examples: [
    {
      "github-pipelines": {
        reason: "The pipeline roles in DevOps trust GitHub on purpose",
        owner: "Operations",
        filter: { resource: { contains: "role/pipelines/" } },
      },
    },
  ],
});

const accessAnalyzer = z
  .strictObject({
    account: text(
      "The account in which the analyzers live: the one to which AWS delegates IAM Access Analyzer, or the management account.",
      "Security",
      { offers: "accounts" },
    ),
    "external-access": z
      .strictObject({ "archive-rules": archiveRules.exactOptional() })
      .meta({
        description:
          "Finds out who outside the organization can reach what is inside: one analyzer in each region in use, at no cost.",
        examples: [
          {
            "archive-rules": {
              "github-pipelines": {
                reason: "The pipeline roles in DevOps trust GitHub on purpose",
                owner: "Operations",
                filter: { resource: { contains: "role/pipelines/" } },
              },
            },
          },
        ],
      })
      .exactOptional(),
    "unused-access": z
      .strictObject({
        after: days("After how many days without use access counts as unused: 1 to 365 days.", "90 days", 1, 365),
        "archive-rules": archiveRules.exactOptional(),
      })
      .meta({
        description:
          "Finds out which roles, users and permissions nobody uses: one analyzer. AWS charges for every role and user each month.",
        examples: [{ after: "90 days" }],
      })
      .exactOptional(),
  })
  .meta({
    description: "IAM Access Analyzer for the whole organization.",
    examples: [{ account: "Security", "unused-access": { after: "90 days" } }],
  });

export const audit = z
  .strictObject({
    trail: auditTrail.exactOptional(),
    "access-analyzer": accessAnalyzer.exactOptional(),
    "centralized-root-access": z
      .array(z.enum(["RootCredentialsManagement", "RootSessions"]))
      .meta({
        description:
          "What the management account does in place of the root users of member accounts: delete their credentials, open short sessions for single tasks.",
        examples: [["RootCredentialsManagement", "RootSessions"]],
      })
      .exactOptional(),
  })
  .meta({
    description:
      "How one would notice: the trail, the analyzers, and what the management account does in place of root users. Exists once, for the whole organization.",
    examples: [{ "centralized-root-access": ["RootCredentialsManagement", "RootSessions"] }],
  });

export type Audit = z.infer<typeof audit>;

/** Checks that the organization's stack has it, and each part of it. */
export function checkAudit(stack: Stack): void {
  const { configuration, findings } = stack;
  const { audit: own, accounts, organization } = configuration;
  const management = organization["management-account"];
  const holder = accounts[management]?.stack;
  if (
    configuration["break-glass"] !== undefined &&
    holder === configuration.stack &&
    !isPresent(stack, "audit.trail")
  ) {
    findings.add("alarms-without-trail", ["break-glass", "alarms"], {
      message: "Nobody would hear of break-glass: alarms are raised from the events of the trail, and there is none.",
      fix: "Write `audit.trail` in the file of this stack.",
    });
  }
  if (own === undefined) return;
  if (holder !== undefined && holder !== configuration.stack) {
    findings.add("organization-stack", "audit", {
      message: `${management} belongs to the stack ${holder}, which makes what exists once for the organization.`,
      fix: `Move \`audit\` to the file of the stack ${holder}.`,
      at: "key",
    });
  }
  if (own.trail !== undefined) checkAuditTrail(stack, own.trail);
  checkSet(stack, own["centralized-root-access"], ["audit", "centralized-root-access"]);
  const analyzer = own["access-analyzer"];
  if (analyzer === undefined) return;
  const path = ["audit", "access-analyzer"];
  if (refersToAccount(stack, analyzer.account, [...path, "account"])) {
    const delegated = organization["delegated-administrators"]?.["access-analyzer"];
    if (analyzer.account !== management && analyzer.account !== delegated && holder !== undefined) {
      findings.add("not-delegated", [...path, "account"], {
        message: `AWS does not delegate IAM Access Analyzer to ${analyzer.account}.`,
        fix: `Write \`access-analyzer: ${analyzer.account}\` under organization.delegated-administrators.`,
      });
    }
  }
  for (const kind of ["external-access", "unused-access"] as const) {
    checkArchiveRules(stack, analyzer[kind]?.["archive-rules"] ?? {}, [...path, kind, "archive-rules"]);
  }
}

import * as z from "zod";
import { nearest } from "../../iam/nearest.ts";
import { checkSet } from "../names.ts";
import { someOf } from "../references.ts";
import { type Stack, isPresent } from "../stack.ts";
import { oneOf } from "../values/offer.ts";
import { checkOwner, owner } from "../values/owner.ts";
import { text } from "../values/text.ts";
import type { BreakGlass } from "./break-glass.ts";

/**
 * The only IAM groups there can be, and the AWS managed policies that each has. None of them administers anything, and
 * what a member may do waits for multi-factor authentication as everything does.
 */
export const iamGroups: Readonly<Record<string, readonly string[]>> = {
  "Billing-ReadOnly": ["AWSBillingReadOnlyAccess"],
  "DevOps-Admin": ["AWSCodeBuildDeveloperAccess", "ViewOnlyAccess"],
  "Security-Audit": ["SecurityAudit"],
};

export const iamGroup = z
  .strictObject({
    owner,
    reason: text("Why a group is needed, where a permission set would not do.", "Bills are due while Okta is down"),
    members: z.array(oneOf("break-glass-users")).meta({
      description: "Who is in the group: break-glass users, and nobody else.",
      examples: [["break-glass-1"]],
    }),
  })
  .meta({
    description: "An IAM group: `Billing-ReadOnly`, `Security-Audit` or `DevOps-Admin`.",
    examples: [{ owner: "Finance", reason: "Bills are due while Okta is down", members: ["break-glass-1"] }],
  });

/** Checks that a group is one of the list, and that its members are break-glass users. */
export function checkIamGroups(stack: Stack, { "iam-groups": groups = {}, users }: BreakGlass): void {
  for (const [name, group] of Object.entries(groups)) {
    const path = ["break-glass", "iam-groups", name];
    if (!Object.hasOwn(iamGroups, name)) {
      const meant = nearest(name, Object.keys(iamGroups));
      stack.findings.add("iam-group", path, {
        message: `"${name}" can be no IAM group: ${Object.keys(iamGroups).join(", ")} can.${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
        fix: "Give people permission sets under `access` instead.",
        at: "key",
      });
    }
    checkOwner(stack, group.owner, path);
    checkSet(stack, group.members, [...path, "members"]);
    group.members.forEach((member, at) => {
      if (isPresent(stack, ["break-glass", "users", member])) return;
      stack.findings.add("iam-group-member", [...path, "members", at], {
        message: `"${member}" is no break-glass user.`,
        fix: `Write one of: ${someOf(Object.keys(users))}.`,
      });
    });
  }
}

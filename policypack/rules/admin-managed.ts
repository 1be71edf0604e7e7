import { managedVerdict, managedVerdictsSource } from "../../iam/catalogue/managed-verdicts.ts";
import type { Holder } from "../../iam/danger/verdict.ts";
import { isBreakGlassRole } from "../break-glass.ts";
import { attachingTypes, attachmentsOf } from "../attachments.ts";
import { cis, fsbp } from "../framework.ts";
import { unknown } from "../known.ts";
import type { Rule } from "../rule.ts";

const attached = (policyArn: string) => ({
  shop: { type: "aws:iam:RolePolicyAttachment", properties: { role: "shop", policyArn } },
});

/** No AWS managed policy that makes an administrator, or that is too much for software. */
export const adminManaged: Rule = {
  name: "admin-managed",
  description: "No AWS managed policy is attached that makes an administrator, or gives software a whole service.",
  level: "mandatory",
  severity: "critical",
  requirements: [cis("1.16"), fsbp("IAM.1")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html",
  remediation: "Attach a policy of what is needed; ViewOnlyAccess or SecurityAudit to look.",
  why:
    "The verdicts are computed from AWS's own documents of " +
    `${managedVerdictsSource().date}. People may have PowerUserAccess and whole services, software may not; a role counts as ` +
    "software's unless it trusts identity providers of SAML alone. A policy newer than the table is advice. A role for " +
    "break-glass may have any, if its trust policy in the same program lets nobody take it on without MFA.",
  bad: attached("arn:aws:iam::aws:policy/AdministratorAccess"),
  good: attached("arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"),
  parameters: ["breakGlassRoles"],
  types: attachingTypes,
  references: ["role", "roleName"],
  *check({ type, props, provider }, context) {
    for (const { property, arn, holder } of attachmentsOf(type, props)) {
      if (arn === unknown) yield { unknown: property };
      const name = typeof arn === "string" ? /^arn:[^:]+:iam::aws:policy\/(?:.*\/)?([^/]+)$/.exec(arn)?.[1] : undefined;
      if (name === undefined) continue;
      const verdict = managedVerdict(name, holder);
      if (verdict === "fine") continue;
      const role = holdingRole[type];
      const breakGlass = role !== undefined && isBreakGlassRole(props[role], provider, context);
      if (breakGlass === undefined) yield { unknown: role ?? "" };
      if (breakGlass !== false) continue;
      yield {
        who: `${holders[holder]} with ${name} may do ${reasons[verdict] ?? "too much"}.`,
        where: property,
        why:
          verdict === "unknown"
            ? `the pack's table of ${managedVerdictsSource().date} does not have this policy: look what it grants.`
            : `AWS's own document of it grants that (${verdict}; as of ${managedVerdictsSource().date}).`,
        instead:
          holder === "people"
            ? '"arn:aws:iam::aws:policy/job-function/ViewOnlyAccess" to look, and a policy of what is really changed.'
            : "a policy that lists the actions that are used, on the resources that are named.",
        ...(verdict === "unknown" && { advisory: true }),
      };
    }
  },
};

/** Which property names the role that gets the policies, and no other. */
const holdingRole: Readonly<Record<string, string>> = {
  "aws:iam/role:Role": "name",
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": "role",
  "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive": "roleName",
};

const holders: Record<Holder, string> = { people: "Whoever signs in", workloads: "Software that runs" };

const reasons: Readonly<Record<string, string>> = {
  admin: "everything with everything",
  "iam-full": "all of IAM, and so give itself everything",
  "not-action": "everything but a few actions",
  "delegate-no-boundary": "everything by way of a role that it makes",
  "escalate-alone": "everything by making itself stronger",
  "service-star": "everything that a whole service can, with everything",
  unknown: "what nobody has judged",
};

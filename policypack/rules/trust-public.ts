import { doorRule } from "../door-rule.ts";
import { roleExample } from "../example.ts";
import { cis } from "../framework.ts";

const shop = (principal: object | string) => roleExample("shop", { Principal: principal, Action: "sts:AssumeRole" });

/** No role trusts everybody. */
export const trustPublic = doorRule({
  name: "trust-public",
  description: "No role trusts any principal, any account or any service.",
  severity: "critical",
  requirements: [cis("1.16")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
  remediation: "Name the role, the account or the service, or demand the organization.",
  why:
    "Anybody can open an AWS account today and call sts:AssumeRole. NotPrincipal with Allow is refused as unreadable: see " +
    "policy-readable.",
  bad: shop("*"),
  good: shop({ Service: "ec2.amazonaws.com" }),
  kind: "trust",
  says: ({ identification }) =>
    identification.illusions.length > 0
      ? undefined
      : {
          who: "Anybody with any AWS account may take on this role.",
          why: "one call of sts:AssumeRole from an account that was opened today.",
          instead:
            '"Principal": {"AWS": "arn:aws:iam::ACCOUNT:role/ROLE"}, or {"Service": "SERVICE.amazonaws.com"}, or ' +
            'add "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-ORGANIZATION"}}.',
        },
});

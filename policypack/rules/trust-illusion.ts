import { doorRule } from "../door-rule.ts";
import { roleExample } from "../example.ts";
import { cis } from "../framework.ts";
import { whyNobody } from "../why-nobody.ts";

const shop = (condition: object) =>
  roleExample("shop", { Principal: "*", Action: "sts:AssumeRole", Condition: condition });

/** No role trusts everybody under a condition that anybody can meet. */
export const trustIllusion = doorRule({
  name: "trust-illusion",
  description: "No role trusts everybody under a condition that does not identify the caller.",
  severity: "critical",
  requirements: [cis("1.16")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html",
  remediation:
    "Demand the organization, the account or the role of the caller by an operator that fails without the key.",
  why:
    "An external id, a tag, a user agent is what the caller says of itself; IfExists and ForAllValues hold where the key is " +
    "missing; a negated operator lets in everybody else; a value of wildcards names nobody.",
  bad: shop({ StringEquals: { "sts:ExternalId": "shop" } }),
  good: shop({ StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }),
  kind: "trust",
  says: ({ identification }) =>
    identification.illusions.length === 0
      ? undefined
      : {
          who: "Anybody with any AWS account may take on this role: its condition identifies nobody.",
          why: `${whyNobody(identification)}.`,
          instead: '"Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-ORGANIZATION"}}, or name the Principal.',
        },
});

import { parties } from "../../iam/danger/parties.ts";
import { checkDocuments } from "../document-check.ts";
import { roleExample } from "../example.ts";
import { cis } from "../framework.ts";
import type { Rule } from "../rule.ts";
import { nameOf, standingOf } from "../standing.ts";
import { placeOf } from "../statement-place.ts";

const shop = (principal: object) => roleExample("shop", { Action: "sts:AssumeRole", Principal: principal });

/** No role trusts a whole account or organization that is not one's own. */
export const trustAccount: Rule = {
  name: "trust-account",
  description: "No role trusts a whole account or organization that is not one's own.",
  level: "mandatory",
  severity: "high",
  requirements: [cis("1.16")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts",
  remediation: "Name the role that takes this one on.",
  why:
    "Whoever administers the other account decides who comes. An account of one's own as a whole is advice, as is any where the " +
    "pack is not told which accounts are one's own, unless an external id is demanded; naming a role in Principal or " +
    "aws:PrincipalArn, or the own organization, is enough. Accounts that are trusted as third parties: see trust-thirdparty. Here " +
    "stand the parameters by which the pack tells own accounts from others; where this rule is disabled it cannot.",
  bad: shop({ AWS: "arn:aws:iam::555566667777:root" }),
  good: shop({ AWS: "arn:aws:iam::111122223333:role/release" }),
  parameters: ["organizationId", "ownAccounts", "trustedThirdParties"],
  types: ["aws:iam/role:Role"],
  *check(resource, context) {
    yield* checkDocuments("trust-account", "trust", [resource, context], function* (statements, property) {
      for (const party of parties(statements)) {
        const standing = standingOf(party, context.parameters);
        if (!party.whole || typeof standing === "object") continue;
        if (standing !== "stranger" && (party.organizations.length > 0 || party.externalIds.length > 0)) continue;
        yield {
          who: `Not only one role, but ${nameOf(party)} may take on this role.`,
          where: placeOf(property, party.statement, "Principal"),
          why: {
            own: "every role there that may call sts:AssumeRole on everything is enough.",
            unknown:
              "whoever administers that account decides who comes; the pack was not told whether it is one's own.",
            stranger: "it is none of the own accounts: somebody else decides who comes.",
          }[standing],
          instead:
            '"Principal": {"AWS": "arn:aws:iam::ACCOUNT:role/ROLE"}' +
            (standing === "own"
              ? "."
              : "; an own account stands in `ownAccounts` of this rule's configuration, somebody else's in `trustedThirdParties` with its external id."),
          ...(standing !== "stranger" && { advisory: true }),
        };
      }
    });
  },
};

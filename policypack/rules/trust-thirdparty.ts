import { unknownText } from "../../iam/document.ts";
import { parties, type Party } from "../../iam/danger/parties.ts";
import { checkDocuments } from "../document-check.ts";
import { roleExample } from "../example.ts";
import { cis } from "../framework.ts";
import type { Rule } from "../rule.ts";
import { nameOf, standingOf, type Standing } from "../standing.ts";
import { placeOf } from "../statement-place.ts";

const monitoring = (condition: object) =>
  roleExample("monitoring", {
    Principal: { AWS: "arn:aws:iam::999988887777:role/collector" },
    Action: "sts:AssumeRole",
    ...condition,
  });

/** No role trusts somebody else but a third party that is listed, with its external id. */
export const trustThirdparty: Rule = {
  name: "trust-thirdparty",
  description: "No role trusts somebody else's role but a listed third party's, and that with its external id.",
  level: "mandatory",
  severity: "high",
  requirements: [cis("1.16")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html",
  remediation: "List the third party in `trustedThirdParties` of trust-account, and demand its external id.",
  why:
    "A third party works for many: without an external id any other customer of it has it act here. The id has to be demanded by " +
    "StringEquals, spelt out. What is somebody else's is known only where `ownAccounts` of trust-account says what is one's own; " +
    "third parties that are listed are judged in any case.",
  bad: monitoring({}),
  good: monitoring({ Condition: { StringEquals: { "sts:ExternalId": "shop-7f3a" } } }),
  parameters: [],
  types: ["aws:iam/role:Role"],
  *check(resource, context) {
    yield* checkDocuments("trust-thirdparty", "trust", [resource, context], function* (statements, property) {
      for (const party of parties(statements)) {
        const standing = standingOf(party, context.parameters);
        const why = whyNot(party, standing);
        if (why === undefined) continue;
        const id = typeof standing === "object" ? standing.externalId : "EXTERNAL-ID";
        yield {
          who: `Somebody else may take on this role: ${nameOf(party)}.`,
          where: placeOf(property, party.statement, "Principal and Condition"),
          why,
          instead: `"Condition": {"StringEquals": {"sts:ExternalId": "${id}"}}, for an account in \`trustedThirdParties\` of the rule trust-account's configuration.`,
        };
      }
    });
  },
};

function whyNot(party: Party, standing: Standing): string | undefined {
  // A stranger's whole account is trust-account's matter.
  if (standing === "stranger")
    return party.whole ? undefined : "its account is neither one's own nor a listed third party's.";
  if (typeof standing === "string") return undefined;
  const { externalIds } = party;
  if (externalIds.length === 0)
    return "no external id is demanded: another customer of this third party has it act here.";
  if (externalIds.every((id) => id === standing.externalId || id === unknownText)) return undefined;
  return "the external id that is demanded is another one than was agreed with this third party.";
}

import { looseSubjects } from "../../iam/danger/web-identity.ts";
import { checkDocuments } from "../document-check.ts";
import { typesHolding } from "../documents.ts";
import { roleExample } from "../example.ts";
import { cis } from "../framework.ts";
import type { Rule } from "../rule.ts";
import { placeOf } from "../statement-place.ts";

const github = "token.actions.githubusercontent.com";
const release = (subject: string) =>
  roleExample("release", {
    Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${github}` },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: {
      StringEquals: { [`${github}:aud`]: "sts.amazonaws.com" },
      StringLike: { [`${github}:sub`]: subject },
    },
  });

/** No role trusts an OpenID Connect provider without pinning the audience and the subject of its tokens. */
export const trustOidc: Rule = {
  name: "trust-oidc",
  description: "No role trusts an OpenID Connect provider without an audience and a subject that says who it is.",
  level: "mandatory",
  severity: "critical",
  requirements: [cis("1.16")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html",
  remediation: "Pin the audience, and the subject at least to an organization or project that is spelt to its end.",
  why:
    "The provider serves others as well: anybody can have a project there. A subject is pinned by its text before the first " +
    "wildcard: `repo:acme/*` names an organization, `repo:acme*` also those whose name begins so. All issuers are judged alike.",
  bad: release("repo:acme*"),
  good: release("repo:acme/shop:*"),
  parameters: [],
  types: typesHolding("trust"),
  *check(resource, context) {
    yield* checkDocuments("trust-oidc", "trust", [resource, context], function* (statements, property) {
      for (const { statement, issuer, missing } of looseSubjects(statements))
        yield {
          who: `Whoever gets a token of ${issuer} for any ${missing} may take on this role.`,
          where: placeOf(property, statement, "Condition"),
          why:
            missing === "audience"
              ? "a token that was made out for somebody else's service is taken too."
              : "the provider serves others as well: anybody can have a project there whose tokens match.",
          instead: `"Condition": {"StringEquals": {"${issuer}:aud": "sts.amazonaws.com", "${issuer}:sub": "${subjectOf(issuer)}"}}.`,
        };
    });
  },
};

function subjectOf(issuer: string): string {
  if (issuer === github) return "repo:ORGANIZATION/REPOSITORY:ref:refs/heads/main";
  return issuer.startsWith("oidc.eks.") ? "system:serviceaccount:NAMESPACE:NAME" : "SUBJECT";
}

import { cis, fsbp } from "../framework.ts";
import { covers } from "../../iam/match.ts";
import { checkDocuments } from "../document-check.ts";
import { typesHolding } from "../documents.ts";
import { identityRule } from "../identity-rule.ts";
import type { Rule } from "../rule.ts";
import { placeOf } from "../statement-place.ts";

/** Any action of any service. */
const everything = "\u0003*:\u0003*";

const ofIdentities = identityRule({
  danger: "admin",
  description: "No policy allows every action on every resource.",
  severity: "critical",
  requirements: [cis("1.16"), fsbp("IAM.1")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
  remediation: "Name the actions and the resources that are needed.",
  why: "One stolen session, or one mistake, is enough to lose the account. Everything is everything in any spelling: `*:*`, `?*`, `arn:*`. In a policy of a resource, but a key's, every action is enough, whomever it is given.",
  bad: { Action: "*", Resource: "*" },
  good: { Action: "s3:GetObject", Resource: "arn:aws:s3:::images/*" },
  says: () => ({
    who: "Whoever holds this policy may do everything with everything: it is an administrator.",
    why: "one stolen session, or one mistake, is enough to lose the whole account.",
    instead:
      '{"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "arn:aws:s3:::BUCKET/*"}; people who look get the AWS managed policy ViewOnlyAccess.',
  }),
});

/** Of a key, `*` is what AWS's own default policy says: everything that there is to do with it. */
const ofResources = typesHolding("resource").filter((type) => !type.startsWith("aws:kms/"));

/** No policy allows every action on every resource; no policy of a resource allows every action. */
export const admin: Rule = {
  ...ofIdentities,
  types: [...ofIdentities.types, ...ofResources],
  *check(resource, context) {
    yield* ofIdentities.check?.(resource, context) ?? [];
    if (!ofResources.includes(resource.type)) return;
    yield* checkDocuments("admin", "resource", [resource, context], function* (statements, property) {
      for (const statement of statements) {
        const { effect, action } = statement;
        if (effect !== "Allow" || action.not || !action.items.some((item) => covers(item, everything))) continue;
        yield {
          who: "Whoever this policy names may do everything here.",
          where: placeOf(property, statement, "Action"),
          why: "deleting it, and giving it to others, is among it.",
          instead: 'name what is needed, such as "Action": ["s3:GetObject"].',
        };
      }
    });
  },
};

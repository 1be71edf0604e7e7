import { rewritesOf } from "../../iam/danger/together.ts";
import { cis } from "../framework.ts";
import { identitiesOf, undecided } from "../identities.ts";
import type { Rule } from "../rule.ts";
import { sumsOf } from "../sums.ts";

const trusts = "arn:aws:iam::111122223333:role/releases";

const shop = (assumed: string) => ({
  shop: {
    type: "aws:iam:RolePolicy",
    properties: {
      role: "shop",
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Action: "iam:UpdateAssumeRolePolicy", Resource: trusts },
          { Effect: "Allow", Action: "sts:AssumeRole", Resource: assumed },
        ],
      }),
    },
  },
});

/** Nobody holds two actions that together make stronger. */
export const escalatePair: Rule = {
  name: "escalate-pair",
  description: "Nobody's policies hold two actions on the same target that together make their holder stronger.",
  level: "mandatory",
  severity: "critical",
  requirements: [cis("1.16")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate",
  remediation: "Take one of the two actions away, or give them different targets.",
  why:
    "Changing whom a role trusts, and taking it on; giving a group permissions, and joining it; changing a permission set, and " +
    "assigning it; changing a policy that one has. Each is let through on a target that is named. All policies of a role, group, user or permission set in the same " +
    "program count together, less their Denies, and AWS's own as well; at the end, since only then all are there: in an update without " +
    "preview they exist by then. Passing a role to a service is judged by passrole-star.",
  bad: shop(trusts),
  good: shop("arn:aws:iam::111122223333:role/orders"),
  parameters: [],
  types: [],
  *checkStack(stack, context) {
    yield* undecided("escalate-pair", stack, context);
    for (const { name, pieces, attached } of identitiesOf(stack)) {
      const [rewrite] = rewritesOf(
        pieces.flatMap(({ statements }) => statements),
        attached,
      );
      const piece = pieces.find(({ statements }) => rewrite !== undefined && statements.includes(rewrite.statement));
      if (rewrite !== undefined && piece !== undefined)
        yield {
          who: `Whoever is "${name}" may make itself stronger by ${rewrite.action} on a policy that it has.`,
          where: piece.name,
          why: `another version of ${rewrite.resources.slice(0, 3).join(", ")} may say anything, and holds at once.`,
          instead: `leave ${rewrite.action} out, or name in Resource only policies that "${name}" does not have.`,
          resource: piece.by,
        };
      for (const { first, second, pieces: from } of sumsOf([pieces], "pair")) {
        const names = [...new Set(from.map((piece) => piece.name))].join(" and ");
        yield {
          who: `Whoever is "${name}" may make itself stronger by ${first.action} and ${second.action} on the same target.`,
          where: names,
          why: `first ${first.action} on ${first.resources.slice(0, 3).join(", ")}, then ${second.action}: both stand in ${names}.`,
          instead: `leave ${first.action} or ${second.action} out, or name different targets in their Resource.`,
          resource: from[0].by,
        };
      }
    }
  },
};

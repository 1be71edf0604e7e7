import { cis, fsbp } from "../framework.ts";
import { identitiesOf, undecided } from "../identities.ts";
import type { Example, Rule } from "../rule.ts";
import { sumsOf } from "../sums.ts";

const managed = (...names: string[]): Example => ({
  engineers: {
    type: "aws:ssoadmin:ManagedPolicyAttachmentsExclusive",
    properties: {
      instanceArn: "arn:aws:sso:::instance/ssoins-1234567890abcdef",
      permissionSetArn: "arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef",
      managedPolicyArns: names.map((name) => `arn:aws:iam::aws:policy/${name}`),
    },
  },
});

/** Nobody's policies add up to an administrator. */
export const adminBySum: Rule = {
  name: "admin-by-sum",
  description: "Nobody's policies, each of which is let through, add up to an administrator.",
  level: "mandatory",
  severity: "critical",
  requirements: [cis("1.16"), fsbp("IAM.1")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html",
  remediation: "Take one of the two policies away, or name the roles that may be passed or changed.",
  why:
    "Everything but IAM, as PowerUserAccess gives it, and in another policy a way to pass any role or to give permissions: together " +
    "everything. Judged are roles, groups, users and permission sets with all inline and customer managed policies of the same " +
    "program and AWS's own, less their Denies; at the end, since only then all are there: in an update without preview they exist by then.",
  bad: managed("PowerUserAccess", "AWSLambda_FullAccess"),
  good: managed("PowerUserAccess", "job-function/ViewOnlyAccess"),
  parameters: [],
  types: [],
  *checkStack(stack, context) {
    yield* undecided("admin-by-sum", stack, context);
    for (const { name, pieces } of identitiesOf(stack)) {
      if (pieces.length < 2) continue;
      const [sum] = sumsOf([pieces], "sum").filter(({ pieces: [first, second] }) => first !== second);
      if (sum === undefined) continue;
      const [all, lever] = sum.pieces;
      yield {
        who: `Whoever is "${name}" is an administrator by the sum of its policies: ${all.name} and ${lever.name}.`,
        why: `${all.name} gives everything but IAM, and ${lever.name} ${sum.second.action} on ${sum.second.resources.slice(0, 3).join(", ")}, by which the rest is gained.`,
        instead: `take ${lever.name} away, and write a policy that names what ${sum.second.action} is needed on.`,
        resource: lever.by,
      };
    }
  },
};

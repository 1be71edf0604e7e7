import { grantedActions } from "../../iam/danger/granted-action.ts";
import { isAbout } from "../../iam/danger/left.ts";
import { guarantees } from "../../iam/guarantee.ts";
import { checkDocuments } from "../document-check.ts";
import { typesHolding } from "../documents.ts";
import { cis } from "../framework.ts";
import type { Rule } from "../rule.ts";
import { placeOf } from "../statement-place.ts";

const passing = (more: object) => ({
  deploy: {
    type: "aws:iam:RolePolicy",
    properties: {
      role: "deploy",
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Action: "iam:PassRole", Resource: "arn:aws:iam::111122223333:role/shop-task", ...more },
        ],
      }),
    },
  },
});

/** A role is passed to the services that are named. */
export const passroleService: Rule = {
  name: "passrole-service",
  description: "Roles are passed to the services that are named, under iam:PassedToService.",
  level: "advisory",
  severity: "low",
  requirements: [cis("1.16")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#ck_PassedToService",
  remediation: "Demand iam:PassedToService.",
  why: "A role that is meant for a task runs whatever its holder likes once another service trusted by it is given it. Passing every role is passrole-star's matter.",
  bad: passing({}),
  good: passing({ Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } } }),
  parameters: [],
  types: typesHolding("identity"),
  *check(resource, context) {
    yield* checkDocuments("passrole-service", "identity", [resource, context], function* (statements, property) {
      for (const allow of statements) {
        if (allow.effect !== "Allow" || allow.action.not || allow.resource?.not === true) continue;
        if (!isAbout(allow, "iam:passrole") || namesService(allow.condition)) continue;
        const only = { ...allow, action: { not: false, items: ["iam:passrole"] } };
        const named = grantedActions(only, statements).filter(({ open }) => open.length === 0);
        if (named.length === 0) continue;
        yield {
          who: "Whoever holds this policy may hand these roles to any service that they trust.",
          where: placeOf(property, allow, "Condition"),
          why: "a role that several services may take on is passed to the one that runs whatever its caller likes.",
          instead: '"Condition": {"StringEquals": {"iam:PassedToService": "SERVICE.amazonaws.com"}}.',
        };
      }
    });
  },
};

const namesService = (condition: Parameters<typeof guarantees>[0]): boolean =>
  guarantees(condition).some(({ key }) => key === "iam:passedtoservice");

import { deputies } from "../../iam/danger/deputies.ts";
import { checkDocuments } from "../document-check.ts";
import { typesHolding } from "../documents.ts";
import { queueExample } from "../example.ts";
import { fsbp } from "../framework.ts";
import type { Rule } from "../rule.ts";
import { placeOf } from "../statement-place.ts";

const orders = (condition: object) => queueExample({ Service: "sns.amazonaws.com" }, condition);

/** No resource lets a service act on whoever's behalf. */
export const trustDeputy: Rule = {
  name: "trust-deputy",
  description: "No resource lets a service act on it on anybody's behalf.",
  level: "mandatory",
  severity: "high",
  requirements: [fsbp("SQS.3"), fsbp("SNS.4")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
  remediation: "Demand the source's ARN, account or organization.",
  why:
    "A service acts for every account that asks it to: somebody else's topic or bucket writes here too. Not asked are services " +
    "that do not say for whom they act, as far as AWS's own instructions have it (log delivery of load balancers, EventBridge, AWS Backup and " +
    "CodeStar notifications to topics, Lambda at ECR, query and slow logs, EC2 and what runs on it), nor policies of keys.",
  bad: orders({}),
  good: orders({ Condition: { ArnEquals: { "aws:SourceArn": "arn:aws:sns:eu-central-1:111122223333:orders" } } }),
  parameters: [],
  types: typesHolding("resource").filter((type) => !type.startsWith("aws:kms/")),
  *check(resource, context) {
    yield* checkDocuments("trust-deputy", "resource", [resource, context], function* (statements, property) {
      for (const { statement, service } of deputies(statements))
        yield {
          who: `Anybody may act here through ${service}, which acts for every account that asks it to.`,
          where: placeOf(property, statement, "Condition"),
          why: "somebody else's topic, bucket or trail is the source as well as one's own.",
          instead:
            '"Condition": {"StringEquals": {"aws:SourceAccount": "ACCOUNT"}}, or aws:SourceArn with the ARN of the source.',
        };
    });
  },
};

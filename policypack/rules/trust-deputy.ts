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
    "A service acts for every account that asks it to: somebody else's topic or bucket writes here too. Judged are the services " +
    "that send aws:SourceArn or aws:SourceAccount (S3 and its logging, SNS, CloudFront, CloudTrail, CloudWatch alarms, Config, SES, log delivery, Budgets, the application repository; EventBridge to " +
    "queues), in policies of resources but keys, where AWS's own instructions ask for no condition.",
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

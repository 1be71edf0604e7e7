import { guarantees } from "../guarantee.ts";
import { identification } from "../identification.ts";
import type { NormalStatement } from "../normalize.ts";
import { demandedByDenies } from "./outsiders.ts";

/** A statement of a resource's policy that lets a service act on whoever's behalf. */
export interface Deputy {
  statement: NormalStatement;
  /** Such as `sns.amazonaws.com`. */
  service: string;
}

/**
 * The Allows for a service that say nothing of the account, the resource or the organization it acts for, of services
 * that send that. Others, and EventBridge to anything but queues, are not asked for what they do not send.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html and the pages that it names; of topics,
 * https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html
 */
export function deputies(statements: readonly NormalStatement[]): Deputy[] {
  return statements.flatMap((statement) => {
    const { effect, principal, condition, action } = statement;
    if (effect !== "Allow" || principal === undefined || principal.not) return [];
    const toQueue = !action.not && action.items.every((name) => name.startsWith("sqs:"));
    const service = principal.items.find(
      ({ type, value }) => type === "Service" && (sends.test(value) || (toQueue && /^events\./.test(value))),
    );
    if (service === undefined) return [];
    const tests = [...condition, ...demandedByDenies(statement, statements)];
    const named =
      identification(tests).by !== "nobody" ||
      guarantees(tests).some(({ key }) => key.startsWith("kms:encryptioncontext:"));
    return named ? [] : [{ statement, service: service.value }];
  });
}

/** Services that send aws:SourceArn or aws:SourceAccount with all that they do to resources of others. */
const sends =
  /^(s3|logging\.s3|sns|cloudfront|cloudtrail|cloudwatch|config|ses|delivery\.logs|budgets|serverlessrepo)\.amazonaws\.com(\.cn)?$/;

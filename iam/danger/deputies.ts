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
 * The Allows for a service that say nothing of the account, the resource or the organization it acts for. A service is
 * not asked for what it does not send.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html and the pages that it names.
 */
export function deputies(statements: readonly NormalStatement[]): Deputy[] {
  return statements.flatMap((statement) => {
    const { effect, principal, condition } = statement;
    if (effect !== "Allow" || principal === undefined || principal.not) return [];
    const service = principal.items.find(({ type, value }) => type === "Service" && sends(value, statement));
    if (service === undefined) return [];
    const tests = [...condition, ...demandedByDenies(statement, statements)];
    const named =
      identification(tests).by !== "nobody" ||
      guarantees(tests).some(({ key }) => key.startsWith("kms:encryptioncontext:"));
    return named ? [] : [{ statement, service: service.value }];
  });
}

/** Whether a service says for whom it acts, as far as AWS's own instructions ask for it. */
function sends(principal: string, { action }: NormalStatement): boolean {
  const name = /^(.+?)(?:\.[a-z]{2}(?:-[a-z]+)+-\d)?\.amazonaws\.com(?:\.cn)?$/.exec(principal)?.[1];
  const to = silent[name ?? principal];
  return name !== undefined && (to === undefined || action.not || !action.items.every((item) => to.test(item)));
}

const anything = /./;

/**
 * Services for which AWS's instructions have no condition, by what they do: they act for nobody else, such as the log
 * delivery of load balancers and what runs in the own account, or do not say for whom.
 * Sources, one a line: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html,
 * https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html,
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html,
 * https://docs.aws.amazon.com/dtconsole/latest/userguide/set-up-sns.html,
 * https://docs.aws.amazon.com/lambda/latest/dg/images-create.html,
 * https://docs.aws.amazon.com/firehose/latest/dev/writing-with-msk.html,
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/configure-client-msk.html,
 * https://docs.aws.amazon.com/glue/latest/dg/cross-account-access.html,
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html and
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/query-logs.html
 */
const silent: Readonly<Record<string, RegExp>> = {
  "logdelivery.elasticloadbalancing": anything,
  "logdelivery.elb": anything,
  events: /^sns:/,
  backup: /^sns:/,
  "codestar-notifications": /^sns:/,
  lambda: /^ecr:/,
  firehose: /^kafka:/,
  osis: /^kafka:/,
  "osis-pipelines": /^kafka:/,
  ram: anything,
  es: /^logs:/,
  route53: /^logs:/,
  ec2: anything,
  "ecs-tasks": anything,
  ecs: anything,
  autoscaling: anything,
};

import type { Example } from "./rule.ts";

const documentOf = (statement: object): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }] });

/** A role with one statement in its trust policy. */
export function roleExample(name: string, statement: object): Example {
  return { [name]: { type: "aws:iam:Role", properties: { name, assumeRolePolicy: documentOf(statement) } } };
}

/** The policy of a queue to which somebody may send. */
export function queueExample(principal: object, condition: object = {}): Example {
  return {
    orders: {
      type: "aws:sqs:QueuePolicy",
      properties: {
        queueUrl: "https://sqs.eu-central-1.amazonaws.com/111122223333/orders",
        policy: documentOf({
          Principal: principal,
          Action: "sqs:SendMessage",
          Resource: "arn:aws:sqs:eu-central-1:111122223333:orders",
          ...condition,
        }),
      },
    },
  };
}

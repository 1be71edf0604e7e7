import { isNarrowArn } from "../../iam/identification.ts";
import { fsbp } from "../framework.ts";
import { unknown } from "../known.ts";
import type { Finding, Rule } from "../rule.ts";

const layer = "aws:lambda/layerVersionPermission:LayerVersionPermission";
const functionUrl = "aws:lambda/functionUrl:FunctionUrl";

/** No function that anybody may invoke. */
export const lambdaPublic: Rule = {
  name: "lambda-public",
  description: "No Lambda function may be invoked by anybody, or by a service on anybody's behalf.",
  level: "mandatory",
  severity: "critical",
  requirements: [fsbp("Lambda.1")],
  url: "https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html",
  remediation: "Name the account, or what invokes the function through the service; demand IAM of its URL.",
  why:
    "A service acts for every account that asks it to: without the source's ARN or account, anybody's rule or topic invokes the " +
    "function. A source that is not known yet is there all the same.",
  bad: {
    nightly: {
      type: "aws:lambda:Permission",
      properties: { action: "lambda:InvokeFunction", function: "pay", principal: "events.amazonaws.com" },
    },
  },
  good: {
    nightly: {
      type: "aws:lambda:Permission",
      properties: {
        action: "lambda:InvokeFunction",
        function: "pay",
        principal: "events.amazonaws.com",
        sourceArn: "arn:aws:events:eu-central-1:111122223333:rule/nightly",
      },
    },
  },
  parameters: [],
  types: ["aws:lambda/permission:Permission", functionUrl, layer],
  *check({ type, props }) {
    if (type === functionUrl) yield* judgeUrl(props);
    else if (type === layer) yield* judgeLayer(props);
    else yield* judgePermission(props);
  },
};

type Properties = Readonly<Record<string, unknown>>;

function* judgeUrl({ authorizationType }: Properties): Iterable<Finding> {
  if (authorizationType === unknown) yield { unknown: "authorizationType" };
  if (authorizationType !== "NONE") return;
  yield {
    who: "Anybody on the internet may invoke this function by its URL.",
    where: "authorizationType",
    why: "NONE asks nobody who they are.",
    instead: 'authorizationType: "AWS_IAM", or an API Gateway or CloudFront with an authorizer in front.',
  };
}

function* judgeLayer({ principal, organizationId }: Properties): Iterable<Finding> {
  if (principal === unknown) yield { unknown: "principal" };
  if (principal !== "*" || organizationId === unknown || isOrganization(organizationId)) return;
  yield {
    who: "Anybody with any AWS account may read the code of this layer.",
    where: "principal",
    why: "nothing says who reads it.",
    instead: 'organizationId: "o-ORGANIZATION", or an account as principal.',
  };
}

function* judgePermission(props: Properties): Iterable<Finding> {
  const { principal } = props;
  if (principal === unknown) yield { unknown: "principal" };
  if (typeof principal !== "string" || !isForMany(principal) || isFromKnown(props)) return;
  const everybody = principal === "*";
  yield {
    who: everybody
      ? "Anybody with any AWS account may invoke this function."
      : `Anybody may invoke this function through ${principal}.`,
    where: "principal",
    why: everybody ? "nothing says who calls." : "the service acts for every account that asks it to.",
    instead: everybody
      ? 'principalOrgId: "o-ORGANIZATION", or an account as principal.'
      : "sourceArn: the ARN of what invokes it, with its account; for buckets sourceAccount as well.",
  };
}

function isForMany(principal: string): boolean {
  return principal === "*" || /\.amazon(aws)?\.com(\.cn)?$/.test(principal);
}

function isFromKnown(props: Properties): boolean {
  const { sourceArn, sourceAccount, principalOrgId, eventSourceToken } = props;
  if ([sourceArn, sourceAccount, principalOrgId, eventSourceToken].includes(unknown)) return true;
  return (
    (typeof sourceAccount === "string" && /^\d{12}$/.test(sourceAccount)) ||
    isOrganization(principalOrgId) ||
    (typeof eventSourceToken === "string" && eventSourceToken !== "") ||
    (typeof sourceArn === "string" && isNarrowArn(sourceArn))
  );
}

function isOrganization(id: unknown): boolean {
  return typeof id === "string" && id.startsWith("o-");
}

import { accessDenied, actionOf } from "../../aws/action.ts";
import { AwsError, type Aws, type Call } from "../../aws/call.ts";

export type Refusal = keyof typeof refusals;

/**
 * The codes by which services say that too many calls come; `ThrottlingException` unless said otherwise, after the
 * exceptions of their models in botocore 1.43.11. IAM's and STS's is none of the model but a common error:
 * https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html. SNS's model has another, but it answers so too:
 * https://github.com/amzn/smoke-aws/pull/149
 */
const throttling: Record<string, [code: string, status: number] | undefined> = {
  iam: ["Throttling", 400],
  sts: ["Throttling", 400],
  cloudwatch: ["Throttling", 400],
  organizations: ["TooManyRequestsException", 400],
  accessanalyzer: ["ThrottlingException", 429],
  s3: ["SlowDown", 503],
  s3control: ["TooManyRequestsException", 400],
  sns: ["Throttling", 400],
};

/** The codes by which services say that they are out of order, after their models; a common error otherwise. */
const failure: Record<string, string | undefined> = {
  iam: "ServiceFailure",
  "sso-admin": "InternalServerException",
  identitystore: "InternalServerException",
  organizations: "ServiceException",
  accessanalyzer: "InternalServerException",
  s3: "InternalError",
};

const refusals = {
  throttled: ({ service }: Call) => {
    const [code, status] = throttling[service] ?? ["ThrottlingException", 400];
    return new AwsError(code, "Rate exceeded", status);
  },

  broken: ({ service }: Call) => {
    const message = "The request processing has failed because of an unknown error, exception or failure.";
    return new AwsError(failure[service] ?? "InternalFailure", message, 500);
  },

  denied: (call: Call, caller: string) => {
    const action = actionOf(call);
    const message =
      `User: ${caller} is not authorized to perform: ${action} on resource: * ` +
      `because no identity-based policy allows the ${action} action`;
    return accessDenied(call.service, message);
  },

  /** https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency */
  unseen: ({ service, operation, input }: Call, caller: string) => {
    const document = input["AssumeRolePolicyDocument"] ?? (service === "iam" ? input["PolicyDocument"] : undefined);
    if (/^(CreateRole|UpdateAssumeRolePolicy)$/.test(operation)) {
      const [principal] = /arn:[^:"]+:iam::\d{12}:(role|user)\/[^"]+/.exec(String(document)) ?? [];
      const message = `Invalid principal in policy: "AWS":"${principal ?? ""}"`;
      return principal === undefined ? undefined : new AwsError("MalformedPolicyDocument", message);
    }
    if (operation === "AssumeRole") {
      const message = `User: ${caller} is not authorized to perform: sts:AssumeRole on resource: ${String(input["RoleArn"])}`;
      return new AwsError("AccessDenied", message, 403);
    }
    const role = input["RoleName"];
    if (typeof role !== "string") return undefined;
    return new AwsError("NoSuchEntity", `The role with name ${role} cannot be found.`, 404);
  },
};

/** What the service answers in place of doing what the call asks for; nothing where it has no such answer to it. */
export async function refusal(kind: Refusal, call: Call, aws: Aws): Promise<AwsError | undefined> {
  const { Arn } = await aws({ ...call, service: "sts", operation: "GetCallerIdentity", input: {} });
  return refusals[kind](call, String(Arn));
}

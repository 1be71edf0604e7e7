import type { Condition, Statement } from "../../iam/document.ts";
import type { Guardrail } from "../sections/guardrails.ts";
import * as z from "zod";
import { oneOf } from "../values/offer.ts";
import { denyVerbs } from "./deny.ts";
import { globalServices } from "./global-services.ts";
import type { GrantPlace } from "./verb.ts";

/** What one word of a guardrail's `deny` means. */
export interface GuardrailWord {
  /** As the YAML writes it, such as `use root`. */
  verb: string;
  /** One sentence for the reference. */
  means: string;
  type: Guardrail["type"];
  /** Absent where the word stands alone. */
  values?: {
    expects: string;
    example: readonly string[];
    /** What an editor knows of one of them. */
    schema: z.ZodType;
    isRight: (value: string, organization: GuardedOrganization) => boolean;
  };
  statements: (values: readonly string[], organization: GuardedOrganization) => GuardrailStatement[];
}

/** A statement without Sid, Effect and Principal, which all of a guardrail's have alike. */
export type GuardrailStatement = Pick<Statement, "Action" | "NotAction" | "Resource" | "Condition">;

/** What a guardrail has to know of the organization. */
export interface GuardedOrganization {
  id: string;
  partition: string;
  /** Regions of the partition. */
  regions: readonly string[];
  /** Issuers of the tokens by which software comes in from outside, as IAM names them. */
  issuers: readonly string[];
  /** As grants know it: any account. */
  anywhere: GrantPlace;
}

/** What an IAM user needs to register a second factor, and to sign in with it. */
const mfaSetUp = [
  "iam:ChangePassword",
  "iam:CreateVirtualMFADevice",
  "iam:EnableMFADevice",
  "iam:GetAccountPasswordPolicy",
  "iam:GetMFADevice",
  "iam:GetUser",
  "iam:ListMFADevices",
  "iam:ListVirtualMFADevices",
  "iam:ResyncMFADevice",
  "sts:GetSessionToken",
];

/** Of STS, the calls that say who calls: those of identity providers come from nobody's organization. */
const stsActions = [
  "sts:AssumeRole",
  "sts:DecodeAuthorizationMessage",
  "sts:GetAccessKeyInfo",
  "sts:GetFederationToken",
  "sts:GetServiceBearerToken",
  "sts:GetSessionToken",
  "sts:SetContext",
];

const perimeterServices = ["kms", "s3", "secretsmanager", "sqs", "sts"];

/** The closed list of a guardrail's words: those of `deny` everywhere, and those that only a guardrail has. */
export const guardrailWords: readonly GuardrailWord[] = [
  ...denyVerbs.map(({ verb, means, statements }): GuardrailWord => ({
    verb,
    means,
    type: "service-control-policy",
    statements: (_, { anywhere }) =>
      statements({ target: "" }, anywhere).map(({ actions, resources, condition }) => ({
        Action: [...actions],
        Resource: [...resources],
        ...(condition && { Condition: condition }),
      })),
  })),
  {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-enable-root-access.html: only a session of AssumeRoot,
    // by which the management account does a root user's few tasks, has the key.
    verb: "use root",
    means: "Do anything as an account's root user, but for sessions of sts:AssumeRoot, which carry aws:AssumedRoot.",
    type: "service-control-policy",
    statements: (_, { partition }) => [
      {
        Action: "*",
        Resource: "*",
        Condition: {
          ArnLike: { "aws:PrincipalArn": `arn:${partition}:iam::*:root` },
          Null: { "aws:AssumedRoot": "true" },
        },
      },
    ],
  },
  {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html;
    // about users alone: sessions of roles never carry the key, whoever is behind them.
    verb: "act without mfa",
    means: "Do anything as an IAM user without a second factor, but for registering one. Says nothing of roles.",
    type: "service-control-policy",
    statements: (_, { partition }) => [
      {
        NotAction: mfaSetUp,
        Resource: "*",
        Condition: {
          ArnLike: { "aws:PrincipalArn": `arn:${partition}:iam::*:user/*` },
          BoolIfExists: { "aws:MultiFactorAuthPresent": "false" },
        },
      },
    ],
  },
  {
    verb: "act outside regions",
    means: "Do anything in another region than these; services that lie in no region are spared.",
    type: "service-control-policy",
    values: {
      expects: "regions of the organization's partition, such as [eu-central-1, eu-west-1]",
      example: ["eu-central-1", "eu-west-1"],
      schema: oneOf("regions"),
      isRight: (region, { regions }) => regions.includes(region),
    },
    statements: (regions) => [
      {
        NotAction: [...globalServices],
        Resource: "*",
        Condition: { StringNotEquals: { "aws:RequestedRegion": [...regions] } },
      },
    ],
  },
  {
    verb: "access from outside organization",
    means:
      "Reach these services' resources as somebody outside the organization, as an AWS service on behalf of one, or with a token of an identity provider that this configuration does not have.",
    type: "resource-control-policy",
    values: {
      expects: `services with resource policies: ${perimeterServices.join(", ")}`,
      example: perimeterServices,
      schema: z.enum(perimeterServices),
      isRight: (service) => perimeterServices.includes(service),
    },
    statements: perimeter,
  },
];

/**
 * AWS's data perimeter: https://docs.aws.amazon.com/prescriptive-guidance/latest/strategy-data-perimeters/ and
 * https://github.com/aws-samples/data-perimeter-policy-examples/blob/main/resource_control_policies. A key that is
 * absent counts as foreign, but for calls of AWS's services, which belong to whoever they are made for.
 */
function perimeter(services: readonly string[], { id, issuers }: GuardedOrganization): GuardrailStatement[] {
  const actions = services.flatMap((service) => (service === "sts" ? stsActions : [`${service}:*`]));
  const foreign: Condition = {
    StringNotEqualsIfExists: { "aws:PrincipalOrgID": id },
    BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
  };
  const onBehalfOfOthers: Condition = {
    StringNotEqualsIfExists: { "aws:SourceOrgID": id },
    Null: { "aws:SourceAccount": "false" },
    Bool: { "aws:PrincipalIsAWSService": "true" },
  };
  // Of a token the request has the issuer's own keys: without any of these it is of another issuer.
  const ofAnotherIssuer: Condition = {
    Null: Object.fromEntries(issuers.map((issuer) => [`${issuer}:sub`, "true"])),
  };
  return [
    { Action: actions, Resource: "*", Condition: foreign },
    { Action: services.map((service) => `${service}:*`), Resource: "*", Condition: onBehalfOfOthers },
    ...(services.includes("sts")
      ? [
          {
            Action: "sts:AssumeRoleWithWebIdentity",
            Resource: "*",
            ...(issuers.length > 0 && { Condition: ofAnotherIssuer }),
          },
        ]
      : []),
  ];
}

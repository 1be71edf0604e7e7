import { z } from "zod";
import { formerly } from "../values/formerly.ts";
import { owner } from "../values/owner.ts";
import { awsText, nameCharacters, printable, text } from "../values/text.ts";
import { permissionsKeys, statement } from "./permissions.ts";

/** What a workload's role name has to be. */
export const roleName = { service: "iam", shape: "roleNameType", what: "a role name", characters: nameCharacters };

export const roleDescription = awsText(
  { service: "iam", shape: "roleDescriptionType", what: "a role's description", characters: printable },
  "What it is and what it needs its rights for.",
  "Takes payments; reads the payment provider's secrets",
);

export const workload = z
  .strictObject({
    description: roleDescription,
    owner,
    account: text(
      "The account in which it runs; a key of `accounts`. Not together with `accounts`.",
      "Production",
    ).exactOptional(),
    accounts: z
      .array(z.string())
      .meta({
        description: "The accounts in which it runs: it gets a role in each.",
        examples: [["Development", "Production"]],
      })
      .exactOptional(),
    "runs-on": text(
      "What runs it: `ec2`, `lambda`, `ecs`, `eks`, `codebuild`, or a service principal such as `glue.amazonaws.com`. Not together with `trust`.",
      "lambda",
    ).exactOptional(),
    trust: z
      .array(statement)
      .meta({
        description: "Who may assume the role, as full IAM statements, where `runs-on` cannot say it.",
        examples: [[{ Effect: "Allow", Principal: { Service: "glue.amazonaws.com" }, Action: "sts:AssumeRole" }]],
      })
      .exactOptional(),
    "execution-role": z
      .strictObject(permissionsKeys)
      .meta({
        description:
          "ECS only: what ECS itself may do to start the task; the role is named like the workload, then `-execution`.",
        examples: [{ allow: [{ "pull images": "storefront" }] }],
      })
      .exactOptional(),
    "service-account": text(
      "EKS only: the Kubernetes service account, `NAMESPACE/NAME`.",
      "shop/storefront",
    ).exactOptional(),
    "role-name": awsText(
      roleName,
      "The role's name in AWS, where it differs from the key.",
      "legacy-images-role",
    ).exactOptional(),
    formerly: formerly.exactOptional(),
    ...permissionsKeys,
  })
  .meta({
    description: "An application and what it may do: a role that it uses with temporary credentials.",
    examples: [{ account: "Production", "runs-on": "lambda" }],
  });

export type Workload = z.infer<typeof workload>;

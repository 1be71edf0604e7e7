import { decide } from "../../iam/decide.ts";
import type { Decision } from "../../iam/decision.ts";
import type { ContextValues } from "../../iam/context.ts";
import { type DeployedRole, deployed } from "./deployed-template.ts";
import { accountIds, estate, files } from "./shipped.ts";

export const deployRole = "securecart-deploy";
export const previewRole = "securecart-deploy-preview";
export const founder =
  "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_AdministratorAccess_0123456789abcdef";

/** A role of the shipped templates in an account, by the account's name. */
export function roleIn(account: string, roleName: string, by?: string): DeployedRole {
  const id = accountIds.get(account)!;
  const name = id === estate.managementAccountId ? "management.yaml" : "members.yaml";
  const { text } = files.find((file) => file.name === name)!;
  const role = deployed(text, id, by === undefined ? {} : { Founder: by }).roles.get(roleName);
  if (role === undefined) throw new Error(`${name} makes no role ${roleName}`);
  return role;
}

/** What the role may do in its account, and the Sid of the statement that decides it. */
export function asked(
  account: string,
  { identity, boundary }: DeployedRole,
  roleName: string,
  request: { action: string; resource: string; context?: ContextValues },
): { decision: Decision["decision"]; sid: string | undefined } {
  const id = accountIds.get(account)!;
  const { decision, by } = decide({
    request: {
      principal: `arn:aws:sts::${id}:assumed-role/${roleName}/access-prod`,
      principalKind: "assumed-role",
      roleArn: `arn:aws:iam::${id}:role/${roleName}`,
      context: {},
      ...request,
    },
    policies: {
      identity,
      boundary,
      // A key's own policy leaves it to the account, as all of the program's do.
      ...(request.action.startsWith("kms:") && {
        resource: {
          Version: "2012-10-17",
          Statement: [
            { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${id}:root` }, Action: "kms:*", Resource: "*" },
          ],
        },
      }),
      ...(request.action === "sts:AssumeRole" && {
        trust: {
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Principal: { AWS: `arn:aws:iam::${id}:root` }, Action: "sts:AssumeRole" }],
        },
      }),
    },
    accounts: { principal: id, resource: id },
  });
  return { decision, sid: by?.sid };
}

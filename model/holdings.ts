import { managedPolicy } from "../iam/catalogue/managed-policies.ts";
import type { PolicyDocument } from "../iam/document.ts";
import type { Deployment, PermissionSet, Role } from "./deployment.ts";

/** All documents that decide what a bearer may do on its own side. */
export interface Holdings {
  /** Identity policies: AWS managed, customer managed, inline. */
  identity: PolicyDocument[];
  /** The permissions boundary; null where there is none. */
  boundary: PolicyDocument | null;
}

/** What a permission set holds in an account: its customer managed policies are the account's own of that name. */
export function permissionSetHoldings(
  set: PermissionSet,
  account: string,
  deployments: readonly Deployment[],
): Holdings {
  const customer = ({ name, path }: { name: string; path: string }) =>
    deployments
      .flatMap(({ policies }) => policies)
      .find((policy) => policy.account === account && policy.policyName === name && policy.path === path)?.document;
  const boundary = set.permissionsBoundary;
  return {
    identity: [
      ...set.awsManagedPolicyArns.flatMap((arn) => awsManagedDocument(arn) ?? []),
      ...set.customerManagedPolicies.flatMap((reference) => customer(reference) ?? []),
      ...(set.inlinePolicy === undefined ? [] : [set.inlinePolicy]),
    ],
    boundary:
      boundary === undefined
        ? null
        : bounded(
            "awsManagedPolicyArn" in boundary
              ? awsManagedDocument(boundary.awsManagedPolicyArn)
              : customer(boundary.customerManagedPolicy),
          ),
  };
}

/** What a role holds. */
export function roleHoldings(role: Role, deployments: readonly Deployment[]): Holdings {
  const byArn = (arn: string) =>
    awsManagedDocument(arn) ?? ceilingDocument(arn, deployments) ?? customerManagedDocument(arn, deployments);
  return {
    identity: [
      ...[...role.awsManagedPolicyArns, ...role.customerManagedPolicyArns].flatMap((arn) => byArn(arn) ?? []),
      ...(role.inlinePolicy === undefined ? [] : [role.inlinePolicy]),
    ],
    boundary: role.permissionsBoundaryArn === undefined ? null : bounded(byArn(role.permissionsBoundaryArn)),
  };
}

/** A boundary that cannot be read allows nothing: an answer must never be wrong in the permissive direction. */
function bounded(document: PolicyDocument | undefined): PolicyDocument {
  return document ?? { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "*", Resource: "*" }] };
}

function awsManagedDocument(arn: string): PolicyDocument | undefined {
  const match = /^arn:[^:]+:iam::aws:policy\/(.+)$/.exec(arn);
  return match?.[1] === undefined ? undefined : managedPolicy(match[1])?.document;
}

function ceilingDocument(arn: string, deployments: readonly Deployment[]): PolicyDocument | undefined {
  return deployments.flatMap(({ accounts }) => accounts).find(({ ceiling }) => ceiling.arn === arn)?.ceiling.document;
}

function customerManagedDocument(arn: string, deployments: readonly Deployment[]): PolicyDocument | undefined {
  for (const { policies, accounts } of deployments) {
    for (const { account, path, policyName, document } of policies) {
      const id = accounts.find(({ name }) => name === account)?.id;
      if (id !== undefined && arn.endsWith(`:iam::${id}:policy${path}${policyName}`)) return document;
    }
  }
  return undefined;
}

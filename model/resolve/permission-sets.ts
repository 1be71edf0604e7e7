import type { AccountAssignments, PermissionSet } from "../deployment.ts";
import { documentOf, writtenStatements } from "../grants/statements.ts";
import type { PermissionSet as Written } from "../sections/permission-sets.ts";
import { durationInSeconds, isoDuration } from "../values/duration.ts";
import { bearerIn } from "./bearer.ts";
import { managedPolicyArn, policyReference } from "./policy-arn.ts";
import { type Scope, awsName, inOrder, isOwn } from "./scope.ts";

/** The permission sets that this stack's file defines. Short grants mean the accounts in which the set lands. */
export function resolvePermissionSets(scope: Scope, access: readonly AccountAssignments[]): PermissionSet[] {
  return inOrder(scope.configuration["permission-sets"]).map(([key, set]) => {
    const cells = access.flatMap((line) => line.cells).filter(({ permissionSet }) => permissionSet === key);
    const accounts = [...new Set(cells.map(({ account }) => account))].sort();
    const path = ["permission-sets", key];
    const written = writtenStatements(set.statements, "identity", [...path, "statements"], scope, scope.findings);
    const granted = documentOf(set, written, path, bearerIn(scope, accounts), scope.findings);
    const inline = granted.document;
    const boundary = boundaryOf(scope, set);
    return {
      name: key,
      formerly: set.formerly ?? [],
      configPath: `permission-sets.${key}`,
      administeredFrom: set["administered-from"] ?? scope.identityCenterAccount,
      permissionSetName: awsName(key, set),
      description: set.description,
      sessionDuration: isoDuration(durationInSeconds(set["session-duration"] ?? "1 hour") ?? 3600),
      ...(set["relay-state"] !== undefined && { relayState: set["relay-state"] }),
      tags: { ...set.tags, owner: set.owner },
      awsManagedPolicyArns: (set["aws-managed-policies"] ?? [])
        .flatMap((name) => managedPolicyArn(scope, name) ?? [])
        .sort(),
      customerManagedPolicies: [...(set["customer-managed-policies"] ?? [])]
        .sort()
        .map((name) => policyReference(scope, name)),
      ...(inline !== undefined && inline.Statement.every(hasResource) && { inlinePolicy: inline }),
      shortGrants: granted.shortGrants,
      ...(boundary !== undefined && { permissionsBoundary: boundary }),
      needsPolicies: neededPolicies(scope, set, accounts),
    };
  });
}

/** Short grants of a set that lands nowhere have nothing to name. */
const hasResource = ({ Resource }: { Resource?: string | string[] }): boolean =>
  !Array.isArray(Resource) || Resource.length > 0;

function boundaryOf(scope: Scope, set: Written): PermissionSet["permissionsBoundary"] {
  const boundary = set["permissions-boundary"];
  const customer = boundary?.["customer-managed-policy"];
  if (customer !== undefined) return { customerManagedPolicy: policyReference(scope, customer) };
  const arn = boundary?.["aws-managed-policy"] && managedPolicyArn(scope, boundary["aws-managed-policy"]);
  return arn === undefined || arn === "" ? undefined : { awsManagedPolicyArn: arn };
}

function neededPolicies(scope: Scope, set: Written, accounts: readonly string[]): string[] {
  const boundary = set["permissions-boundary"]?.["customer-managed-policy"];
  const policies = [...(set["customer-managed-policies"] ?? []), ...(boundary === undefined ? [] : [boundary])];
  return [...new Set(policies)]
    .flatMap((policy) => accounts.filter((account) => isOwn(scope, account)).map((account) => `${policy}/${account}`))
    .sort();
}

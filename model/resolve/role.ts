import type { PolicyDocument, Statement } from "../../iam/document.ts";
import { beyondCeiling, ceilingArn, ceilingDocument } from "../ceiling.ts";
import type { Role } from "../deployment.ts";
import { pathText } from "../places.ts";
import type { Path } from "../path.ts";
import { documentOf, writtenStatements } from "../grants/statements.ts";
import type { Permissions } from "../sections/permissions.ts";
import { bearerIn } from "./bearer.ts";
import { managedPolicyArn, policyArn, policyCovers } from "./policy-arn.ts";
import { type Scope, accountId, deployRoleIn, deployRoles } from "./scope.ts";

/** What a role is, beside the permissions it is given. */
export interface RoleIdentity {
  name: string;
  formerly: string[];
  account: string;
  roleName: string;
  /** IAM path: begins and ends with a slash. */
  path: string;
  description: string;
  owner: string;
  trust: PolicyDocument;
  needsIdentityProvider?: string;
  /** Not even the account's ceiling holds it: the way in for the day on which nothing else works. */
  withoutCeiling?: true;
}

/** A role's session lasts an hour: whoever needs longer takes the role on again. */
const sessionSeconds = 3600;

/** The role with what `permissions`, which stand at `path` in the YAML, give it, and with `more` statements. */
export function resolveRole(
  scope: Scope,
  identity: RoleIdentity,
  permissions: Permissions,
  path: Path,
  more: Statement[] = [],
): Role {
  const { owner, withoutCeiling = false, ...role } = identity;
  const { account } = identity;
  const statements = [...path, "statements"];
  const written = writtenStatements(permissions.statements, "identity", statements, scope, scope.findings);
  const { document: inline, shortGrants } = documentOf(
    permissions,
    [...written, ...more],
    path,
    bearerIn(scope, [account]),
    scope.findings,
  );
  const boundary = permissions["permissions-boundary"];
  const customerBoundary = boundary?.["customer-managed-policy"];
  const boundaryArn =
    customerBoundary === undefined
      ? managedPolicyArn(scope, boundary?.["aws-managed-policy"] ?? "")
      : reachablePolicyArn(scope, customerBoundary, account);
  const ceiling = ceilingArn(scope.partition, accountId(scope, account), deployRoleIn(scope, account));
  const bounds = boundaryArn ?? (withoutCeiling ? undefined : ceiling);
  if (bounds === ceiling && inline !== undefined) checkCeiling(scope, inline, path);
  const customer = [...(permissions["customer-managed-policies"] ?? [])].sort();
  const customerArns = customer.flatMap((policy) => reachablePolicyArn(scope, policy, account) ?? []);
  return {
    ...role,
    configPath: pathText(path),
    arn: roleArn(scope, account, role.path, role.roleName),
    maxSessionDuration: sessionSeconds,
    ...(bounds !== undefined && { permissionsBoundaryArn: bounds }),
    ...(inline !== undefined && { inlinePolicy: inline }),
    shortGrants,
    awsManagedPolicyArns: (permissions["aws-managed-policies"] ?? [])
      .flatMap((policy) => managedPolicyArn(scope, policy) ?? [])
      .sort(),
    customerManagedPolicyArns: customerArns,
    needsPolicies: [...new Set([...customer, ...(customerBoundary === undefined ? [] : [customerBoundary])])]
      .map((policy) => `${policy}/${account}`)
      .sort(),
    tags: { owner },
  };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
export function roleArn(scope: Scope, account: string, path: string, roleName: string): string {
  return `arn:${scope.partition}:iam::${accountId(scope, account)}:role${path}${roleName}`;
}

/** Undefined where the policy is not made in the account, of which the checks of the section tell. */
function reachablePolicyArn(scope: Scope, policy: string, account: string): string | undefined {
  return policyCovers(scope, policy, account) ? policyArn(scope, policy, account) : undefined;
}

function checkCeiling(scope: Scope, inline: PolicyDocument, path: Path): void {
  const lost = beyondCeiling(inline, ceilingDocument(scope.partition, deployRoles(scope)));
  if (lost.length === 0) return;
  const [first = ""] = lost;
  scope.findings.add("beyond-ceiling", path, {
    message: `The ceiling of roles without a permissions boundary leaves nothing of ${first}${lost.length === 1 ? "" : `, and of ${lost.length - 1} more`}.`,
    fix: "Give it a `permissions-boundary` that allows what it needs, and have it made with the next bootstrap template.",
  });
}

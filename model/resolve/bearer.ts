import type { Bearer } from "../grants/bearer.ts";
import type { GrantPlace } from "../grants/verb.ts";
import type { Permissions, PermissionsBoundary } from "../sections/permissions.ts";
import { type Tree, isMap } from "../tree.ts";
import type { Path } from "../path.ts";
import { selectAccounts } from "../selector.ts";
import { managedPolicyArn, policyArn, policyCovers } from "./policy-arn.ts";
import { type Scope, accountId } from "./scope.ts";

/** The bearer of grants that acts in these accounts. */
export function bearerIn(scope: Scope, accounts: readonly string[]): Bearer {
  const { configuration, partition, homeRegion, findings } = scope;
  return {
    partition,
    homeRegion,
    accounts,
    accountsIn: (selector, path) => accountsOf(scope, selector, path),
    place: (account, region): GrantPlace => ({
      partition,
      accountId: accountId(scope, account),
      region,
      boundaryArns: boundaryPolicies(scope)
        .filter((policy) => policyCovers(scope, policy, account))
        .map((policy) => policyArn(scope, policy, account))
        .sort(),
    }),
    boundaryArn: (boundary, account, path) => {
      const written = isMap(boundary) ? boundary : {};
      const [kind, name] = Object.entries(written)[0] ?? [];
      if (kind === "aws-managed-policy" && typeof name === "string") return managedPolicyArn(scope, name);
      if (kind === "customer-managed-policy" && typeof name === "string") {
        if (policyCovers(scope, name, account)) return policyArn(scope, name, account);
        const known = configuration.policies[name] !== undefined;
        findings.add(known ? "policy-not-in-account" : "unknown-policy", path, {
          message: known ? `The policy "${name}" is not made in ${account}.` : `No policy is called "${name}".`,
          fix: known ? `Add ${account} to policies.${name}.accounts.` : "Define it under `policies`.",
        });
        return undefined;
      }
      findings.add("grant-parameter", path, {
        message: "A permissions boundary names one policy.",
        fix: "Write `permissions-boundary: { customer-managed-policy: NAME }`.",
      });
      return undefined;
    },
  };
}

function accountsOf(scope: Scope, selector: Tree, path: Path): readonly string[] {
  const written = typeof selector === "string" ? selector : Array.isArray(selector) ? selector.filter(isText) : "";
  return selectAccounts(written, scope.configuration, path, scope.findings);
}

const isText = (tree: Tree): tree is string => typeof tree === "string";

/** Keys of the policies that serve as a permissions boundary anywhere in the configuration. */
function boundaryPolicies({ configuration }: Scope): string[] {
  const permissions: Permissions[] = [
    ...Object.values(configuration["permission-sets"]),
    ...Object.values(configuration.workloads).flatMap((workload) => [workload, workload["execution-role"] ?? {}]),
    ...Object.values(configuration.pipelines).flatMap(({ from, to }) => [from, ...Object.values(to)]),
  ];
  const boundaries = permissions.flatMap(({ allow = [], ...own }) => [
    own["permissions-boundary"],
    ...allow.map((grant) => grant["permissions-boundary"] as PermissionsBoundary | undefined),
  ]);
  return [...new Set(boundaries.flatMap((boundary) => boundary?.["customer-managed-policy"] ?? []))].filter(
    (policy) => configuration.policies[policy] !== undefined,
  );
}

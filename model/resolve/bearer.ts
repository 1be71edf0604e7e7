import type { Bearer } from "../grants/bearer.ts";
import type { GrantPlace } from "../grants/verb.ts";
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
      boundaryArns: scope.boundaryPolicies
        .filter((policy) => policyCovers(scope, policy, account))
        .map((policy) => policyArn(scope, policy, account))
        .sort(),
    }),
    boundaryArn: (boundary, account, path) => {
      const written = isMap(boundary) ? boundary : {};
      const [[kind, name] = [], ...more] = Object.entries(written);
      if (kind === "aws-managed-policy" && typeof name === "string" && more.length === 0) {
        const arn = managedPolicyArn(scope, name);
        if (arn === undefined) {
          findings.add("unknown-aws-managed-policy", path, {
            message: `AWS manages no policy "${name}".`,
            fix: "Copy the name from AWS's list of managed policies.",
          });
        }
        return arn;
      }
      if (kind === "customer-managed-policy" && typeof name === "string" && more.length === 0) {
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
  if (typeof selector === "string" || (Array.isArray(selector) && selector.every(isText))) {
    return selectAccounts(selector, scope.configuration, path, scope.findings);
  }
  scope.findings.add("grant-parameter", path, {
    message: "`in` takes a list of accounts' names, or one selector.",
    fix: "Write `in: NAME` or `in: [NAME, NAME]`.",
  });
  return [];
}

const isText = (tree: Tree): tree is string => typeof tree === "string";

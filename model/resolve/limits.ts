import type { PolicyDocument } from "../../iam/document.ts";
import { documentSize } from "../../iam/document-size.ts";
import type { DocumentKind } from "../../iam/finding.ts";
import type { Deployment, ManagedPolicy, Role } from "../deployment.ts";
import { quotaOf } from "../quotas.ts";
import { rolesOf } from "../roles.ts";
import type { Scope } from "./scope.ts";

/**
 * Sizes that AWS does not raise, in characters without white space. Of 2026-06:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html and
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/limits.html
 */
const sizes = {
  "a customer managed policy": 6_144,
  "a role's inline policy": 10_240,
  "a permission set's inline policy": 32_768,
};

/** Reports every document that AWS would refuse for its size, and every trust policy beyond the organization's quota. */
export function checkSizes(scope: Scope, deployment: Deployment): void {
  const { policies, permissionSets } = deployment;
  const check = (what: keyof typeof sizes, document: PolicyDocument | undefined, path: string, kind: DocumentKind) => {
    const size = document === undefined ? 0 : documentSize(document, kind);
    if (size <= sizes[what]) return;
    scope.findings.add("document-too-large", path, {
      message: `The document has ${size} characters; ${what} has at most ${sizes[what]}.`,
      fix: "Move statements into a customer managed policy of their own, or name fewer resources.",
    });
  };
  for (const { document, configPath } of policies) check("a customer managed policy", document, configPath, "identity");
  for (const { inlinePolicy, configPath } of permissionSets) {
    check("a permission set's inline policy", inlinePolicy, configPath, "identity");
  }
  const roles = rolesOf(deployment);
  for (const role of roles) {
    check("a role's inline policy", role.inlinePolicy, role.configPath, "identity");
    checkTrust(scope, role);
  }
  checkRoleNames(scope, roles);
  checkPolicyNames(scope, policies);
}

function checkTrust({ configuration, findings }: Scope, { trust, configPath }: Role): void {
  const size = documentSize(trust, "trust");
  const quota = quotaOf(configuration, "trust-policy-length");
  if (size <= quota) return;
  findings.add("over-quota", configPath, {
    message: `The trust policy has ${size} characters; the organization's quota is ${quota}.`,
    fix: "Have the quota raised, then have it written down as raised-quotas.trust-policy-length in security.yaml.",
  });
}

/** IAM compares policy names without regard to case and path. */
function checkPolicyNames({ findings }: Scope, policies: readonly ManagedPolicy[]): void {
  const seen = new Map<string, string>();
  for (const { account, policyName, configPath } of policies) {
    const key = `${account}/${policyName.toLowerCase()}`;
    const other = seen.get(key);
    seen.set(key, other ?? configPath);
    if (other === undefined) continue;
    findings.add("name-twice-in-account", configPath, {
      message: `In ${account}, the policy "${policyName}" is also ${other}.`,
      fix: "Rename one of the two; `formerly` keeps a policy that exists already.",
    });
  }
}

/** IAM compares role names without regard to case and path. */
function checkRoleNames({ configuration, findings }: Scope, roles: readonly Role[]): void {
  const seen = new Map<string, string>();
  const { organization, accounts } = configuration;
  for (const [name, account] of Object.entries(accounts)) {
    const role = account["deploy-role"] ?? organization["deploy-role"];
    seen.set(`${name}/${role.toLowerCase()}`, "the deploy role");
  }
  for (const { account, roleName, configPath } of roles) {
    const key = `${account}/${roleName.toLowerCase()}`;
    const other = seen.get(key);
    if (other === undefined) {
      seen.set(key, configPath);
      continue;
    }
    findings.add("name-twice-in-account", configPath, {
      message: `In ${account}, the role "${roleName}" is also ${other}.`,
      fix: "Rename one of the two; `formerly` keeps a role that exists already.",
    });
  }
}

import { matchesIgnoringCase } from "../../../iam/match.ts";
import type { Caller, World } from "../world.ts";
import { malformed } from "./iam-error.ts";
import type { Role } from "./iam-document.ts";
import { checkTrustPolicy, isObject, texts, type WrittenStatement } from "./policy-grammar.ts";

/**
 * Checks a trust policy and pins each role and user that it names to its unique id, as AWS does when it saves one: a
 * principal that does not exist is refused, and one that is made anew later is another principal.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function pinPrincipals(document: string, world: World): Record<string, string> {
  const pinned: Record<string, string> = {};
  for (const statement of checkTrustPolicy(document)) {
    const principal = statement.Principal;
    if (principal === "*") continue;
    if (!isObject(principal) || Object.keys(principal).length === 0) throw malformed("Syntax errors in policy.");
    for (const [type, named] of Object.entries(principal)) {
      for (const name of texts(named)) {
        const id = check(type, name, world);
        if (id !== undefined) pinned[name] = id;
      }
    }
  }
  return pinned;
}

/** The unique id of the principal, if it is a role or a user. */
function check(type: string, name: string, world: World): string | undefined {
  const invalid = () => malformed(`Invalid principal in policy: "${type.toUpperCase()}":"${name}"`);
  switch (type) {
    case "AWS": {
      if (name === "*") return undefined;
      const found = principalOf(name, world);
      if (found === undefined) throw invalid();
      return found === "account" ? undefined : found.id;
    }
    case "Service":
      if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*\.(amazonaws\.com(\.cn)?|amazon\.com)$/.test(name)) throw invalid();
      return undefined;
    case "Federated":
      checkFederated(name, world, invalid);
      return undefined;
    default:
      throw malformed("Syntax errors in policy.");
  }
}

function checkFederated(name: string, world: World, invalid: () => Error): void {
  if (
    ["accounts.google.com", "cognito-identity.amazonaws.com", "graph.facebook.com", "www.amazon.com"].includes(name)
  ) {
    return;
  }
  const provider = /^arn:([^:]+):iam::(\d{12}):(oidc|saml)-provider\/.+$/.exec(name);
  if (provider === null) throw malformed("Federated principals must be valid domain names or SAML metadata ARNs");
  const [, partition, accountId = "", kind] = provider;
  if (partition !== world.partition || accountId !== world.caller.accountId) throw invalid();
  if (kind === "oidc" && world.iam.openIdConnectProviders[name] === undefined) throw invalid();
}

function principalOf(name: string, world: World): { id: string } | "account" | undefined {
  const account = (id: string) => (world.iamOf(id) === undefined ? undefined : "account");
  if (/^\d{12}$/.test(name)) return account(name);
  const [arn, partition, service, region, accountId = "", ...rest] = name.split(":");
  if (arn !== "arn" || partition !== world.partition || region !== "" || rest.length !== 1) return undefined;
  const iam = world.iamOf(accountId);
  const resource = rest[0] ?? "";
  if (iam === undefined) return undefined;
  if (service === "sts" && /^assumed-role\/[^/]+\/[^/]+$/.test(resource)) {
    return iam.roles[resource.split("/")[1] ?? ""] === undefined ? undefined : "account";
  }
  if (service !== "iam") return undefined;
  if (resource === "root") return "account";
  const named = resource.slice(resource.lastIndexOf("/") + 1);
  const role = iam.roles[named];
  if (role?.Arn === name) return { id: role.RoleId };
  const user = iam.users[named];
  return user?.Arn === name ? { id: user.UserId } : undefined;
}

/**
 * The trust policy as AWS shows it now: an account's bare number as the account's ARN, and the unique id in place of a
 * principal that does not exist any more under the ARN that was given.
 */
export function shownTrustPolicy(role: Role, world: World): string {
  const replacements = new Map<string, string>();
  for (const [arn, id] of Object.entries(role.pinnedPrincipals)) {
    const now = principalOf(arn, world);
    if (typeof now !== "object" || now.id !== id) replacements.set(arn, id);
  }
  const bare = /"(\d{12})"/.test(role.AssumeRolePolicyDocument);
  if (replacements.size === 0 && !bare) return role.AssumeRolePolicyDocument;
  const shown = (name: string) =>
    replacements.get(name) ?? (/^\d{12}$/.test(name) ? `arn:${world.partition}:iam::${name}:root` : name);
  const rewrite = (principal: unknown): unknown => {
    if (!isObject(principal) || principal["AWS"] === undefined) return principal;
    const aws = principal["AWS"];
    return { ...principal, AWS: Array.isArray(aws) ? texts(aws).map(shown) : shown(aws as string) };
  };
  return JSON.stringify(JSON.parse(role.AssumeRolePolicyDocument), (key, value: unknown) =>
    key === "Principal" ? rewrite(value) : value,
  );
}

/**
 * Whether the role's trust policy lets the caller in, by the principals and actions that it names; its conditions are
 * not looked at.
 */
export function trusts(role: Role, caller: Caller, world: World): boolean {
  const matching = checkTrustPolicy(shownTrustPolicy(role, world)).filter(
    ({ Action, Principal }) => Action.some(isAssumeRole) && names(Principal, caller, world.partition),
  );
  return matching.some(({ Effect }) => Effect === "Allow") && !matching.some(isPlainDeny);
}

const isAssumeRole = (action: string) => matchesIgnoringCase(action, "sts:AssumeRole");
const isPlainDeny = (statement: WrittenStatement) => statement.Effect === "Deny" && !("Condition" in statement);

function names(principal: unknown, caller: Caller, partition: string): boolean {
  if (principal === "*") return true;
  if (!isObject(principal) || principal["AWS"] === undefined) return false;
  const account = `arn:${partition}:iam::${caller.accountId}:root`;
  const self = [account, "*", caller.arn, ...(caller.role === undefined ? [] : [caller.role.arn])];
  return texts(principal["AWS"]).some((name) => self.includes(name));
}

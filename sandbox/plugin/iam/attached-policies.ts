import { decoded, normalised } from "../policy-json.ts";
import type { Value } from "../property-values.ts";
import { call, list } from "../session.ts";
import type { Session } from "../session.ts";

/** The names of a role's inline policies, in order. */
export async function rolePolicyNames(session: Session, RoleName: string): Promise<string[]> {
  const names = await list<string>(session, "iam", "ListRolePolicies", { RoleName }, "PolicyNames");
  return names.sort();
}

/** The ARNs of the managed policies that a role has, in order. */
export async function managedPolicyArns(session: Session, RoleName: string): Promise<string[]> {
  type Attached = Record<"PolicyArn", string>;
  const attached = await list<Attached>(session, "iam", "ListAttachedRolePolicies", { RoleName }, "AttachedPolicies");
  return attached.map(({ PolicyArn }) => PolicyArn).sort();
}

/** A role's inline policies, as the official plugin shows them. */
export async function inlinePolicies(session: Session, RoleName: string): Promise<Value[]> {
  const policies = (await rolePolicyNames(session, RoleName)).map(async (name) => {
    const { PolicyDocument } = await call(session, "iam", "GetRolePolicy", { RoleName, PolicyName: name });
    return { name, policy: normalised(decoded(PolicyDocument)) };
  });
  return await Promise.all(policies);
}

import { decoded, normalised } from "../policy-json.ts";
import type { Value } from "../property-values.ts";
import { call, list } from "../session.ts";
import type { Session } from "../session.ts";

/** What holds policies, as IAM's operations call it. */
export type Kind = "Role" | "User" | "Group";

/** The names of the inline policies, in order. */
export async function inlinePolicyNames(session: Session, kind: Kind, name: string): Promise<string[]> {
  const input = { [`${kind}Name`]: name };
  return (await list<string>(session, "iam", `List${kind}Policies`, input, "PolicyNames")).sort();
}

/** The ARNs of the managed policies, in order. */
export async function managedPolicyArns(session: Session, kind: Kind, name: string): Promise<string[]> {
  type Attached = Record<"PolicyArn", string>;
  const [operation, input] = [`ListAttached${kind}Policies`, { [`${kind}Name`]: name }];
  const attached = await list<Attached>(session, "iam", operation, input, "AttachedPolicies");
  return attached.map(({ PolicyArn }) => PolicyArn).sort();
}

/** A role's inline policies, as the official plugin shows them. */
export async function inlinePolicies(session: Session, RoleName: string): Promise<Value[]> {
  const policies = (await inlinePolicyNames(session, "Role", RoleName)).map(async (name) => {
    const { PolicyDocument } = await call(session, "iam", "GetRolePolicy", { RoleName, PolicyName: name });
    return { name, policy: normalised(decoded(PolicyDocument)) };
  });
  return await Promise.all(policies);
}

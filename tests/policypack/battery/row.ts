import type { Given } from "../judge.ts";

/** Spellings of one thing that a mandatory rule has to refuse, and of what looks like it and is fine. */
export interface Row<Spelling = unknown> {
  bad: Spelling[];
  good: Spelling[];
}

/** A policy document: one statement, several, or a whole document as text. */
export function documentOf(spelling: unknown): string {
  return typeof spelling === "string" ? spelling : JSON.stringify({ Version: "2012-10-17", Statement: spelling });
}

const service = { Effect: "Allow", Principal: { Service: "ecs-tasks.amazonaws.com" }, Action: "sts:AssumeRole" };

/** Every resource that can hold a policy of an identity. */
export function holders(policy: string): Given[][] {
  const trust = documentOf(service);
  const one = (type: string, props: Record<string, unknown>): Given[] => [{ type, name: "held", props }];
  return [
    one("aws:iam/rolePolicy:RolePolicy", { role: "shop", policy }),
    one("aws:iam/policy:Policy", { policy }),
    one("aws:iam/groupPolicy:GroupPolicy", { group: "shop", policy }),
    one("aws:iam/role:Role", { assumeRolePolicy: trust, inlinePolicies: [{ name: "a", policy }] }),
    one("aws:iam/rolePolicy:RolePolicy", { role: "shop", policy: JSON.parse(policy) as unknown }),
    one("aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy", {
      instanceArn: "i",
      permissionSetArn: "p",
      inlinePolicy: policy,
    }),
  ];
}

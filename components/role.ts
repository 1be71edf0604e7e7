import type { Resource } from "@pulumi/pulumi";
import type { Provider } from "@pulumi/aws/provider.js";
import * as iam from "@pulumi/aws/iam/index.js";
import { canonicalJson } from "../iam/canonical.ts";
import type * as model from "../model/deployment.ts";
import { aliases } from "./alias.ts";

/** The component that a role belongs to, and the provider where it is not the component's own. */
export interface Owner {
  parent: Resource;
  provider?: Provider;
}

/**
 * Declares a role with everything it holds, and that it holds nothing else: the lists of inline policies and of
 * attachments are authoritative, empty ones too. What somebody adds by hand is taken away at the next update that
 * refreshes.
 */
export function declareRole(args: model.Role, owner: Owner, dependsOn: Resource[] = []): iam.Role {
  const role = new iam.Role(
    args.name,
    {
      name: args.roleName,
      path: args.path,
      description: args.description,
      assumeRolePolicy: canonicalJson(args.trust),
      maxSessionDuration: args.maxSessionDuration,
      ...(args.permissionsBoundaryArn === undefined ? {} : { permissionsBoundary: args.permissionsBoundaryArn }),
      forceDetachPolicies: true,
      tags: args.tags,
    },
    { ...owner, ...aliases(args), dependsOn },
  );

  const part = (name: string, dependsOn: Resource[] = []) => ({ ...owner, ...aliases(args, name), dependsOn });
  const policyNames: string[] = [];
  const policies: Resource[] = [];
  if (args.inlinePolicy !== undefined) {
    policyNames.push("permissions");
    const policy = { name: "permissions", role: role.name, policy: canonicalJson(args.inlinePolicy) };
    policies.push(new iam.RolePolicy(`${args.name}/permissions`, policy, part("permissions")));
  }
  const policyArns = [...args.awsManagedPolicyArns, ...args.customerManagedPolicyArns];
  const attachments = policyArns.map((policyArn) => {
    // A customer managed policy can be called like one of AWS's.
    const owned = args.awsManagedPolicyArns.includes(policyArn) ? "aws:" : "";
    const policy = owned + policyArn.slice(policyArn.indexOf("/") + 1);
    return new iam.RolePolicyAttachment(`${args.name}/${policy}`, { role: role.name, policyArn }, part(policy));
  });

  const roleName = role.name;
  new iam.RolePoliciesExclusive(`${args.name}/policies`, { roleName, policyNames }, part("policies", policies));
  new iam.RolePolicyAttachmentsExclusive(
    `${args.name}/attachments`,
    { roleName, policyArns },
    part("attachments", attachments),
  );
  return role;
}

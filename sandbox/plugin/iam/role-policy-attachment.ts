import { textOf } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { arn } from "../rules.ts";
import { call, doing, unlessGone } from "../session.ts";
import { managedPolicyArns } from "./attached-policies.ts";
import { idParts } from "../state.ts";

export const rolePolicyAttachment: ResourceType = {
  token: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  replaceOnChange: "everything",
  // The same attachment made anew and then taken away would be gone.
  deleteBeforeReplace: true,
  rules: { policyArn: [arn] },

  async create(session, inputs) {
    const [RoleName, PolicyArn] = [textOf(inputs["role"]), textOf(inputs["policyArn"])];
    const attached = call(session, "iam", "AttachRolePolicy", { RoleName, PolicyArn });
    await doing(`attaching IAM Policy (${PolicyArn}) to IAM Role (${RoleName})`, attached);
    return { id: `${RoleName}/${PolicyArn}` };
  },

  async read(session, id) {
    const [role = "", policyArn = ""] = roleAndArn(id);
    const found = unlessGone(managedPolicyArns(session, role));
    const arns = await doing(`reading IAM Role Policy Attachment (${role}:${policyArn})`, found);
    return arns?.includes(policyArn) ? { role, policyArn } : undefined;
  },

  async delete(session, id) {
    const [RoleName = "", PolicyArn = ""] = roleAndArn(id);
    const detached = unlessGone(call(session, "iam", "DetachRolePolicy", { RoleName, PolicyArn }));
    await doing(`detaching IAM Policy (${PolicyArn}) from IAM Role (${RoleName})`, detached);
  },
};

function roleAndArn(id: string): string[] {
  return idParts(id, "/", 2, "<role-name>/<policy_arn>");
}

import { textOf } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { call, doing, unlessGone } from "../session.ts";
import type { Session } from "../session.ts";
import { managedPolicyArns } from "./attached-policies.ts";
import { keptOrder, textsIn } from "../state.ts";

export const rolePolicyAttachmentsExclusive: ResourceType = {
  token: "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
  sets: ["policyArns"],
  replaceOnChange: ["roleName"],

  async create(session, inputs) {
    const roleName = textOf(inputs["roleName"]);
    const synced = sync(session, roleName, textsIn(inputs["policyArns"]));
    await doing(`creating IAM Role Policy Attachments Exclusive ("${roleName}")`, synced);
    return { id: roleName };
  },

  async read(session, roleName, known) {
    const found = unlessGone(managedPolicyArns(session, roleName));
    const arns = await doing(`reading IAM Role Policy Attachments Exclusive ("${roleName}")`, found);
    return arns && { roleName, policyArns: keptOrder(known["policyArns"], arns) };
  },

  async update(session, roleName, { news }) {
    const synced = sync(session, roleName, textsIn(news["policyArns"]));
    await doing(`updating IAM Role Policy Attachments Exclusive ("${roleName}")`, synced);
  },

  // Upstream too only stops watching.
  delete: () => Promise.resolve(),
};

async function sync(session: Session, RoleName: string, wanted: string[]): Promise<void> {
  const present = await managedPolicyArns(session, RoleName);
  for (const PolicyArn of wanted.filter((arn) => !present.includes(arn))) {
    await call(session, "iam", "AttachRolePolicy", { RoleName, PolicyArn });
  }
  for (const PolicyArn of present.filter((arn) => !wanted.includes(arn))) {
    await call(session, "iam", "DetachRolePolicy", { RoleName, PolicyArn });
  }
}

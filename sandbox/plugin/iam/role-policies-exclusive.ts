import { textOf } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { call, doing, unlessGone } from "../session.ts";
import type { Session } from "../session.ts";
import { rolePolicyNames } from "./attached-policies.ts";
import { keptOrder, textsIn } from "../state.ts";

export const rolePoliciesExclusive: ResourceType = {
  token: "aws:iam/rolePoliciesExclusive:RolePoliciesExclusive",
  sets: ["policyNames"],
  replaceOnChange: ["roleName"],

  async create(session, inputs) {
    const roleName = textOf(inputs["roleName"]);
    const synced = sync(session, roleName, textsIn(inputs["policyNames"]));
    await doing(`creating IAM Role Policies Exclusive ("${roleName}")`, synced);
    return { id: roleName };
  },

  async read(session, roleName, known) {
    const found = unlessGone(rolePolicyNames(session, roleName));
    const names = await doing(`reading IAM Role Policies Exclusive ("${roleName}")`, found);
    return names && { roleName, policyNames: keptOrder(known["policyNames"], names) };
  },

  async update(session, roleName, { news }) {
    const synced = sync(session, roleName, textsIn(news["policyNames"]));
    await doing(`updating IAM Role Policies Exclusive ("${roleName}")`, synced);
  },

  // Upstream too only stops watching.
  delete: () => Promise.resolve(),
};

async function sync(session: Session, RoleName: string, wanted: string[]): Promise<void> {
  const present = await rolePolicyNames(session, RoleName);
  for (const PolicyName of wanted.filter((name) => !present.includes(name))) {
    // It has no document to put: AWS refuses a policy that nobody has written yet.
    await call(session, "iam", "PutRolePolicy", { RoleName, PolicyName });
  }
  for (const PolicyName of present.filter((name) => !wanted.includes(name))) {
    await call(session, "iam", "DeleteRolePolicy", { RoleName, PolicyName });
  }
}

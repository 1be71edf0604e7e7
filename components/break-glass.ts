import { ComponentResource } from "@pulumi/pulumi";
import type * as model from "../model/deployment.ts";
import type { Account } from "./account.ts";
import { aliases } from "./alias.ts";
import { declareIamGroup } from "./iam-group.ts";
import { declareIamUser } from "./iam-user.ts";
import type { ManagedPolicy } from "./managed-policy.ts";
import { type Named, declare } from "./named.ts";
import { declareRole } from "./role.ts";

/** The way in for the day on which there is no other: the only IAM users, and the role that they assume with MFA. */
export class BreakGlass extends ComponentResource {
  constructor(args: model.BreakGlass, accounts: Named<Account>, policies: Named<ManagedPolicy>) {
    super("securecart:iam:BreakGlass", args.name, { configPath: args.configPath }, aliases(args));
    const inAccount = (account: string) => ({ parent: this, provider: accounts.get(account).provider });
    const users = declare(args.users, (user) =>
      declareIamUser(user, inAccount(user.account), policies.all(user.needsPolicies)),
    );
    for (const group of args.groups) declareIamGroup(group, inAccount(group.account), users.all(group.members));
    const roleArns = Object.fromEntries(
      args.roles.map((role) => [role.account, declareRole(role, inAccount(role.account)).arn]),
    );
    this.registerOutputs({ configPath: args.configPath, roleArns });
  }
}

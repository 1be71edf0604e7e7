import { ComponentResource } from "@pulumi/pulumi";
import { AccountAssignment } from "@pulumi/aws/ssoadmin/index.js";
import type * as model from "../model/deployment.ts";
import type { Account } from "./account.ts";
import { aliases } from "./alias.ts";
import type { IdentityCenter } from "./identity-center.ts";
import type { Named } from "./named.ts";
import type { PermissionSet } from "./permission-set.ts";

/**
 * What one group or user has in the accounts that one selector means. An assignment is made after everything that its
 * set holds, and removed before it: replacing one is an outage of minutes.
 */
export class AccountAssignments extends ComponentResource {
  constructor(
    args: model.AccountAssignments,
    identityCenter: IdentityCenter,
    permissionSets: Named<PermissionSet>,
    accounts: Named<Account>,
  ) {
    super("securecart:identitycenter:AccountAssignments", args.name, { configPath: args.configPath }, aliases(args));
    const { region, instanceArn } = identityCenter;
    const principalId = identityCenter.principalId(args.principal);
    for (const cell of args.cells) {
      const permissionSet = permissionSets.get(cell.permissionSet);
      new AccountAssignment(
        cell.name,
        {
          instanceArn,
          region,
          permissionSetArn: permissionSet.arn,
          principalType: args.principal.type,
          principalId,
          targetType: "AWS_ACCOUNT",
          targetId: cell.accountId,
        },
        {
          parent: this,
          provider: accounts.get(cell.administeredFrom).provider,
          dependsOn: [permissionSet],
          customTimeouts: { create: "15m", delete: "15m" },
          ...aliases(cell),
        },
      );
    }
    this.registerOutputs({ configPath: args.configPath });
  }
}

import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import { AwsServiceAccess, DelegatedAdministrator } from "@pulumi/aws/organizations/index.js";
import type * as model from "../model/audit.ts";
import { aliases } from "./alias.ts";

/** A service of AWS that may look into the organization, and the account to which it is delegated. */
export class OrganizationService extends ComponentResource {
  constructor(args: model.OrganizationService, opts: ComponentResourceOptions) {
    super(
      "securecart:organizations:OrganizationService",
      args.name,
      { configPath: args.configPath },
      { ...opts, ...aliases(args) },
    );
    const { servicePrincipal, administratorId: accountId } = args;
    const access = new AwsServiceAccess(args.name, { servicePrincipal }, { parent: this });
    if (accountId !== undefined) {
      new DelegatedAdministrator(
        `${args.name}/delegated-administrator`,
        { servicePrincipal, accountId },
        { parent: this, dependsOn: [access] },
      );
    }
    this.registerOutputs({ configPath: args.configPath });
  }
}

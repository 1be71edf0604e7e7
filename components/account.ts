import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import { Provider } from "@pulumi/aws/provider.js";
import type * as model from "../model/deployment.ts";
import { aliases } from "./alias.ts";

/**
 * An AWS account as this stack reaches it: owns the one provider through which everything in the account is made.
 * Whatever names the account as its parent is made in it.
 */
export class Account extends ComponentResource {
  readonly id: string;
  readonly provider: Provider;

  constructor(args: model.Account, opts: ComponentResourceOptions = {}) {
    const provider = new Provider(
      args.name,
      {
        region: args.region as Provider["region"] & string,
        allowedAccountIds: [args.id],
        assumeRoles: [{ roleArn: args.deployRoleArn, sessionName: args.sessionName }],
        defaultTags: { tags: args.tags },
      },
      aliases(args),
    );
    super(
      "securecart:organizations:Account",
      args.name,
      { configPath: args.configPath },
      { ...opts, ...aliases(args), providers: [provider] },
    );
    this.id = args.id;
    this.provider = provider;
    this.registerOutputs({ configPath: args.configPath });
  }
}

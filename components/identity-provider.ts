import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import { OpenIdConnectProvider } from "@pulumi/aws/iam/index.js";
import type * as model from "../model/deployment.ts";
import { aliases } from "./alias.ts";

/** An OpenID Connect provider in one account: whose tokens its pipelines may bring instead of stored keys. */
export class IdentityProvider extends ComponentResource {
  readonly arn: Output<string>;

  constructor(args: model.IdentityProvider, opts: ComponentResourceOptions) {
    super("securecart:iam:IdentityProvider", args.name, { configPath: args.configPath }, { ...opts, ...aliases(args) });
    const provider = new OpenIdConnectProvider(
      args.name,
      { url: args.url, clientIdLists: args.audiences, tags: args.tags },
      { parent: this },
    );
    this.arn = provider.arn;
    this.registerOutputs({ configPath: args.configPath, arn: this.arn });
  }
}

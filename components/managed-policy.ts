import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import { Policy } from "@pulumi/aws/iam/index.js";
import { canonicalJson } from "../iam/canonical.ts";
import type * as model from "../model/deployment.ts";
import { aliases } from "./alias.ts";

/** A customer managed policy in one account: reusable by name. */
export class ManagedPolicy extends ComponentResource {
  readonly arn: Output<string>;

  constructor(args: model.ManagedPolicy, opts: ComponentResourceOptions) {
    super("securecart:iam:ManagedPolicy", args.name, { configPath: args.configPath }, { ...opts, ...aliases(args) });
    const policy = new Policy(
      args.name,
      {
        name: args.policyName,
        path: args.path,
        description: args.description,
        policy: canonicalJson(args.document),
        tags: args.tags,
      },
      // AWS cannot change it: the plugin would make the policy anew, which fails while anything has it.
      { parent: this, ignoreChanges: ["description"] },
    );
    this.arn = policy.arn;
    this.registerOutputs({ configPath: args.configPath, arn: this.arn });
  }
}

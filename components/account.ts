import { ComponentResource, type ComponentResourceOptions, RunError } from "@pulumi/pulumi";
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

  /** `role` is `deploy`, the default, or `preview`, which may look at everything and change nothing. Throws RunError. */
  constructor(args: model.Account, role = "deploy", opts: ComponentResourceOptions = {}) {
    if (role !== "deploy" && role !== "preview")
      throw new RunError(`The role is \`deploy\` or \`preview\`, not "${role}".`);
    const roleArn = role === "preview" ? args.previewRoleArn : args.deployRoleArn;
    const provider = new Provider(
      args.name,
      {
        region: args.region as Provider["region"] & string,
        allowedAccountIds: [args.id],
        assumeRoles: [{ roleArn, sessionName: args.sessionName }],
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

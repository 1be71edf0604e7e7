import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import { AccountPasswordPolicy } from "@pulumi/aws/iam/index.js";
import { AccountPublicAccessBlock } from "@pulumi/aws/s3/index.js";
import type * as model from "../model/audit.ts";
import { aliases } from "./alias.ts";

/** The floor under one account: nothing in S3 is public, passwords of IAM users are strong. */
export class AccountBaseline extends ComponentResource {
  constructor(args: model.AccountBaseline, opts: ComponentResourceOptions) {
    super(
      "securecart:organizations:AccountBaseline",
      args.name,
      { configPath: args.configPath },
      { ...opts, ...aliases(args) },
    );
    const child = { parent: this };
    if (args.blockPublicAccess) {
      new AccountPublicAccessBlock(
        `${args.name}/s3-block-public-access`,
        {
          accountId: args.accountId,
          blockPublicAcls: true,
          blockPublicPolicy: true,
          ignorePublicAcls: true,
          restrictPublicBuckets: true,
        },
        child,
      );
    }
    if (args.passwordPolicy !== undefined) {
      new AccountPasswordPolicy(
        `${args.name}/password-policy`,
        {
          minimumPasswordLength: args.passwordPolicy.minimumLength,
          passwordReusePrevention: args.passwordPolicy.rememberedPasswords,
          requireLowercaseCharacters: true,
          requireUppercaseCharacters: true,
          requireNumbers: true,
          requireSymbols: true,
          allowUsersToChangePassword: true,
        },
        child,
      );
    }
    this.registerOutputs({ configPath: args.configPath });
  }
}

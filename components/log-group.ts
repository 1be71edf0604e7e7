import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import * as cloudwatch from "@pulumi/aws/cloudwatch/index.js";
import type * as model from "../model/audit.ts";
import { aliases } from "./alias.ts";
import { EncryptionKey } from "./encryption-key.ts";
import { declareRole } from "./role.ts";

/** The log group of the trail's events, encrypted, and the role with which CloudTrail writes into it. */
export class LogGroup extends ComponentResource {
  readonly arn: Output<string>;
  readonly roleArn: Output<string>;
  readonly keyArn: EncryptionKey["arn"];

  constructor(args: model.LogGroup, opts: ComponentResourceOptions) {
    super("securecart:logs:LogGroup", args.name, { configPath: args.configPath }, { ...opts, ...aliases(args) });
    const { region, protect, tags } = args;
    this.keyArn = new EncryptionKey(args.key, { parent: this }).arn;
    this.arn = new cloudwatch.LogGroup(
      args.name,
      { region, name: args.logGroupName, retentionInDays: args.retentionDays, kmsKeyId: this.keyArn, tags },
      { parent: this, protect },
    ).arn;
    this.roleArn = declareRole(args.role, { parent: this }).arn;
    this.registerOutputs({ configPath: args.configPath, arn: this.arn, roleArn: this.roleArn, keyArn: this.keyArn });
  }
}

import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import { Alias, Key } from "@pulumi/aws/kms/index.js";
import { canonicalJson } from "../iam/canonical.ts";
import type * as model from "../model/audit.ts";
import { aliases } from "./alias.ts";

/** A key of KMS that is renewed every year, with a name. AWS waits 30 days before it deletes one, the most it can. */
export class EncryptionKey extends ComponentResource {
  readonly arn: Output<string>;

  constructor(args: model.EncryptionKey, opts: ComponentResourceOptions) {
    super("securecart:kms:EncryptionKey", args.name, { configPath: args.configPath }, { ...opts, ...aliases(args) });
    const { region, protect, retain: retainOnDelete } = args;
    const key = new Key(
      args.name,
      {
        region,
        description: args.description,
        policy: canonicalJson(args.policy),
        enableKeyRotation: true,
        deletionWindowInDays: 30,
        tags: args.tags,
      },
      { parent: this, protect, retainOnDelete },
    );
    new Alias(
      `${args.name}/alias`,
      { region, name: args.alias, targetKeyId: key.keyId },
      { parent: this, retainOnDelete },
    );
    this.arn = key.arn;
    this.registerOutputs({ configPath: args.configPath, arn: this.arn });
  }
}

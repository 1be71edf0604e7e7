import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import * as ssoadmin from "@pulumi/aws/ssoadmin/index.js";
import { canonicalJson } from "../iam/canonical.ts";
import type * as model from "../model/deployment.ts";
import { aliases } from "./alias.ts";
import type { IdentityCenter } from "./identity-center.ts";
import type { ManagedPolicy } from "./managed-policy.ts";
import type { Named } from "./named.ts";

/**
 * A permission set with everything it holds, and that it holds nothing else. The attachments are made by the Exclusive
 * resources alone: they conflict with single attachments, and provision once for the whole list.
 */
export class PermissionSet extends ComponentResource {
  readonly arn: Output<string>;

  constructor(
    args: model.PermissionSet,
    identityCenter: IdentityCenter,
    policies: Named<ManagedPolicy>,
    opts: ComponentResourceOptions,
  ) {
    super(
      "securecart:identitycenter:PermissionSet",
      args.name,
      { configPath: args.configPath },
      { ...opts, ...aliases(args) },
    );
    const { region, instanceArn } = identityCenter;
    const set = new ssoadmin.PermissionSet(
      args.name,
      {
        instanceArn,
        region,
        name: args.permissionSetName,
        description: args.description,
        sessionDuration: args.sessionDuration,
        ...(args.relayState === undefined ? {} : { relayState: args.relayState }),
        tags: args.tags,
      },
      { parent: this },
    );
    const ofSet = { instanceArn, region, permissionSetArn: set.arn };

    new ssoadmin.ManagedPolicyAttachmentsExclusive(
      `${args.name}/aws-managed-policies`,
      { ...ofSet, managedPolicyArns: args.awsManagedPolicyArns },
      { parent: this },
    );
    new ssoadmin.CustomerManagedPolicyAttachmentsExclusive(
      `${args.name}/customer-managed-policies`,
      { ...ofSet, customerManagedPolicyReferences: args.customerManagedPolicies },
      { parent: this, dependsOn: policies.all(args.needsPolicies) },
    );
    if (args.inlinePolicy !== undefined) {
      new ssoadmin.PermissionSetInlinePolicy(
        `${args.name}/permissions`,
        { ...ofSet, inlinePolicy: canonicalJson(args.inlinePolicy) },
        { parent: this },
      );
    }
    if (args.permissionsBoundary !== undefined) {
      new ssoadmin.PermissionsBoundaryAttachment(
        `${args.name}/permissions-boundary`,
        { ...ofSet, permissionsBoundary: boundary(args.permissionsBoundary) },
        { parent: this, dependsOn: policies.all(args.needsPolicies) },
      );
    }
    this.arn = set.arn;
    this.registerOutputs({ configPath: args.configPath, arn: this.arn });
  }
}

function boundary(args: NonNullable<model.PermissionSet["permissionsBoundary"]>) {
  return "awsManagedPolicyArn" in args
    ? { managedPolicyArn: args.awsManagedPolicyArn }
    : { customerManagedPolicyReference: args.customerManagedPolicy };
}

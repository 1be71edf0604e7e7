import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import { InstanceProfile } from "@pulumi/aws/iam/index.js";
import type * as model from "../model/deployment.ts";
import { aliases } from "./alias.ts";
import type { ManagedPolicy } from "./managed-policy.ts";
import type { Named } from "./named.ts";
import { declareRole } from "./role.ts";

/** What an application may do in one account: its role, ECS's execution role, EC2's instance profile. */
export class WorkloadRole extends ComponentResource {
  readonly roleArn: Output<string>;
  readonly executionRoleArn: Output<string> | undefined;
  readonly instanceProfileArn: Output<string> | undefined;

  constructor(args: model.WorkloadRole, policies: Named<ManagedPolicy>, opts: ComponentResourceOptions) {
    super("securecart:iam:WorkloadRole", args.name, { configPath: args.configPath }, { ...opts, ...aliases(args) });
    const parent = { parent: this };
    const declared = (role: model.Role) => declareRole(role, parent, policies.all(role.needsPolicies));
    const role = declared(args.role);
    this.roleArn = role.arn;
    this.executionRoleArn = args.executionRole && declared(args.executionRole).arn;
    this.instanceProfileArn =
      args.instanceProfile === undefined
        ? undefined
        : new InstanceProfile(
            `${args.name}/instance-profile`,
            { name: args.instanceProfile, path: args.role.path, role: role.name, tags: args.role.tags },
            parent,
          ).arn;
    this.registerOutputs({
      configPath: args.configPath,
      roleArn: this.roleArn,
      executionRoleArn: this.executionRoleArn,
      instanceProfileArn: this.instanceProfileArn,
    });
  }
}

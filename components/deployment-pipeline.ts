import { ComponentResource, type Output, type Resource } from "@pulumi/pulumi";
import type * as model from "../model/deployment.ts";
import type { Account } from "./account.ts";
import { aliases } from "./alias.ts";
import type { IdentityProvider } from "./identity-provider.ts";
import type { ManagedPolicy } from "./managed-policy.ts";
import type { Named } from "./named.ts";
import { declareRole } from "./role.ts";

/**
 * How software gets from the tool account to others: the role the pipeline starts with, and the role it assumes in
 * each account it deploys to. A target's trust names the source role exactly, so the source is made first.
 */
export class DeploymentPipeline extends ComponentResource {
  readonly sourceRoleArn: Output<string> | undefined;
  /** By account name; undefined where this stack makes none. */
  readonly targetRoleArns: Record<string, Output<string>> | undefined;

  constructor(
    args: model.DeploymentPipeline,
    accounts: Named<Account>,
    policies: Named<ManagedPolicy>,
    identityProviders: Named<IdentityProvider>,
  ) {
    super("securecart:iam:DeploymentPipeline", args.name, { configPath: args.configPath }, aliases(args));
    const declared = (role: model.Role, source: Resource[]) =>
      declareRole(role, { parent: this, provider: accounts.get(role.account).provider }, [
        ...source,
        ...policies.all(role.needsPolicies),
        ...(role.needsIdentityProvider === undefined ? [] : [identityProviders.get(role.needsIdentityProvider)]),
      ]);

    const source = args.source && declared(args.source, []);
    this.sourceRoleArn = source?.arn;
    const targets = args.targets.map(
      (target) => [target.account, declared(target, source ? [source] : []).arn] as const,
    );
    this.targetRoleArns = targets.length === 0 ? undefined : Object.fromEntries(targets);
    this.registerOutputs({
      configPath: args.configPath,
      sourceRoleArn: this.sourceRoleArn,
      targetRoleArns: this.targetRoleArns,
    });
  }
}

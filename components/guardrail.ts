import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import { Policy, PolicyAttachment as Attachment } from "@pulumi/aws/organizations/index.js";
import { canonicalJson } from "../iam/canonical.ts";
import type * as model from "../model/deployment.ts";
import { aliases } from "./alias.ts";
import type { GuardrailTargets } from "./organization-lookup.ts";

/** A service control policy or a resource control policy, attached to each of its targets. */
export class Guardrail extends ComponentResource {
  constructor(args: model.Guardrail, targets: GuardrailTargets, opts: ComponentResourceOptions) {
    super(
      "securecart:organizations:Guardrail",
      args.name,
      { configPath: args.configPath },
      { ...opts, ...aliases(args) },
    );
    const policy = new Policy(
      args.name,
      { name: args.policyName, type: args.type, content: canonicalJson(args.document), tags: args.tags },
      { parent: this },
    );
    for (const attachment of args.attachments) {
      new Attachment(
        attachment.name,
        { policyId: policy.id, targetId: targets.id(attachment.target) },
        { parent: this, ...aliases(attachment) },
      );
    }
    this.registerOutputs({ configPath: args.configPath, policyId: policy.id });
  }
}

import { AwsError } from "../call.ts";
import type { World } from "../world.ts";
import { constraint, listed, mayChange, mayLook, organizationArn, type Paging } from "./organizational-unit.ts";
import { policyOf, policySummary, type ById } from "./policy.ts";
import { quotas } from "./quotas.ts";

type Attachment = ById & { TargetId: string };

export function attachPolicy({ PolicyId, TargetId }: Attachment, world: World) {
  mayChange(world);
  const { type } = policyOf(world, PolicyId);
  target(TargetId, world);
  if (!world.organization.enabledPolicyTypes.includes(type)) {
    throw new AwsError(
      "PolicyTypeNotEnabledException",
      "The specified policy type isn't currently enabled in this root. You can't attach policies of the specified type to entities in a root until you enable that type in the root.",
    );
  }
  const attached = attachedTo(TargetId, world);
  if (attached.includes(PolicyId)) {
    throw new AwsError(
      "DuplicatePolicyAttachmentException",
      "The selected policy is already attached to the specified target.",
    );
  }
  if (ofType(attached, type, world).length >= (quotas[type]?.perTarget ?? 0)) {
    throw constraint("You have attached the maximum number of policies of this type to the target.");
  }
  world.organization.attachments[TargetId] = [...attached, PolicyId];
  return {};
}

export function detachPolicy({ PolicyId, TargetId }: Attachment, world: World) {
  mayChange(world);
  const { type } = policyOf(world, PolicyId);
  target(TargetId, world);
  const attached = attachedTo(TargetId, world);
  if (!attached.includes(PolicyId)) {
    throw new AwsError(
      "PolicyNotAttachedException",
      "The policy isn't attached to the specified target in the specified root.",
    );
  }
  if (PolicyId === "p-RCPFullAWSAccess" || ofType(attached, type, world).length === 1) {
    throw constraint(
      "You cannot remove the last policy attached to the specified target. You must have at least one attached at all times.",
    );
  }
  world.organization.attachments[TargetId] = attached.filter((id) => id !== PolicyId);
  return {};
}

export function listTargetsForPolicy(input: ById & Paging, world: World) {
  mayLook(world);
  policyOf(world, input.PolicyId);
  const targets = Object.entries(world.organization.attachments)
    .filter(([, ids]) => ids.includes(input.PolicyId))
    .map(([id]) => target(id, world));
  return listed("Targets", targets, input);
}

export function listPoliciesForTarget(input: Paging & { TargetId: string; Filter: string }, world: World) {
  mayLook(world);
  target(input.TargetId, world);
  const ids = ofType(attachedTo(input.TargetId, world), input.Filter, world);
  return listed(
    "Policies",
    ids.map((id) => policySummary(policyOf(world, id), world)),
    input,
  );
}

function attachedTo(id: string, { organization }: World): string[] {
  return organization.attachments[id] ?? [];
}

function ofType(ids: string[], type: string, world: World): string[] {
  return ids.filter((id) => policyOf(world, id).type === type);
}

/** Throws where the organization has nothing of this id. */
function target(id: string, world: World) {
  const { rootId, organizationalUnits, accounts } = world.organization;
  const summary = (kind: string, Name: string, Type: string) => {
    return { TargetId: id, Arn: organizationArn(world, kind, `/${id}`), Name, Type };
  };
  if (id === rootId) return summary("root", "Root", "ROOT");
  const unit = organizationalUnits.find((one) => one.id === id);
  if (unit !== undefined) return summary("ou", unit.name, "ORGANIZATIONAL_UNIT");
  const account = accounts.find((one) => one.id === id);
  if (account !== undefined) return summary("account", account.name, "ACCOUNT");
  throw new AwsError(
    "TargetNotFoundException",
    "We can't find a root, OU, account, or policy with the TargetId that you specified.",
  );
}

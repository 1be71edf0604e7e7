import { refusedByAws, type DocumentKind } from "../../../iam/finding.ts";
import { validateDocument } from "../../../iam/validate.ts";
import { AwsError } from "../call.ts";
import { hexadecimal } from "../id.ts";
import type { World } from "../world.ts";
import { awsPolicies } from "./aws-policy.ts";
import type { OrganizationPolicy } from "./organization-document.ts";
import { constraint, listed, mayChange, mayLook, type Paging } from "./organizational-unit.ts";
import { quotas } from "./quotas.ts";
import { tagsWith, type Tag } from "./tag.ts";

export interface ById {
  PolicyId: string;
}

const kinds: Record<string, DocumentKind | undefined> = {
  SERVICE_CONTROL_POLICY: "scp",
  RESOURCE_CONTROL_POLICY: "rcp",
};

/** One of the organization's own or of AWS's. */
export function policyOf({ organization }: World, id: string): OrganizationPolicy {
  const ofAws = Object.hasOwn(awsPolicies, id) ? awsPolicies[id] : undefined;
  if (ofAws !== undefined) return ofAws;
  const found = Object.hasOwn(organization.policies, id) ? organization.policies[id] : undefined;
  if (found === undefined)
    throw new AwsError("PolicyNotFoundException", "We can't find a policy with the PolicyId that you specified.");
  return found;
}

export function policySummary({ id, name, type, description }: OrganizationPolicy, world: World) {
  const { id: organizationId, managementAccountId } = world.organization;
  const AwsManaged = awsPolicies[id] !== undefined;
  const place = AwsManaged ? "aws:policy" : `${managementAccountId}:policy/${organizationId}`;
  const Arn = `arn:${world.partition}:organizations::${place}/${type.toLowerCase()}/${id}`;
  return { Id: id, Arn, Name: name, Description: description, Type: type, AwsManaged };
}

function details(policy: OrganizationPolicy, world: World) {
  return { Policy: { PolicySummary: policySummary(policy, world), Content: policy.content } };
}

interface CreatePolicy {
  Content: string;
  Description: string;
  Name: string;
  Type: string;
  Tags?: Tag[];
}

export function createPolicy({ Content, Description, Name, Type, Tags = [] }: CreatePolicy, world: World) {
  mayChange(world);
  const { policies } = world.organization;
  const most = checkContent(Content, Type).policies;
  checkName(Name, world);
  if (Object.values(policies).filter(({ type }) => type === Type).length >= most) {
    throw constraint("You have exceeded the number of policies of this type that an organization can have.");
  }
  const id = `p-${hexadecimal(8)}`;
  const tags = tagsWith({}, Tags);
  policies[id] = { id, name: Name, type: Type, description: Description, content: Content, tags };
  return details(policies[id], world);
}

export function describePolicy({ PolicyId }: ById, world: World) {
  mayLook(world);
  return details(policyOf(world, PolicyId), world);
}

export function updatePolicy(input: ById & { Name?: string; Description?: string; Content?: string }, world: World) {
  mayChange(world);
  const policy = changeable(input.PolicyId, world);
  const { Name = policy.name, Description = policy.description, Content = policy.content } = input;
  if (Name !== policy.name) checkName(Name, world);
  checkContent(Content, policy.type);
  Object.assign(policy, { name: Name, description: Description, content: Content });
  return details(policy, world);
}

export function deletePolicy({ PolicyId }: ById, world: World) {
  mayChange(world);
  changeable(PolicyId, world);
  const { attachments, policies } = world.organization;
  if (Object.values(attachments).some((ids) => ids.includes(PolicyId))) {
    const message =
      "The policy is attached to one or more entities. You must detach it from all roots, OUs, and accounts.";
    throw new AwsError("PolicyInUseException", message);
  }
  Reflect.deleteProperty(policies, PolicyId);
  return {};
}

export function listPolicies(input: Paging & { Filter: string }, world: World) {
  mayLook(world);
  const all = [...Object.keys(awsPolicies), ...Object.keys(world.organization.policies)]
    .map((id) => policyOf(world, id))
    .filter(({ type }) => type === input.Filter);
  return listed(
    "Policies",
    all.map((policy) => policySummary(policy, world)),
    input,
  );
}

function changeable(id: string, world: World): OrganizationPolicy {
  const policy = policyOf(world, id);
  if (awsPolicies[id] === undefined) return policy;
  throw new AwsError("InvalidInputException", "You can't modify or delete a policy that is managed by AWS.");
}

function checkName(name: string, { organization }: World): void {
  if (Object.values(organization.policies).every((policy) => policy.name !== name)) return;
  throw new AwsError("DuplicatePolicyException", "A policy with the same name already exists.");
}

/** The quotas of the type, if the content is within them. */
function checkContent(content: string, type: string) {
  const [quota, kind] = [quotas[type], kinds[type]];
  if (quota === undefined || kind === undefined) {
    throw new AwsError("NotImplemented", `The virtual AWS does not serve policies of the type ${type}.`, 501);
  }
  if (content.length > quota.size) throw constraint("You have exceeded the maximum policy size.");
  const wrong = validateDocument(parsed(content), kind).find(refusedByAws);
  if (wrong !== undefined) throw malformed(wrong.message);
  return quota;
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw malformed("The document is not JSON.");
  }
}

const malformed = (reason: string) =>
  new AwsError(
    "MalformedPolicyDocumentException",
    `The provided policy document does not meet the requirements of the specified policy type. ${reason}`,
  );

import type { Properties } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { call, doing, list, regionOf, unlessGone } from "../session.ts";
import type { Session } from "../session.ts";
import { keptOrder, present, textsIn } from "../state.ts";
import { exclusiveId, exclusiveKey, keyOf, keyProperties } from "./key.ts";
import type { PermissionSetKey } from "./key.ts";
import { provision } from "./provisioning.ts";

export const managedPolicyAttachmentsExclusive: ResourceType = {
  token: "aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive",
  sets: ["managedPolicyArns"],
  replaceOnChange: ["instanceArn", "permissionSetArn", "region"],

  async create(session, inputs) {
    await doing("creating SSO Managed Policy Attachments Exclusive", sync(session, inputs));
    return { id: exclusiveId(keyOf(inputs)) };
  },

  async read(session, id, known) {
    const [key, region] = [exclusiveKey(id), regionOf(session, known)];
    const found = unlessGone(attachedArns(session, key, region));
    const arns = await doing(`reading SSO Managed Policy Attachments Exclusive (${id})`, found);
    if (arns === undefined) return undefined;
    return {
      ...keyProperties(key, region),
      managedPolicyArns: keptOrder(known["managedPolicyArns"], arns),
      ...present({ timeouts: known["timeouts"] }),
    };
  },

  async update(session, id, { news }) {
    await doing(`updating SSO Managed Policy Attachments Exclusive (${id})`, sync(session, news));
  },

  // Upstream too only stops watching.
  delete: () => Promise.resolve(),
};

async function attachedArns(session: Session, key: PermissionSetKey, region: string): Promise<string[]> {
  const operation = "ListManagedPoliciesInPermissionSet";
  type Attached = Record<"Arn", string>;
  const attached = await list<Attached>(session, "sso-admin", operation, { ...key }, "AttachedManagedPolicies", region);
  return attached.map(({ Arn }) => Arn);
}

async function sync(session: Session, inputs: Properties): Promise<void> {
  const [key, region, wanted] = [keyOf(inputs), regionOf(session, inputs), textsIn(inputs["managedPolicyArns"])];
  const attached = await attachedArns(session, key, region);
  const missing = wanted.filter((arn) => !attached.includes(arn));
  const surplus = attached.filter((arn) => !wanted.includes(arn));
  for (const ManagedPolicyArn of missing) {
    await call(session, "sso-admin", "AttachManagedPolicyToPermissionSet", { ...key, ManagedPolicyArn }, region);
  }
  for (const ManagedPolicyArn of surplus) {
    const input = { ...key, ManagedPolicyArn };
    await unlessGone(call(session, "sso-admin", "DetachManagedPolicyFromPermissionSet", input, region));
  }
  if (missing.length > 0 || surplus.length > 0) await provision(session, key, region);
}

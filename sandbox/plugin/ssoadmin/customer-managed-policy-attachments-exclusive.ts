import { isObject, textOf } from "../property-values.ts";
import type { Properties, Value } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { call, doing, list, regionOf, unlessGone } from "../session.ts";
import type { Session } from "../session.ts";
import { keptOrder, present } from "../state.ts";
import { exclusiveId, exclusiveKey, keyOf, keyProperties } from "./key.ts";
import type { PermissionSetKey } from "./key.ts";
import { provision } from "./provisioning.ts";

/** A policy by its name and path, which is where Identity Center looks for it in each account. */
interface Reference {
  Name: string;
  Path: string;
}

const property = "customerManagedPolicyReferences";

export const customerManagedPolicyAttachmentsExclusive: ResourceType = {
  token: "aws:ssoadmin/customerManagedPolicyAttachmentsExclusive:CustomerManagedPolicyAttachmentsExclusive",
  complete(inputs) {
    const references = inputs[property];
    if (!Array.isArray(references)) return inputs;
    const complete = references.map((item) => (isObject(item) ? { ...item, path: item["path"] ?? "/" } : item));
    return { ...inputs, [property]: complete };
  },
  replaceOnChange: ["instanceArn", "permissionSetArn", "region"],

  async create(session, inputs) {
    await doing("creating SSO Customer Managed Policy Attachments Exclusive", sync(session, inputs));
    return { id: exclusiveId(keyOf(inputs)) };
  },

  async read(session, id, known) {
    const [key, region] = [exclusiveKey(id), regionOf(session, known)];
    const found = unlessGone(attachedReferences(session, key, region));
    const references = await doing(`reading SSO Customer Managed Policy Attachments Exclusive (${id})`, found);
    if (references === undefined) return undefined;
    const shown = references.map(({ Name, Path }) => ({ name: Name, path: Path }));
    return {
      ...keyProperties(key, region),
      [property]: keptOrder(known[property], shown),
      ...present({ timeouts: known["timeouts"] }),
    };
  },

  async update(session, id, { news }) {
    await doing(`updating SSO Customer Managed Policy Attachments Exclusive (${id})`, sync(session, news));
  },

  // Upstream too only stops watching.
  delete: () => Promise.resolve(),
};

async function attachedReferences(session: Session, key: PermissionSetKey, region: string): Promise<Reference[]> {
  const operation = "ListCustomerManagedPolicyReferencesInPermissionSet";
  type Attached = { Name: string; Path?: string };
  const items = "CustomerManagedPolicyReferences";
  const attached = await list<Attached>(session, "sso-admin", operation, { ...key }, items, region);
  return attached.map(({ Name, Path }) => ({ Name, Path: Path ?? "/" }));
}

function referencesIn(value: Value | undefined): Reference[] {
  const items = Array.isArray(value) ? value.filter(isObject) : [];
  return items.map((item) => ({ Name: textOf(item["name"]), Path: textOf(item["path"]) || "/" }));
}

async function sync(session: Session, inputs: Properties): Promise<void> {
  const [key, region, wanted] = [keyOf(inputs), regionOf(session, inputs), referencesIn(inputs[property])];
  const attached = await attachedReferences(session, key, region);
  const isIn = (references: Reference[], { Name, Path }: Reference): boolean =>
    references.some((reference) => reference.Name === Name && reference.Path === Path);
  const missing = wanted.filter((reference) => !isIn(attached, reference));
  const surplus = attached.filter((reference) => !isIn(wanted, reference));
  for (const CustomerManagedPolicyReference of missing) {
    const input = { ...key, CustomerManagedPolicyReference };
    await call(session, "sso-admin", "AttachCustomerManagedPolicyReferenceToPermissionSet", input, region);
  }
  for (const CustomerManagedPolicyReference of surplus) {
    const input = { ...key, CustomerManagedPolicyReference };
    const operation = "DetachCustomerManagedPolicyReferenceFromPermissionSet";
    await unlessGone(call(session, "sso-admin", operation, input, region));
  }
  if (missing.length > 0 || surplus.length > 0) await provision(session, key, region);
}

import { normalised } from "../policy-json.ts";
import { textOf } from "../property-values.ts";
import type { Properties } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { arn, policyDocument } from "../rules.ts";
import { call, doing, regionOf, unlessGone } from "../session.ts";
import type { Session } from "../session.ts";
import { keptDocument } from "../state.ts";
import { keyOf, keyProperties, permissionSetId, permissionSetKey } from "./key.ts";
import { provision } from "./provisioning.ts";

export const permissionSetInlinePolicy: ResourceType = {
  token: "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
  documents: ["inlinePolicy"],
  replaceOnChange: ["instanceArn", "permissionSetArn", "region"],
  rules: { inlinePolicy: [policyDocument], instanceArn: [arn], permissionSetArn: [arn] },

  async create(session, inputs) {
    await put(session, inputs);
    const id = permissionSetId(keyOf(inputs));
    try {
      await provision(session, keyOf(inputs), regionOf(session, inputs));
      return { id };
    } catch (error) {
      return { id, failure: error as Error };
    }
  },

  async read(session, id, known) {
    const [key, region] = [permissionSetKey(id), regionOf(session, known)];
    const found = unlessGone(call(session, "sso-admin", "GetInlinePolicyForPermissionSet", { ...key }, region));
    const answer = await doing(`reading SSO Permission Set Inline Policy (${id})`, found);
    const document = textOf(answer?.["InlinePolicy"]);
    if (document === "") return undefined;
    return { ...keyProperties(key, region), inlinePolicy: keptDocument(known["inlinePolicy"], document) };
  },

  async update(session, id, { news }) {
    await put(session, news);
    await provision(session, permissionSetKey(id), regionOf(session, news));
  },

  async delete(session, id, state) {
    const [key, region] = [permissionSetKey(id), regionOf(session, state)];
    const deleted = unlessGone(call(session, "sso-admin", "DeleteInlinePolicyFromPermissionSet", { ...key }, region));
    const answer = await doing(`deleting SSO Permission Set Inline Policy (${id})`, deleted);
    if (answer !== undefined) await provision(session, key, region);
  },
};

async function put(session: Session, inputs: Properties): Promise<void> {
  const key = keyOf(inputs);
  const input = { ...key, InlinePolicy: normalised(inputs["inlinePolicy"] ?? "") };
  const done = call(session, "sso-admin", "PutInlinePolicyToPermissionSet", input, regionOf(session, inputs));
  await doing(`putting SSO Permission Set (${key.PermissionSetArn}) Inline Policy`, done);
}

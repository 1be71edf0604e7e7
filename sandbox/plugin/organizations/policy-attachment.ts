import { textOf } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { call, doing, list, unlessGone } from "../session.ts";
import { idParts } from "../state.ts";

export const policyAttachment: ResourceType = {
  token: "aws:organizations/policyAttachment:PolicyAttachment",
  unsupported: { skipDestroy: "the sandbox detaches what is destroyed" },
  replaceOnChange: "everything",

  async create(session, inputs) {
    const [PolicyId, TargetId] = [textOf(inputs["policyId"]), textOf(inputs["targetId"])];
    const id = `${TargetId}:${PolicyId}`;
    const attached = call(session, "organizations", "AttachPolicy", { PolicyId, TargetId });
    await doing(`creating Organizations Policy Attachment (${id})`, attached);
    return { id };
  },

  async read(session, id) {
    const [targetId = "", policyId = ""] = targetAndPolicy(id);
    const input = { PolicyId: policyId };
    const targets = list<{ TargetId: string }>(session, "organizations", "ListTargetsForPolicy", input, "Targets");
    const found = await doing(`reading Organizations Policy Attachment (${id})`, unlessGone(targets));
    return found?.some(({ TargetId }) => TargetId === targetId) === true ? { policyId, targetId } : undefined;
  },

  async delete(session, id) {
    const [TargetId = "", PolicyId = ""] = targetAndPolicy(id);
    const detached = unlessGone(call(session, "organizations", "DetachPolicy", { PolicyId, TargetId }));
    await doing(`deleting Organizations Policy Attachment (${id})`, detached);
  },
};

function targetAndPolicy(id: string): string[] {
  return idParts(id, ":", 2, "TARGETID:POLICYID");
}

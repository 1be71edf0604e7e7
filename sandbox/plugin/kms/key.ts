import { textOf } from "../property-values.ts";
import type { Properties } from "../property-values.ts";
import { normalised } from "../policy-json.ts";
import type { ResourceType } from "../resource-type.ts";
import { between, lengthBetween } from "../rules.ts";
import { callsTo, doing, regionOf, unlessGone } from "../session.ts";
import { keptDocument, present } from "../state.ts";
import { tagProperties, tagsIn, updateTags } from "../tags.ts";

const ask = callsTo("kms");

const unserved = "it serves symmetric keys of one region that are in use";

export const key: ResourceType = {
  token: "aws:kms/key:Key",
  unsupported: {
    customKeyStoreId: unserved,
    xksKeyId: unserved,
    multiRegion: unserved,
    rotationPeriodInDays: "it renews keys once a year",
  },
  defaults: {
    bypassPolicyLockoutSafetyCheck: false,
    customerMasterKeySpec: "SYMMETRIC_DEFAULT",
    isEnabled: true,
    keyUsage: "ENCRYPT_DECRYPT",
  },
  computed: ["description", "policy", "multiRegion", "rotationPeriodInDays"],
  documents: ["policy"],
  replaceOnChange: ["customerMasterKeySpec", "keyUsage", "region"],
  rules: { deletionWindowInDays: [between(7, 30)], description: [lengthBetween(0, 8192)] },

  async create(session, inputs) {
    const Tags = Object.entries(tagsIn(inputs["tagsAll"])).map(([TagKey, TagValue]) => ({ TagKey, TagValue }));
    const input = { Description: inputs["description"], Policy: policyIn(inputs), Tags };
    const answer = await doing("creating KMS Key", ask(session, inputs, "CreateKey", input));
    const { KeyId } = answer["KeyMetadata"] as { KeyId: string };
    if (inputs["enableKeyRotation"] === true) await ask(session, inputs, "EnableKeyRotation", { KeyId });
    return { id: KeyId };
  },

  async read(session, id, known) {
    const of = (operation: string) => ask(session, known, operation, { KeyId: id });
    const answer = await doing(`reading KMS Key (${id})`, unlessGone(of("DescribeKey")));
    const metadata = answer?.["KeyMetadata"] as Record<string, unknown> | undefined;
    // Upstream takes a key that waits to be deleted for one that is gone.
    if (metadata === undefined || metadata["KeyState"] === "PendingDeletion") return undefined;
    const { Policy } = await of("GetKeyPolicy");
    const { KeyRotationEnabled, RotationPeriodInDays } = await of("GetKeyRotationStatus");
    const Tags = ((await of("ListResourceTags"))["Tags"] as Record<string, string>[]).map(({ TagKey, TagValue }) => {
      return { Key: TagKey, Value: TagValue };
    });
    return {
      ...present({ arn: metadata["Arn"], keyId: id, description: metadata["Description"] }),
      ...present({ rotationPeriodInDays: RotationPeriodInDays, deletionWindowInDays: known["deletionWindowInDays"] }),
      policy: keptDocument(known["policy"], textOf(Policy)),
      enableKeyRotation: KeyRotationEnabled === true,
      bypassPolicyLockoutSafetyCheck: known["bypassPolicyLockoutSafetyCheck"] ?? false,
      customerMasterKeySpec: textOf(metadata["KeySpec"]),
      keyUsage: textOf(metadata["KeyUsage"]),
      isEnabled: metadata["Enabled"] === true,
      multiRegion: false,
      region: regionOf(session, known),
      ...tagProperties(session, Tags, known),
    };
  },

  async update(session, id, { olds, news, changes }) {
    const of = (operation: string, input: Record<string, unknown> = {}) =>
      doing(`updating KMS Key (${id})`, ask(session, news, operation, { KeyId: id, ...input }));
    if (changes("enableKeyRotation")) {
      await of(news["enableKeyRotation"] === true ? "EnableKeyRotation" : "DisableKeyRotation");
    }
    if (changes("description")) await of("UpdateKeyDescription", { Description: textOf(news["description"]) });
    if (changes("policy")) await of("PutKeyPolicy", { Policy: policyIn(news) });
    await updateTags(
      olds,
      news,
      (TagKeys) => of("UntagResource", { TagKeys }),
      (tags) => of("TagResource", { Tags: tags.map(({ Key, Value }) => ({ TagKey: Key, TagValue: Value })) }),
    );
  },

  async delete(session, id, state) {
    const input = { KeyId: id, PendingWindowInDays: state["deletionWindowInDays"] };
    await doing(`deleting KMS Key (${id})`, unlessGone(ask(session, state, "ScheduleKeyDeletion", input)));
  },
};

const policyIn = ({ policy }: Properties) => (policy === undefined ? undefined : normalised(policy));

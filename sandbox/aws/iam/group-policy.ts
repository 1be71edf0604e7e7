import { group } from "./group.ts";
import { heldPolicies } from "./held-policies.ts";
import { quotas } from "./quotas.ts";

export const groupPolicy = heldPolicies({
  name: "GroupName",
  what: "group",
  quota: "PoliciesPerGroup",
  attached: quotas.managedPoliciesPerGroup,
  inlineSize: quotas.groupInlinePoliciesSize,
  find: group,
});

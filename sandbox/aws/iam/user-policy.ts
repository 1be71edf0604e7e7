import { heldPolicies } from "./held-policies.ts";
import { quotas } from "./quotas.ts";
import { user } from "./user.ts";

export const userPolicy = heldPolicies({
  name: "UserName",
  what: "user",
  quota: "PoliciesPerUser",
  attached: quotas.managedPoliciesPerUser,
  inlineSize: quotas.userInlinePoliciesSize,
  find: user,
});

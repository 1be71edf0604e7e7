import * as z from "zod";
import { access } from "./sections/access.ts";
import { accountBaseline } from "./sections/account-baseline.ts";
import { account } from "./sections/accounts.ts";
import { administrator } from "./sections/administrators.ts";
import { audit } from "./sections/audit.ts";
import { breakGlass } from "./sections/break-glass.ts";
import { group } from "./sections/groups.ts";
import { guardrail } from "./sections/guardrails.ts";
import { identityCenter } from "./sections/identity-center.ts";
import { identityProvider } from "./sections/identity-providers.ts";
import { lockOutOverrides } from "./sections/lock-out-overrides.ts";
import { organization } from "./sections/organization.ts";
import { permissionSet } from "./sections/permission-sets.ts";
import { pipeline } from "./sections/pipelines.ts";
import { policy } from "./sections/policies.ts";
import { disabledRule } from "./sections/disabled-rules.ts";
import { trustedThirdParty } from "./sections/trusted-third-parties.ts";
import { policyExceptions } from "./sections/policy-exceptions.ts";
import { raisedQuota } from "./sections/raised-quotas.ts";
import { user } from "./sections/users.ts";
import { workload } from "./sections/workloads.ts";
import { oneOf } from "./values/offer.ts";

/** A section of named entries, with an example of one. */
const section = <Entry extends z.ZodType>(
  entry: Entry,
  description: string,
  name: string,
  key: z.ZodString = oneOf("new-name"),
): z.ZodRecord<z.ZodString, Entry> => {
  const [example] = (entry.meta()?.examples ?? []) as unknown[];
  return z.record(key, entry).meta({ description, examples: [{ [name]: example }] });
};

/** The sections of the YAML, as they are once all files of a stack are united. */
export const sections = z.strictObject({
  organization,
  "identity-center": identityCenter.exactOptional(),
  accounts: section(account, "Every account of the organization: its name, then what it is.", "Production"),
  "identity-providers": section(identityProvider, "Where identities come from, by name.", "GitHub").exactOptional(),
  groups: section(
    group,
    "Groups of people, by the name that this configuration gives them.",
    "Developers",
  ).exactOptional(),
  users: section(user, "People in Identity Center's own directory, by name.", "ada").exactOptional(),
  policies: section(policy, "Our own policies, reusable by name.", "read-application-logs").exactOptional(),
  "permission-sets": section(
    permissionSet,
    "Permission sets, by name: what people may do where `access` gives one to their group.",
    "Observer",
  ).exactOptional(),
  access: access.exactOptional(),
  workloads: section(workload, "Applications and what they may do, by name.", "payments-processor").exactOptional(),
  "account-baseline": accountBaseline.exactOptional(),
  pipelines: section(pipeline, "Deployment pipelines and what they may do, by name.", "release").exactOptional(),
  audit: audit.exactOptional(),
  guardrails: section(
    guardrail,
    "What nobody may do, whatever else is allowed, by name.",
    "stay-in-organization",
  ).exactOptional(),
  "break-glass": breakGlass.exactOptional(),
  "raised-quotas": section(
    raisedQuota,
    "Quotas that AWS has raised in every account on our request: the quota, then its new value.",
    "managed-policies-per-role",
    oneOf("quotas"),
  ).exactOptional(),
  "lock-out-overrides": lockOutOverrides.exactOptional(),
  "policy-exceptions": policyExceptions.exactOptional(),
  "disabled-rules": section(
    disabledRule,
    "Rules of the policy pack by which nothing is judged, by the rule's name.",
    "exposure-star",
    z.string(),
  ).exactOptional(),
  "trusted-third-parties": section(
    trustedThirdParty,
    "Accounts of others that roles may trust and resources may let in, by a name of our choice.",
    "load-watch",
    z.string(),
  ).exactOptional(),
  administrators: section(
    administrator,
    "Permission sets that may administer Identity Center or the organization, by name.",
    "IdentityCenterAdmin",
    oneOf("permission-sets"),
  ).exactOptional(),
});

type Sections = z.infer<typeof sections>;

/** The sections of which there may be none. */
export type Single = "identity-center" | "break-glass" | "account-baseline" | "audit";

/**
 * What one stack's files say together. Keys are the YAML's own. A section that no file has is empty; an entry that is
 * wrong beyond repair is left out (and has its diagnostic), so that everything here has the shape it promises.
 */
export type Configuration = Required<Omit<Sections, Single>> &
  Pick<Sections, Single> & {
    stack: string;
    /** The stack file, as given to `load` or found beside it. */
    file: string;
  };

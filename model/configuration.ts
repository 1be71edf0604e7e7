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

const section = <Entry extends z.core.SomeType>(entry: Entry, description: string): z.ZodRecord<z.ZodString, Entry> =>
  z.record(z.string(), entry).meta({ description, examples: [{}] });

/** The sections of the YAML, as they are once all files of a stack are united. */
export const sections = z.strictObject({
  organization,
  "identity-center": identityCenter.exactOptional(),
  accounts: section(account, "Every account of the organization, by name."),
  "identity-providers": section(identityProvider, "Where identities come from, by name.").exactOptional(),
  groups: section(group, "Groups of people, by name.").exactOptional(),
  users: section(user, "People in Identity Center's own directory, by name.").exactOptional(),
  policies: section(policy, "Customer managed policies, by name.").exactOptional(),
  "permission-sets": section(permissionSet, "Permission sets, by name.").exactOptional(),
  access: access.exactOptional(),
  workloads: section(workload, "Applications and their roles, by name.").exactOptional(),
  "account-baseline": accountBaseline.exactOptional(),
  pipelines: section(pipeline, "Deployment pipelines and their roles, by name.").exactOptional(),
  audit: audit.exactOptional(),
  guardrails: section(guardrail, "What nobody may do, by name.").exactOptional(),
  "break-glass": breakGlass.exactOptional(),
  "raised-quotas": section(raisedQuota, "Quotas that AWS has raised in every account, by name.").exactOptional(),
  "lock-out-overrides": lockOutOverrides.exactOptional(),
  "policy-exceptions": policyExceptions.exactOptional(),
  "disabled-rules": section(disabledRule, "Rules of the policy pack that are disabled, by name.").exactOptional(),
  "trusted-third-parties": section(
    trustedThirdParty,
    "Accounts of others that may be let in, by name.",
  ).exactOptional(),
  administrators: section(
    administrator,
    "Permission sets that may administer Identity Center or the organization, by name.",
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

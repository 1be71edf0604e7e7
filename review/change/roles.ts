import type { PolicyDocument } from "../../iam/document.ts";
import type { Deployment, Role, ShortGrant } from "../../model/deployment.ts";
import { type Phrase, say, word } from "../phrase.ts";
import { documentChange, held } from "./documents.ts";
import { type Fields, compared, members, toldElsewhere, value, without } from "./fields.ts";
import { type Detail, type Item, changed } from "./item.ts";
import { stackPairs } from "./pairs.ts";
import { policyName } from "./policy-name.ts";
import { rolePower } from "./power.ts";

const empty: PolicyDocument = { Version: "2012-10-17", Statement: [] };

/** What becomes of an inline policy and of the short grants that are part of it. */
export const inlinePolicy = <T extends { inlinePolicy?: PolicyDocument; shortGrants: ShortGrant[] }>(
  before: T,
  after: T,
): Detail[] =>
  documentChange(
    { document: before.inlinePolicy, shortGrants: before.shortGrants },
    { document: after.inlinePolicy, shortGrants: after.shortGrants },
    held,
  );

/** Short grants of which the document stays as it is. */
export const shortGrants = <T extends { inlinePolicy?: PolicyDocument; shortGrants: ShortGrant[] }>(
  before: T,
  after: T,
): Detail[] =>
  JSON.stringify(before.inlinePolicy) === JSON.stringify(after.inlinePolicy)
    ? [{ effect: "none", sign: "~", text: word("its short grants are written otherwise, and mean the same") }]
    : [];

const boundary = ({ permissionsBoundaryArn: arn }: Role): string | undefined => arn && policyName(arn);

const trust = (before: Role, after: Role): Detail[] =>
  documentChange({ document: before.trust, shortGrants: [] }, { document: after.trust, shortGrants: [] }, held).map(
    (detail) => ({ ...detail, text: say`trust: ${detail.text}` }),
  );

const fields: Fields<Role> = {
  name: toldElsewhere,
  formerly: toldElsewhere,
  configPath: toldElsewhere,
  account: toldElsewhere,
  arn: (before, after) => [
    value("ARN", "interrupts", before.arn, after.arn),
    {
      effect: "interrupts",
      sign: "~",
      text: word("the role is deleted and made anew: whoever names or pins the old one no longer lets it in"),
    },
  ],
  roleName: toldElsewhere,
  path: toldElsewhere,
  description: without("description"),
  trust,
  maxSessionDuration: (before, after) => [
    value(
      "longest session, in seconds",
      after.maxSessionDuration > before.maxSessionDuration ? "gains" : "loses",
      before.maxSessionDuration,
      after.maxSessionDuration,
    ),
  ],
  permissionsBoundaryArn: (before, after) => [
    value("permissions boundary", "gains", boundary(before), boundary(after)),
  ],
  inlinePolicy,
  shortGrants,
  awsManagedPolicyArns: (before, after) =>
    members(before.awsManagedPolicyArns, after.awsManagedPolicyArns, {
      gained: "gains",
      lost: "loses",
      say: (arn) => say`AWS managed policy ${policyName(arn)}`,
    }),
  customerManagedPolicyArns: (before, after) =>
    members(before.customerManagedPolicyArns, after.customerManagedPolicyArns, {
      gained: "gains",
      lost: "loses",
      say: (arn) => say`policy ${policyName(arn)}`,
    }),
  needsPolicies: toldElsewhere,
  needsIdentityProvider: toldElsewhere,
  tags: without("owner or other tags"),
};

/** A role, and whose it is. */
interface Owned {
  name: string;
  formerly: readonly string[];
  role: Role;
  whose: Phrase;
}

/** What becomes of the roles of workloads, pipelines and break-glass of all stacks. */
export function roleItems(before: readonly Deployment[], after: readonly Deployment[]): Item[] {
  const { both, added, gone, again } = stackPairs(before, after, rolesOf, ({ role }) => role.arn);
  return [
    ...both.flatMap(({ before: { role: old }, after: { role, whose } }) =>
      changed(
        say`${whose}, role ${role.roleName}`,
        [role.account],
        [...rolePower(old, role, after), ...compared(fields, old, role)],
      ),
    ),
    ...again.map(({ before: { role: old }, after: { role, whose } }): Item => ({
      effect: "interrupts",
      text: say`${whose}, role ${role.roleName}, is deleted and made anew under the same ARN: until then nothing can assume it, and whoever pins the old one no longer lets it in; within a stack ${"formerly"} keeps it`,
      accounts: [role.account],
      details: compared(fields, old, role),
    })),
    ...added.map(({ role, whose }): Item => ({
      effect: "gains",
      text: say`${whose} is new, with the role ${role.roleName}`,
      accounts: [role.account],
      details: [...rolePower(undefined, role, after), ...compared(fields, nothingOf(role), role)],
    })),
    ...gone.map(({ role, whose }): Item => ({
      effect: "loses",
      text: say`${whose} is removed, and the role ${role.roleName} deleted`,
      accounts: [role.account],
      details: [],
    })),
  ];
}

function nothingOf(role: Role): Role {
  const nothing = { ...role, trust: empty, shortGrants: [], awsManagedPolicyArns: [], customerManagedPolicyArns: [] };
  delete nothing.inlinePolicy;
  return nothing;
}

/** The roles that a stack makes, but for those of the audit. */
function rolesOf({ workloads, pipelines, breakGlass }: Deployment): Owned[] {
  const owned = (role: Role, whose: Phrase): Owned => ({ name: role.name, formerly: role.formerly, role, whose });
  return [
    ...workloads.flatMap(({ name, account, role, executionRole }) => {
      const key = name.slice(0, name.length - account.length - 1);
      return [
        owned(role, say`workload ${key}`),
        ...(executionRole === undefined ? [] : [owned(executionRole, say`workload ${key}, what starts it`)]),
      ];
    }),
    ...pipelines.flatMap(({ name, source, targets }) => [
      ...(source === undefined ? [] : [owned(source, say`pipeline ${name}, where it starts`)]),
      ...targets.map((target) => owned(target, say`pipeline ${name}, where it deploys to`)),
    ]),
    ...(breakGlass?.roles ?? []).map((role) => owned(role, word("break-glass"))),
  ];
}

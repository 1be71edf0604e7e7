import type { Account, Deployment, IdentityProvider, PackSettings, PolicyException } from "../../model/deployment.ts";
import { say, word } from "../phrase.ts";
import { documentChange, held } from "./documents.ts";
import { type Fields, compared, members, toldElsewhere, value, without } from "./fields.ts";
import { type Detail, type Item, changed } from "./item.ts";
import { leafChanges } from "./leaves.ts";
import { pairs } from "./pairs.ts";

const accountFields: Fields<Account> = {
  name: toldElsewhere,
  formerly: toldElsewhere,
  configPath: toldElsewhere,
  id: (before, after) => [value("id", "weakens", before.id, after.id)],
  region: (before, after) => [value("home region", "none", before.region, after.region)],
  deployRoleArn: (before, after) => [value("deploy role", "weakens", before.deployRoleArn, after.deployRoleArn)],
  previewRoleArn: (before, after) => [value("preview role", "weakens", before.previewRoleArn, after.previewRoleArn)],
  ceiling: (before, after) => [
    ...leafChanges(before.ceiling.arn, after.ceiling.arn, "weakens", ["ceiling"]),
    ...documentChange(
      { document: before.ceiling.document, shortGrants: [] },
      { document: after.ceiling.document, shortGrants: [] },
      held,
    )
      .filter(({ effect }) => effect !== "none")
      .map((detail) => ({ ...detail, text: say`ceiling, with the next bootstrap template: ${detail.text}` })),
  ],
  sessionName: toldElsewhere,
  tags: without("tags of everything in it"),
};

/** What becomes of how a stack works in its accounts. */
export function accountItems(before: Deployment, after: Deployment): Item[] {
  const { both } = pairs(before.accounts, after.accounts);
  return both.flatMap(({ before: old, after: account }) =>
    changed(say`account ${account.name}`, [], compared(accountFields, old, account)),
  );
}

const providerFields: Fields<IdentityProvider> = {
  name: toldElsewhere,
  formerly: toldElsewhere,
  configPath: toldElsewhere,
  account: toldElsewhere,
  url: (before, after) => [value("address", "gains", before.url, after.url)],
  audiences: (before, after) =>
    members(before.audiences, after.audiences, { gained: "gains", lost: "loses", say: (one) => say`audience ${one}` }),
  tags: without("owner or other tags"),
};

/** What becomes of the providers of tokens. */
export function identityProviderItems(before: Deployment, after: Deployment): Item[] {
  const { both, added, gone } = pairs(before.identityProviders, after.identityProviders);
  return [
    ...both.flatMap(({ before: old, after: one }) =>
      changed(say`identity provider ${one.url}`, [one.account], compared(providerFields, old, one)),
    ),
    ...added.map((one): Item => ({
      effect: "gains",
      text: say`identity provider ${one.url} is new: roles can let its tokens in`,
      accounts: [one.account],
      details: [],
    })),
    ...gone.map((one): Item => ({
      effect: "loses",
      text: say`identity provider ${one.url} is removed: no role lets its tokens in any more`,
      accounts: [one.account],
      details: [],
    })),
  ];
}

/** What becomes of the audit and of the floor under the accounts. */
export function baselineItems(before: Deployment, after: Deployment): Item[] {
  const floors = pairs(before.accountBaselines, after.accountBaselines);
  const text = word("the floor under the account (account-baseline)");
  return [
    ...changed(word("how one would notice (audit)"), [], auditChanges(before, after)),
    ...floors.both.flatMap(({ before: old, after: floor }) =>
      changed(text, [floor.account], leafChanges(old, floor, "weakens")),
    ),
    ...floors.added.map(({ account }): Item => ({
      effect: "none",
      text: say`${text} is new`,
      accounts: [account],
      details: [],
    })),
    ...floors.gone.map(({ account }): Item => ({
      effect: "weakens",
      text: say`${text} is not kept any more`,
      accounts: [account],
      details: [],
    })),
  ];
}

function auditChanges(before: Deployment, after: Deployment): Detail[] {
  const { alarms: old, ...was } = before.audit ?? {};
  const { alarms: now, ...is } = after.audit ?? {};
  // Whom alarms reach is told with the alarms of break-glass.
  const told = before.alarms !== undefined && after.alarms !== undefined;
  const unlessTold = (alarms: typeof old) => (told && alarms !== undefined ? { ...alarms, emails: [] } : alarms);
  const alarms = leafChanges(unlessTold(old), unlessTold(now), "weakens", ["alarms"]);
  return [
    ...leafChanges(was, is, "weakens"),
    ...alarms.map((detail): Detail => (detail.sign === "+" ? { ...detail, effect: "none" } : detail)),
  ];
}

/** What becomes of what the policy pack lets through. */
export function packItems(before: Deployment, after: Deployment): Item[] {
  const key = ({ rule, resource }: PolicyException): string => JSON.stringify([rule, resource]);
  const old = new Map(before.policyExceptions.map((one) => [key(one), one]));
  const now = new Map(after.policyExceptions.map((one) => [key(one), one]));
  const text = ({ rule, resource }: PolicyException) =>
    say`exception from the rule ${rule} of the policy pack for ${resource}`;
  return [
    ...[...now].flatMap(([name, one]): Item[] => {
      const was = old.get(name);
      if (was === undefined) {
        const until = say`until ${one.until}, that day included: ${one.reason}; owner ${one.owner}`;
        return [
          {
            effect: "weakens",
            text: say`${text(one)} is new`,
            accounts: [],
            details: [{ effect: "weakens", sign: "+", text: until }],
          },
        ];
      }
      return changed(
        text(one),
        [],
        [
          ...(was.until === one.until
            ? []
            : [value("last day", one.until > was.until ? "weakens" : "expires", was.until, one.until)]),
          ...(was.reason === one.reason ? [] : without("reason")()),
          ...(was.owner === one.owner ? [] : without("owner")()),
        ],
      );
    }),
    ...[...old]
      .filter(([name]) => !now.has(name))
      .map(([, one]): Item => ({ effect: "loses", text: say`${text(one)} is removed`, accounts: [], details: [] })),
    ...changed(word("what the policy pack is told"), [], compared(packFields, before.packSettings, after.packSettings)),
  ];
}

const packFields: Fields<PackSettings> = {
  organizationId: (before, after) => [
    value("the organization", "weakens", before.organizationId, after.organizationId),
  ],
  ownAccounts: (before, after) =>
    members(before.ownAccounts, after.ownAccounts, {
      gained: "none",
      lost: "none",
      say: (id) => say`${id} is an account of ours`,
    }),
  trustedThirdParties: (before, after) => {
    const texts = ({ trustedThirdParties }: PackSettings) =>
      trustedThirdParties.map(({ account, externalId }) => `${account} with the external id ${externalId}`);
    return members(texts(before), texts(after), {
      gained: "weakens",
      lost: "loses",
      say: (party) => say`roles and resources may let in the third party ${party}`,
    });
  },
  managementAccount: (before, after) => [
    value("the management account", "weakens", before.managementAccount, after.managementAccount),
  ],
  delegatedAdministrators: (before, after) =>
    members(before.delegatedAdministrators, after.delegatedAdministrators, {
      gained: "weakens",
      lost: "none",
      say: (id) => say`Identity Center is administered from ${id}`,
    }),
  administrators: (before, after) => {
    const texts = ({ administrators }: PackSettings) =>
      administrators.flatMap(({ permissionSet, groups }) => groups.map((group) => `${group} by ${permissionSet}`));
    return members(texts(before), texts(after), {
      gained: "weakens",
      lost: "loses",
      say: (who) => say`${who} may administer Identity Center`,
    });
  },
  disabledRules: (before, after) =>
    members(before.disabledRules, after.disabledRules, {
      gained: "weakens",
      lost: "loses",
      say: (rule) => say`the rule ${rule} is disabled`,
    }),
};

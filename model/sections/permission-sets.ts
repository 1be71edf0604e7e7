import * as z from "zod";
import { outsideLimits } from "../values/text.ts";
import { checkName } from "../names.ts";
import type { Path } from "../path.ts";
import { refers } from "../references.ts";
import type { Stack } from "../stack.ts";
import { type Landings, landings } from "../landing.ts";
import { sessionDuration } from "../values/duration.ts";
import { checkFormerly, formerly } from "../values/formerly.ts";
import { checkOwner, owner } from "../values/owner.ts";
import { checkTags, tags } from "../values/tags.ts";
import { awsText, nameCharacters, printable, text } from "../values/text.ts";
import { checkPermissions, customerManagedPolicies, permissionsKeys } from "./permissions.ts";

export const permissionSet = z
  .strictObject({
    description: awsText(
      {
        service: "sso-admin",
        shape: "PermissionSetDescription",
        what: "a permission set's description",
        characters: printable,
      },
      "What the permission set is for, in words that the people who get it understand; they see it when they sign in.",
      "Release and roll back the shop; no administrator rights",
    ),
    owner,
    "session-duration": sessionDuration.exactOptional(),
    "relay-state": text(
      "The page of the AWS console on which a session begins: its address, with https.",
      "https://console.aws.amazon.com/costmanagement/home",
    ).exactOptional(),
    tags: tags.exactOptional(),
    "administered-from": text(
      "The management account, for a set that is used there: a delegated administrator of Identity Center cannot touch it.",
      "Management",
      { offers: "accounts", otherwise: "`organization.delegated-administrators.identity-center`" },
    ).exactOptional(),
    formerly: formerly.exactOptional(),
    ...permissionsKeys,
  })
  .meta({
    description:
      "A permission set of Identity Center. It belongs to the stack whose file defines it; that stack alone assigns it, in any account.",
    examples: [
      {
        description: "Look at everything; change nothing",
        owner: "Operations",
        "session-duration": "4 hours",
        "aws-managed-policies": ["ViewOnlyAccess"],
      },
    ],
  });

export type PermissionSet = z.infer<typeof permissionSet>;

const setName = {
  service: "sso-admin",
  shape: "PermissionSetName",
  what: "a permission set's name",
  characters: nameCharacters,
};

/** Checks the permission sets, and what they need in the accounts where `access` puts them. */
export function checkPermissionSets(stack: Stack): void {
  const { "permission-sets": sets } = stack.configuration;
  const landed = landings(stack);
  for (const [name, entry] of Object.entries(sets)) {
    const path = ["permission-sets", name];
    const accounts = landed.get(name) ?? new Map<string, Path>();
    checkName(stack, path, setName);
    checkOwner(stack, entry.owner, path);
    checkTags(stack, entry.tags, [...path, "tags"]);
    checkRelayState(stack, entry["relay-state"], [...path, "relay-state"]);
    checkPermissions(stack, entry, path, "permission-set", [...accounts.keys()]);
    checkManagement(stack, entry, path, accounts);
    checkStaysInStack(stack, name, entry, accounts);
    if (!landed.has(name) && !stack.findings.incomplete.has("access")) {
      stack.findings.add("permission-set-unused", path, {
        message: `Nobody has "${name}": no line of \`access\` names it.`,
        fix: "Delete it, or assign it.",
      });
    }
  }
  checkFormerly(stack, "permission-sets", sets);
}

/** A delegated administrator cannot touch a set that is used in the management account: such a set says so. */
function checkManagement(stack: Stack, entry: PermissionSet, path: Path, accounts: Landings): void {
  const { findings } = stack;
  const { "management-account": management, "delegated-administrators": delegated } = stack.configuration.organization;
  const from = entry["administered-from"];
  if (from !== undefined && from !== management) {
    if (!refers(stack, "accounts", from, [...path, "administered-from"])) return;
    findings.add("management-account", [...path, "administered-from"], {
      message: `"${from}" is not the management account.`,
      fix: `Write \`administered-from: ${management}\`, or delete the key.`,
    });
  }
  const administrator = delegated?.["identity-center"] ?? management;
  const landing = accounts.get(management);
  if (from === undefined && administrator !== management && landing !== undefined) {
    findings.add("administered-from-missing", path, {
      message: `It is used in ${management} (${findings.where(landing)}), where ${administrator} cannot administer it.`,
      fix: `Write \`administered-from: ${management}\`.`,
    });
  }
}

function checkStaysInStack(
  { configuration, findings }: Stack,
  name: string,
  entry: PermissionSet,
  accounts: Landings,
): void {
  const [policy] = customerManagedPolicies(entry);
  if (policy === undefined) return;
  for (const [account, path] of accounts) {
    const owner = configuration.accounts[account]?.stack;
    if (owner === configuration.stack || owner === undefined) continue;
    findings.add("set-leaves-its-stack", path, {
      message: `"${name}" needs the policy "${policy}", and ${account} belongs to the stack ${owner}.`,
      fix: `Define a set for ${account} in the stack ${owner}, or give "${name}" no customer managed policy.`,
    });
  }
}

const consoleDomains = { aws: "aws.amazon.com", "aws-us-gov": "amazonaws-us-gov.com", "aws-cn": "amazonaws.cn" };

function checkRelayState({ configuration, findings }: Stack, address: string | undefined, path: Path): void {
  if (address === undefined) return;
  const domain = consoleDomains[configuration.organization.partition ?? "aws"];
  const url = URL.parse(address);
  const host = url?.hostname ?? "";
  const fits = url?.protocol === "https:" && (host === `console.${domain}` || host.endsWith(`.console.${domain}`));
  const wrong = outsideLimits(
    { service: "sso-admin", shape: "RelayState", what: "a relay state", characters: "the characters of a web address" },
    address,
  );
  if (fits && wrong === undefined) return;
  findings.add("relay-state", path, {
    message: wrong?.message ?? `"${address}" is no https address of the AWS console.`,
    fix: `Write an address that begins with https://console.${domain}/.`,
  });
}

import { escalates, readsData } from "../catalogue/sensitive-actions.ts";
import { covers } from "../match.ts";
import type { NormalStatement } from "../normalize.ts";
import { isWrite } from "./checks.ts";
import { grantedActions } from "./granted-action.ts";
import { isAbout } from "./left.ts";
import { narrows } from "./narrowing.ts";

/**
 * The actions by which whoever has these policies administers IAM Identity Center, the organization or its accounts, and
 * so gives anybody any access: as AWS spells them, less those that reach only what is named. AWS lets them through in the
 * management account and where it is delegated.
 * Source: https://docs.aws.amazon.com/singlesignon/latest/userguide/delegated-admin.html
 */
export function administrationBy(statements: readonly NormalStatement[]): string[] {
  const found = statements.filter(({ effect }) => effect === "Allow").flatMap((allow) => ofAllow(allow, statements));
  return [...new Set(found)].sort();
}

/** Whether these policies change anything, be it narrow; what reads content does not. */
export function changesAnything(statements: readonly NormalStatement[]): boolean {
  return statements.some((allow) => {
    if (allow.effect !== "Allow") return false;
    if (allow.action.not || allow.action.items.some((item) => covers(item, "\u0003*:\u0003*"))) return true;
    return grantedActions(allow, statements).some(
      (one) => isWrite(one) && !readsData.has(one.info.name) && one.info.name !== "s3express:CreateSession",
    );
  });
}

const administrative = [
  ...[...escalates].filter((name) => /^(sso|sso-directory|identitystore|organizations):/.test(name)),
  ...["sso:CreatePermissionSet", "account:StartPrimaryEmailUpdate", "account:PutAlternateContact"],
  ...["AttachPolicy", "DetachPolicy", "UpdatePolicy", "PutResourcePolicy", "RegisterDelegatedAdministrator"].map(
    (name) => `organizations:${name}`,
  ),
].map((name) => name.toLowerCase());

function ofAllow(allow: NormalStatement, statements: readonly NormalStatement[]): string[] {
  const items = administrative.filter((name) => isAbout(allow, name));
  if (items.length === 0) return [];
  if (allow.resource?.not === true) return items;
  return grantedActions({ ...allow, action: { not: false, items } }, statements)
    .filter(({ open, info }) => open.length > 0 && !narrows(allow.condition, info.name))
    .map(({ info }) => info.name);
}

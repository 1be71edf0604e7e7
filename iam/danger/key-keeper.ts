import { parseArn } from "../arn.ts";
import { action } from "../catalogue/actions.ts";
import { unknownText } from "../document.ts";
import { guarantees, presences } from "../guarantee.ts";
import type { ConditionTest, NamedPrincipal, NormalStatement } from "../normalize.ts";
import { isAbout } from "./left.ts";
import { parties } from "./parties.ts";

/**
 * Whether anybody of an account may change the policy of a key that has these statements, of accounts that `isOwn` knows
 * where it knows any. Where nobody may, nobody ever will: the account's administrators have no say that the policy does
 * not give them.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export function hasKeeper(statements: readonly NormalStatement[], isOwn: (account: string) => boolean): boolean {
  const about = statements.filter(
    (statement) => isAbout(statement, "kms:putkeypolicy") || statement.action.items.includes(unknownText),
  );
  const denied = about
    .filter(
      ({ effect, principal, condition }) => effect === "Deny" && principal?.not === false && isMetByAll(condition),
    )
    .flatMap(({ principal }) => principal?.items ?? []);
  return about.some(({ effect, principal, ...allow }) => {
    if (effect !== "Allow" || principal?.not !== false || !canBeMet(allow.condition)) return false;
    const keepers = principal.items.filter(({ type }) => type === "AWS" || type === "*");
    const left = keepers.filter((keeper) => !denied.some((one) => holds(one, keeper)));
    if (left.some(({ value }) => value === unknownText)) return true;
    const accounts = parties([{ ...allow, effect, principal: { not: false, items: left } }]).map(
      ({ account }) => account,
    );
    return left.length > 0 && (accounts.length === 0 || accounts.some((one) => one === undefined || isOwn(one)));
  });
}

/** Whether what a Deny names holds a principal: everybody, its account, or itself. */
function holds(denied: NamedPrincipal, keeper: NamedPrincipal): boolean {
  if (denied.type === "*" || denied.value === keeper.value) return true;
  const arn = parseArn(denied.value);
  const whole = arn?.resource === "root" ? arn.account : denied.value;
  return whole === (parseArn(keeper.value)?.account ?? keeper.value);
}

/** Whether every principal meets a condition: it only asks for what each has. */
function isMetByAll(condition: readonly ConditionTest[]): boolean {
  const there = presences(condition);
  return condition.every(
    ({ key }) => /^aws:principal(arn|account|type)$/i.test(key) && there.includes(key.toLowerCase()),
  );
}

/** Whether somebody who changes a key's policy can meet a condition: its keys are there then, and are no service's. */
function canBeMet(condition: readonly ConditionTest[]): boolean {
  const carried = (action("kms:PutKeyPolicy")?.conditionKeys ?? []).map((key) => key.toLowerCase());
  const demanded = guarantees(condition);
  return ![...demanded.map(({ key }) => key), ...presences(condition)].some(
    (key) =>
      (key.startsWith("kms:") && (key === "kms:viaservice" || !carried.includes(key))) ||
      demanded.some(
        (one) =>
          one.key === key &&
          /^aws:(principalisawsservice|viaawsservice)$/.test(key) &&
          one.values.every((value) => value.toLowerCase() === "true"),
      ),
  );
}

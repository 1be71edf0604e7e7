import { unknownText } from "../document.ts";
import type { NormalStatement } from "../normalize.ts";
import { isAbout } from "./left.ts";

/**
 * Whether anybody of an account may change the policy of a key that has these statements. Where nobody may, nobody ever
 * will: the account's administrators have no say that the policy does not give them.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export function hasKeeper(statements: readonly NormalStatement[]): boolean {
  const about = statements.filter(
    (statement) => isAbout(statement, "kms:putkeypolicy") || statement.action.items.includes(unknownText),
  );
  const isEverybody = ({ principal }: NormalStatement): boolean =>
    principal?.not === false && principal.items.some(({ type }) => type === "*");
  if (about.some((one) => one.effect === "Deny" && one.condition.length === 0 && isEverybody(one))) return false;
  return about.some(
    ({ effect, principal }) =>
      effect === "Allow" &&
      principal?.not === false &&
      principal.items.some(({ type }) => type === "AWS" || type === "*"),
  );
}

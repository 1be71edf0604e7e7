import type { Deployment } from "../../model/deployment.ts";
import { say, word } from "../phrase.ts";
import type { CellChange } from "./access.ts";
import type { Item } from "./item.ts";
import { pairs } from "./pairs.ts";
import { principalName } from "./side.ts";

/** What is called otherwise, with `formerly`: in AWS nothing becomes of it. */
export function renameItems(before: Deployment, after: Deployment): Item[] {
  const sections = [
    ["permission set", before.permissionSets, after.permissionSets],
    ["workload", before.workloads, after.workloads],
    ["pipeline", before.pipelines, after.pipelines],
    ["policy", before.policies, after.policies],
    ["guardrail", before.guardrails, after.guardrails],
    ["account", before.accounts, after.accounts],
    ["group", before.identityCenter.groups, after.identityCenter.groups],
    ["user", before.identityCenter.users, after.identityCenter.users],
  ] as const;
  return sections.flatMap(([what, old, now]) =>
    pairs<{ name: string; formerly: string[]; account?: string }>(old, now)
      .both.filter(({ renamed }) => renamed)
      .map(({ before: was, after: is }) => renamed(what, keyOf(was), keyOf(is)))
      .filter((item) => item !== undefined),
  );
}

/** Groups and users are called otherwise in their lines of the matrix. */
export function renamedPrincipals({ kept }: CellChange): Item[] {
  return kept.flatMap(
    ({ before, after }) =>
      renamed(before.principal.type.toLowerCase(), principalName(before.principal), principalName(after.principal)) ??
      [],
  );
}

function renamed(what: string, from: string, to: string): Item | undefined {
  if (from === to) return undefined;
  return {
    effect: "none",
    text: say`${word(what)} ${from} is called ${to}: nobody gains or loses anything by that`,
    accounts: [],
    details: [],
  };
}

/** What is made in each account has the account's name behind its own, which is renamed by itself. */
function keyOf({ name, account }: { name: string; account?: string }): string {
  return account !== undefined && name.endsWith(`/${account}`) ? name.slice(0, -account.length - 1) : name;
}

import { nearest } from "../iam/nearest.ts";
import type { Path } from "./path.ts";
import { someOf } from "./references.ts";
import { accountsOf } from "./sections/workloads.ts";
import { selectAccounts } from "./selector.ts";
import type { Stack } from "./stack.ts";

/** Checks all stacks together: an account, a permission set and whatever lies in an account belong to one stack. */
export function checkOwnership(stacks: readonly Stack[]): void {
  checkAccountStacks(stacks);
  checkSetStacks(stacks);
  for (const stack of stacks)
    for (const [path, accounts] of insideAccounts(stack)) checkSeen(stack, stacks, path, accounts);
}

function checkAccountStacks(stacks: readonly Stack[]): void {
  const names = stacks.map(({ configuration }) => configuration.stack);
  const first = new Map<string, { stack: Stack; name: string }>();
  for (const stack of stacks) {
    for (const [name, { id, stack: owner }] of Object.entries(stack.configuration.accounts)) {
      const path = ["accounts", name];
      if (!names.includes(owner)) {
        const meant = nearest(owner, names);
        stack.findings.add("unknown-stack", [...path, "stack"], {
          message: `There is no stack "${owner}"${meant === undefined ? "" : `; did you mean "${meant}"?`}`,
          fix: `Write one of: ${someOf(names)}.`,
        });
      }
      const other = first.get(id);
      first.set(id, other ?? { stack, name });
      const otherPath = ["accounts", other?.name ?? ""];
      if (other === undefined || sameFile(stack, other.stack, otherPath, otherPath)) continue;
      stack.findings.add("account-in-two-stacks", path, {
        message: `The account ${id} stands in ${other.stack.findings.where(["accounts", other.name])} too, for the stack ${other.stack.configuration.stack}.`,
        fix: "Define it once, in a file that both stacks include.",
      });
    }
  }
}

function checkSetStacks(stacks: readonly Stack[]): void {
  const first = new Map<string, Stack>();
  for (const stack of stacks) {
    for (const name of Object.keys(stack.configuration["permission-sets"])) {
      const path = ["permission-sets", name];
      const other = first.get(name);
      first.set(name, other ?? stack);
      if (other === undefined) continue;
      const shared = sameFile(stack, other, path, path);
      stack.findings.add("permission-set-in-two-stacks", path, {
        message: shared
          ? `The stacks ${other.configuration.stack} and ${stack.configuration.stack} both include it; a set belongs to one.`
          : `The stack ${other.configuration.stack} defines "${name}" too (${other.findings.where(path)}).`,
        fix: shared ? "Move it into the file of one stack." : "Give one of the two another name.",
      });
    }
  }
}

/** Everything that is made inside accounts: where it is written, and the accounts. */
function* insideAccounts({ configuration, findings }: Stack): Generator<[Path, readonly string[]]> {
  const select = (accounts: string | string[] | undefined, path: Path): string[] =>
    selectAccounts(accounts ?? [], configuration, [...path, "accounts"], findings);
  for (const [name, entry] of Object.entries(configuration.workloads)) yield [["workloads", name], accountsOf(entry)];
  for (const [name, { from, to }] of Object.entries(configuration.pipelines)) {
    yield [
      ["pipelines", name],
      [from.account, ...Object.keys(to)],
    ];
  }
  for (const [name, { accounts }] of Object.entries(configuration.policies)) {
    yield [["policies", name], select(accounts, ["policies", name])];
  }
  const baseline = configuration["account-baseline"];
  if (baseline !== undefined && !findings.incomplete.has("account-baseline"))
    yield [["account-baseline"], select(baseline.accounts, ["account-baseline"])];
  const breakGlass = configuration["break-glass"];
  if (breakGlass !== undefined) {
    const roleAccounts = select(breakGlass.role.accounts, ["break-glass", "role"]);
    yield [["break-glass"], [breakGlass.account, ...roleAccounts]];
  }
  for (const [name, { accounts }] of Object.entries(configuration["identity-providers"])) {
    yield [["identity-providers", name], select(accounts, ["identity-providers", name])];
  }
}

function checkSeen(stack: Stack, stacks: readonly Stack[], path: Path, accounts: readonly string[]): void {
  for (const account of accounts) {
    const owner = stack.configuration.accounts[account]?.stack;
    const makes = stacks.find(({ configuration }) => configuration.stack === owner);
    if (makes === undefined || makes === stack || sameFile(stack, makes, path, path)) continue;
    stack.findings.add("outside-its-stack", path, {
      message: `${account} belongs to the stack ${makes.configuration.stack}, which does not see this: nobody would make it.`,
      fix: `Move it to ${makes.configuration.file}, or to a file that both stacks include.`,
    });
  }
}

/** Whether a path of one stack and a path of another are the same lines of one file. */
function sameFile(a: Stack, b: Stack, path: Path, other: Path): boolean {
  return a.findings.where(path) === b.findings.where(other);
}

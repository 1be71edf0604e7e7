import type { Path } from "./path.ts";
import { type Stack, isPresent } from "./stack.ts";
import type { AwsText } from "./values/text.ts";
import { outsideLimits, shortened } from "./values/text.ts";

/** Checks a key that is a name: no spaces, and within AWS's limits where AWS gets to see it. */
export function checkName({ findings }: Stack, path: Path, aws?: AwsText): void {
  const name = String(path.at(-1));
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_.+=@-]*$/u.test(name) || name in Object.prototype) {
    findings.add("name-characters", path, {
      message: `"${shortened(name)}" cannot be a name: letters and digits, and . _ - + = @ between them, no spaces.`,
      fix: proposed(name),
      at: "key",
    });
    return;
  }
  const wrong = aws && outsideLimits(aws, name);
  if (wrong !== undefined) findings.add(wrong.code, path, { message: wrong.message, fix: wrong.fix, at: "key" });
}

/** The name without what it may not hold. */
function proposed(name: string): string {
  const shorter = name.replaceAll(/[^\p{L}\p{N}_.+=@-]+/gu, "-").replaceAll(/^[^\p{L}\p{N}]+|-+$/gu, "");
  return shorter === "" || shorter in Object.prototype
    ? "Write a name of letters and digits."
    : `Write \`${shorter}\`.`;
}

/** Checks that a list, which is a set, says nothing twice. */
export function checkSet({ findings }: Stack, list: readonly string[] | undefined, path: Path): void {
  list?.forEach((member, at) => {
    if (list.indexOf(member) < at) {
      findings.add("duplicate-entry", [...path, at], {
        message: `\`${member}\` stands in the list twice.`,
        fix: "Delete one of the two.",
      });
    }
  });
}

/** Checks that the entry at `path` has exactly one of the keys. Returns it where it has. */
export function checkOne<Key extends string>(stack: Stack, keys: readonly Key[], path: Path): Key | undefined {
  const { findings } = stack;
  const [first, second] = keys.filter((key) => isPresent(stack, [...path, key]));
  if (first === undefined || second !== undefined) {
    const list = keys.map((key) => `\`${key}\``).join(second === undefined ? " or " : " and ");
    findings.add("choose-one", second === undefined ? path : [...path, second], {
      message: second === undefined ? `It needs ${list}.` : `It has ${list}, which exclude each other.`,
      fix: second === undefined ? `Write ${list}.` : "Keep one of them, and delete the others.",
      at: "key",
    });
    return undefined;
  }
  return first;
}

/** Refuses keys that mean nothing in this kind of entry. */
export function checkAbsent(stack: Stack, keys: readonly string[], path: Path, why: string): void {
  for (const key of keys) {
    if (!isPresent(stack, [...path, key])) continue;
    stack.findings.add("key-does-not-apply", [...path, key], {
      message: `\`${key}\` has no effect here: ${why}.`,
      fix: `Delete \`${key}\`.`,
      at: "key",
    });
  }
}

/** Demands keys that this kind of entry cannot do without. */
export function checkPresent(stack: Stack, keys: readonly string[], path: Path, why: string): void {
  for (const key of keys) {
    if (isPresent(stack, [...path, key])) continue;
    stack.findings.add("missing-key", [...path, key], {
      message: `\`${key}\` is missing: ${why}.`,
      fix: `Write a line \`${key}: ...\`.`,
    });
  }
}

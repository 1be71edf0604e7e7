import * as z from "zod";
import { isExpired, permissionSetOf } from "../landing.ts";
import type { Path } from "../path.ts";
import { refers } from "../references.ts";
import { type Stack, isPresent, isWritten } from "../stack.ts";
import { day } from "../values/date.ts";
import { checkEnding } from "../values/ending.ts";
import { oneOf } from "../values/offer.ts";
import { checkOwner, owner } from "../values/owner.ts";
import { text } from "../values/text.ts";

const exception = z
  .strictObject({
    "permission-set": text("Which permission set it is; a key of `permission-sets`.", "DatabaseOperator", {
      offers: "permission-sets",
    }),
    until: day(
      "The last day on which it holds (inclusive, UTC). From the next day on the check says that it has ended, and the next update takes it away. Needs `reason` and `owner` beside it.",
      "2027-03-31",
    ).exactOptional(),
    reason: text(
      "Why it is needed, in words that a reviewer understands.",
      "Move the order database to Aurora",
    ).exactOptional(),
    ticket: text("Where it was asked for, such as the number of a ticket.", "OPS-4711").exactOptional(),
    owner: owner.exactOptional(),
  })
  .meta({
    description: "A permission set for a limited time, or with a reason worth writing down.",
    examples: [
      {
        "permission-set": "DatabaseOperator",
        until: "2027-03-31",
        reason: "Move the order database to Aurora",
        owner: "Operations",
      },
    ],
  });

const cell = z.union([oneOf("permission-sets"), exception]);

/** Group (or `user NAME`) → selector → permission sets. */
export const access = z
  .record(
    oneOf("principals"),
    z
      .record(
        oneOf("selectors"),
        z.array(cell).meta({
          description: "What the group may do there: a list of permission sets.",
          examples: [["ReadOnly", "DeploymentManager"]],
        }),
      )
      .meta({
        description:
          "What one group may do: an account or a selector of accounts (`all accounts`, `accounts under OU`), then permission sets.",
        examples: [{ Production: ["DeploymentManager"], "accounts under Workloads": ["ReadOnly"] }],
      }),
  )
  .meta({
    description:
      "Who may do what, where: a group, below it an account or accounts, beside these the permission sets. To give access, add a line or a name; to take it away, delete it.",
    examples: [{ Developers: { Production: ["DeploymentManager"] } }],
  });

/** One entry of a cell of the matrix: a set's name, or a set with its conditions. */
export type AccessEntry = z.infer<typeof cell>;
export type Access = z.infer<typeof access>;

/** Checks the matrix but for its selectors, which are checked where they are expanded. */
export function checkAccess(stack: Stack, others: readonly Stack[]): void {
  for (const [principal, row] of Object.entries(stack.configuration.access)) {
    const user = /^user (.+)$/u.exec(principal)?.[1];
    if (user === undefined) refers(stack, "groups", principal, ["access", principal], "key");
    else if (refers(stack, "users", user, ["access", principal], "key")) {
      stack.findings.add("access-by-user", ["access", principal], {
        message: `"${user}" has access as a single person.`,
        fix: "Make a group, even for one.",
      });
    }
    for (const [selector, entries] of Object.entries(row)) {
      const seen = new Set<string>();
      entries.forEach((entry, at) => {
        const path = ["access", principal, selector, at];
        const set = permissionSetOf(entry);
        checkSetName(stack, others, set, typeof entry === "string" ? path : [...path, "permission-set"]);
        checkConditions(stack, entry, path);
        if (seen.has(set)) {
          stack.findings.add("duplicate-entry", path, {
            message: `"${set}" stands here twice.`,
            fix: "Delete one of the two.",
          });
        }
        seen.add(set);
      });
    }
  }
}

function checkSetName(stack: Stack, others: readonly Stack[], set: string, path: Path): void {
  if (isWritten(stack, "permission-sets", set)) return;
  const owner = others.find((other) => isWritten(other, "permission-sets", set));
  if (owner === undefined) {
    refers(stack, "permission-sets", set, path);
    return;
  }
  stack.findings.add("foreign-permission-set", path, {
    message: `"${set}" belongs to the stack ${owner.configuration.stack} (${owner.findings.where(["permission-sets", set])}), which alone assigns it.`,
    fix: `Move the line to the \`access\` of the stack ${owner.configuration.stack}.`,
  });
}

function checkConditions(stack: Stack, entry: AccessEntry, path: Path): void {
  if (typeof entry === "string") return;
  checkOwner(stack, entry.owner, path);
  if (entry.until === undefined) return;
  const missing = (["reason", "owner"] as const).filter((key) => !isPresent(stack, [...path, key]));
  if (missing.length > 0) {
    stack.findings.add("access-without-reason", [...path, "until"], {
      message: `It ends on ${entry.until} and has no ${missing.join(" and no ")}.`,
      fix: `Write ${missing.map((key) => `\`${key}:\``).join(" and ")} beside it.`,
    });
  }
  if (isExpired(entry, stack.today)) {
    stack.findings.add("access-expired", [...path, "until"], {
      message: `It ended on ${entry.until}: the next update takes it away, unless one has.`,
      fix: "Delete the entry, or write a later day.",
    });
  }
  checkEnding(stack, entry.until, [...path, "until"], {
    after: "nobody has this access any more",
    fix: "Write a later day if it is still needed; else let it end.",
  });
}

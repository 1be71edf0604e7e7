import * as z from "zod";
import { nearest } from "../../iam/nearest.ts";
import { exceptionSubject } from "../guardrail-exception.ts";
import { checkName, checkSet } from "../names.ts";
import type { Path } from "../path.ts";
import { refers, refersToAccount } from "../references.ts";
import type { Stack } from "../stack.ts";
import { unitLine } from "../unit-line.ts";
import { day, isOver } from "../values/date.ts";
import { checkFormerly, formerly } from "../values/formerly.ts";
import { oneOf } from "../values/offer.ts";
import { checkOwner, owner } from "../values/owner.ts";
import { text } from "../values/text.ts";
import { isUnitPath } from "./accounts.ts";
import { denial, documentKeys } from "./permissions.ts";

const guardrailTypes = ["service-control-policy", "resource-control-policy"] as const;

const exception = z
  .strictObject({
    reason: text(
      "Why the guardrail does not hold for them.",
      "Recovery after a failed migration, with two people present",
    ),
    owner,
    review: day("The last day by which the owner has to look at it again (inclusive, UTC).", "2027-06-30"),
  })
  .meta({
    description: "Somebody for whom the guardrail does not hold.",
    examples: [
      {
        reason: "Recovery after a failed migration, with two people present",
        owner: "SecurityTeam",
        review: "2027-06-30",
      },
    ],
  });

/** One word of a guardrail. Its meaning is decided in `grants/`. */
export const guardrailDenial = denial.meta({
  description: "Something that nobody may do: a word of the closed list.",
  examples: ["delete databases"],
});

export const guardrail = z
  .strictObject({
    type: z.enum(guardrailTypes).meta({
      description:
        "What kind of policy: a service control policy bounds what the accounts' own users and roles may do; a resource control policy bounds what anybody may do to the accounts' resources.",
      examples: ["service-control-policy"],
    }),
    owner,
    targets: z.array(oneOf("guardrail-targets")).meta({
      description:
        "Where it holds, with everything below: `root` (every account), `ou PATH`, or an account. No guardrail binds the management account.",
      examples: [["root"], ["ou Workloads/Production"]],
    }),
    deny: z
      .array(guardrailDenial)
      .meta({
        description: "What nobody may do, in words of a closed list.",
        examples: [["delete databases"], [{ "act outside regions": ["eu-central-1", "eu-west-1"] }]],
      })
      .exactOptional(),
    statements: documentKeys.statements,
    exceptions: z
      .record(oneOf("guardrail-exceptions"), exception)
      .meta({
        description:
          "For whom it does not hold: `role NAME` (`role /PATH/NAME` where it has a path), in any account; `pipeline NAME`; `permission-set NAME`; `principal ARN`. In a resource control policy only the last.",
        examples: [
          {
            "role /break-glass/BreakGlass": {
              reason: "Recovery after a failed migration, with two people present",
              owner: "SecurityTeam",
              review: "2027-06-30",
            },
          },
        ],
      })
      .exactOptional(),
    formerly: formerly.exactOptional(),
  })
  .meta({
    description: "What nobody may do, whatever else is allowed: a policy of AWS Organizations.",
    examples: [
      { type: "service-control-policy", owner: "SecurityTeam", targets: ["root"], deny: ["leave organization"] },
    ],
  });

export type Guardrail = z.infer<typeof guardrail>;

/** Checks the guardrails: whose they are, where they hold and for whom not. What they say is checked where it is spelt out. */
export function checkGuardrails(stack: Stack, stacks: readonly Stack[]): void {
  const { guardrails, organization, accounts } = stack.configuration;
  const names = Object.keys(guardrails);
  const holder = accounts[organization["management-account"]]?.stack;
  if (names.length > 0 && holder !== undefined && holder !== stack.configuration.stack) {
    stack.findings.add("guardrails-elsewhere", "guardrails", {
      message: `Guardrails belong to the stack ${holder}, which holds the management account.`,
      fix: `Include the file in the stack file of ${holder} alone.`,
      at: "key",
    });
    return;
  }
  for (const name of names) {
    const entry = guardrails[name];
    if (entry === undefined) continue;
    const path = ["guardrails", name];
    checkName(stack, path, policyName);
    checkOwner(stack, entry.owner, path);
    checkTargets(stack, entry.targets, [...path, "targets"]);
    checkExceptions(stack, entry, path);
    if (letsTokensIn(entry)) checkIssuers(stack, stacks);
    if (entry.deny === undefined && entry.statements === undefined) {
      stack.findings.add("missing-key", path, {
        message: "A guardrail needs `deny` or `statements`.",
        fix: "Write one of them, with what nobody may do.",
      });
    }
  }
  checkFormerly(stack, "guardrails", guardrails);
}

const policyName = { service: "organizations", shape: "PolicyName", what: "a policy's name", characters: "ASCII" };

function checkTargets(stack: Stack, targets: readonly string[], path: Path): void {
  const { accounts, organization } = stack.configuration;
  checkSet(stack, targets, path);
  targets.forEach((target, at) => {
    if (target === "root") return;
    if (target.startsWith("ou ")) checkUnit(stack, target.slice("ou ".length), [...path, at]);
    else if (target === organization["management-account"]) {
      stack.findings.add("guardrail-binds-nothing", [...path, at], {
        message: `${target} is the management account: no guardrail binds it.`,
        fix: "Take it out; what holds there are permission sets, boundaries and the deploy role's own limits.",
      });
    } else refersToAccount(stack, target, [...path, at]);
    const above = targets.find((other) => other !== target && isBelow(target, other, accounts[target]?.ou));
    if (above === undefined) return;
    stack.findings.add("target-covered", [...path, at], {
      message: `"${target}" lies below "${above}", where the guardrail holds already.`,
      fix: "Take it out: a policy is inherited, and each attachment uses up one place.",
    });
  });
}

function checkUnit({ configuration, findings }: Stack, unit: string, path: Path): void {
  const units = [...new Set(Object.values(configuration.accounts).flatMap(({ ou }) => unitLine(ou)))].sort();
  if (unit !== "root" && isUnitPath(unit) && units.includes(unit)) return;
  const meant = nearest(unit, units);
  findings.add("unknown-ou", path, {
    message: `No account is in or under the organizational unit "${unit}"${meant === undefined ? "." : `; did you mean "ou ${meant}"?`}`,
    fix: `Write \`root\`, or one of: ${units.map((one) => `ou ${one}`).join(", ")}.`,
  });
}

function isBelow(target: string, above: string, accountOu: string | undefined): boolean {
  if (above === "root") return true;
  const line = unitLine(target.startsWith("ou ") ? target.slice("ou ".length) : (accountOu ?? "root"));
  return line.map((unit) => `ou ${unit}`).includes(above);
}

function checkExceptions(stack: Stack, { type, exceptions = {} }: Guardrail, path: Path): void {
  const partition = stack.configuration.organization.partition ?? "aws";
  for (const [key, { owner: answers, review }] of Object.entries(exceptions)) {
    const place = [...path, "exceptions", key];
    checkOwner(stack, answers, place);
    if (isOver(review, stack.today)) {
      stack.findings.add("exception-review-due", [...place, "review"], {
        message: `The review of this exception was due on ${review}; today is ${stack.today}.`,
        fix: `${answers} decides whether it is still needed, then writes the day of the next review.`,
      });
    }
    const subject = exceptionSubject(key, partition);
    if (subject === undefined || (type === "resource-control-policy" && subject.kind !== "principal")) {
      stack.findings.add("guardrail-exception", place, {
        message:
          subject === undefined
            ? `"${key}" does not say for whom the guardrail does not hold.`
            : `"${key}" means no account: anybody outside the organization can have a role of that name.`,
        fix:
          subject === undefined
            ? "Write `role NAME`, `pipeline NAME`, `permission-set NAME`, or `principal` and the whole ARN of a role or user, without * in it."
            : "Write `principal` and the whole ARN.",
        at: "key",
      });
    } else if (subject.kind === "pipeline") refers(stack, "pipelines", subject.name, place, "key");
    else if (subject.kind === "permission-set") refers(stack, "permission-sets", subject.name, place, "key");
  }
}

function letsTokensIn({ deny = [] }: Guardrail): boolean {
  const services = deny.flatMap((entry) =>
    typeof entry === "string" ? [] : (entry["access from outside organization"] ?? []),
  );
  return services.includes("sts");
}

/** The tokens of a provider that only another stack knows would be taken for strangers'. */
function checkIssuers(stack: Stack, stacks: readonly Stack[]): void {
  const known = Object.values(stack.configuration["identity-providers"]).map(({ url }) => url);
  for (const other of stacks) {
    for (const [name, { type, url }] of Object.entries(other.configuration["identity-providers"])) {
      if (type !== "oidc" || known.includes(url)) continue;
      other.findings.add("provider-outside-perimeter", ["identity-providers", name], {
        message: `The stack ${stack.configuration.stack}, whose guardrails let tokens in, does not see this provider.`,
        fix: `Move it to a file that ${stack.configuration.stack} includes too.`,
        at: "key",
      });
    }
  }
}

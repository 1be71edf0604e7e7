import { nearest } from "../../iam/nearest.ts";
import type { ShortGrant } from "../deployment.ts";
import type { Findings } from "../findings.ts";
import type { Path } from "../path.ts";
import type { Guardrail } from "../sections/guardrails.ts";
import type { Denial } from "../sections/permissions.ts";
import type { Tree } from "../tree.ts";
import { type GuardedOrganization, guardrailWords } from "./guardrail-word.ts";
import { sid } from "./statements.ts";

/** What the words of a guardrail mean; a wrong one is left out, with a finding. `taken`: Sids that are given already. */
export function guardrailStatements(
  deny: readonly Denial[],
  type: Guardrail["type"],
  path: Path,
  organization: GuardedOrganization,
  taken: Set<string>,
  findings: Findings,
): ShortGrant[] {
  const read = deny.flatMap((entry, at) => readWord(entry, type, [...path, at], organization, findings) ?? []);
  // In an order of their own, so that the order of the YAML changes nothing.
  const ordered = read.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return ordered.map(({ word, values }) => ({
    text: values.length === 0 ? word.verb : `${word.verb}: ${values.join(", ")}`,
    statements: word.statements(values, organization).map((statement) => ({
      Sid: sid(word.verb, taken),
      Effect: "Deny" as const,
      ...statement,
    })),
  }));
}

interface ReadWord {
  word: (typeof guardrailWords)[number];
  values: string[];
}

const key = ({ word, values }: ReadWord): string => JSON.stringify([word.verb, values]);

function readWord(
  entry: Denial,
  type: Guardrail["type"],
  path: Path,
  organization: GuardedOrganization,
  findings: Findings,
): ReadWord | undefined {
  const [written = "", ...more] = typeof entry === "string" ? [entry] : Object.keys(entry);
  const given = typeof entry === "string" ? "" : entry[written];
  const word = guardrailWords.find(({ verb }) => verb === written);
  if (word === undefined || more.length > 0) {
    const words = guardrailWords.map(({ verb }) => verb);
    const guess = nearest(written, words);
    findings.add(
      "unknown-verb",
      typeof entry === "string" ? path : [...path, word === undefined ? written : (more[0] ?? "")],
      {
        message:
          word === undefined
            ? `"${written}" is not a word of guardrails${guess === undefined ? "." : `; did you mean "${guess}"?`}`
            : `"${written}" has no parameter "${more[0] ?? ""}".`,
        fix: `Write one of: ${words.join(", ")}; or a full IAM statement under \`statements\`.`,
      },
    );
    return undefined;
  }
  if (word.type !== type) {
    findings.add("guardrail-word", path, {
      message: `"${word.verb}" belongs into a guardrail of the type ${word.type}.`,
      fix: "Move it into one of that type.",
    });
    return undefined;
  }
  const values = readValues(word, given, typeof entry === "string" ? path : [...path, written], organization, findings);
  return values === undefined ? undefined : { word, values };
}

function readValues(
  { verb, values: expected }: ReadWord["word"],
  given: Tree | undefined,
  path: Path,
  organization: GuardedOrganization,
  findings: Findings,
): string[] | undefined {
  const list = Array.isArray(given) ? given : given === "" || given === undefined ? [] : [given];
  if (expected === undefined) {
    if (list.length === 0) return [];
    findings.add("grant-target", path, {
      message: `"${verb}" stands alone.`,
      fix: `Write \`- ${verb}\`, without a colon.`,
    });
    return undefined;
  }
  const right = list.filter(
    (value): value is string => typeof value === "string" && expected.isRight(value, organization),
  );
  if (right.length > 0 && right.length === list.length) return [...new Set(right)].sort();
  const wrong = list.find((value) => !right.includes(value as string));
  findings.add("grant-target", path, {
    message: typeof wrong === "string" ? `"${wrong}" is none of the ${expected.expects}.` : `"${verb}" needs a list.`,
    fix: `Write \`- ${verb}: [...]\` with ${expected.expects}.`,
  });
  return undefined;
}

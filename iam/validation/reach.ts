import { resourceArnsOf } from "../catalogue/actions.ts";
import { parseArn } from "../arn.ts";
import type { Report } from "../finding.ts";
import { intersects } from "../match.ts";
import type { Text } from "./json.ts";

/**
 * Warns where an action and the resources of its statement have nothing to do with each other: such a statement reads
 * as if it granted something, and does not.
 */
export function validateReach(actions: Text[], resources: Text[], report: Report): void {
  if (resources.length === 0 || resources.some(({ text }) => parseArn(text) === undefined)) return;
  if (actions.some(({ text }) => !text.includes(":"))) return;
  const accepted = actions.map(({ text }) => resourceArnsOf(text));
  const patterns = resources.map(({ text }) => text.replace(/\$\{[^}]*\}?/g, "*"));
  actions.forEach(({ text, path }, at) => {
    const arns = accepted[at];
    if (arns === undefined || patterns.some((pattern) => reaches(pattern, arns))) return;
    if (arns.length === 0 && patterns.some((pattern) => pattern.endsWith(":*"))) return;
    if (arns.length === 0)
      report(
        "action-accepts-no-resource",
        path,
        `"${text}" acts on no single resource: it needs the Resource "*".`,
        '"*"',
      );
    else
      report(
        "action-accepts-no-resource",
        path,
        `"${text}" acts on none of the statement's resources, only on ${arns.slice(0, 3).join(", ")}.`,
      );
  });
  const all = accepted.flatMap((arns) => arns ?? []);
  if (accepted.includes(undefined) || all.length === 0) return;
  resources.forEach(({ text, path }, at) => {
    if (!reaches(patterns[at] ?? "*", all))
      report("resource-accepted-by-no-action", path, `None of the statement's actions acts on "${text}".`);
  });
}

function reaches(pattern: string, arns: string[]): boolean {
  const service = pattern.split(":")[2];
  return arns.some((arn) => {
    const format = formatOf(arn);
    return (
      (format.service === service || format.service?.startsWith("$") === true) && intersects(pattern, format.pattern)
    );
  });
}

interface Format {
  service: string | undefined;
  /** With `*` for each of AWS's placeholders. */
  pattern: string;
}

const formats = new Map<string, Format>();

/** What an ARN of the catalogue is compared by. */
function formatOf(arn: string): Format {
  let format = formats.get(arn);
  if (format === undefined)
    formats.set(arn, (format = { service: arn.split(":")[2], pattern: arn.replace(/\$\{[^}]*\}/g, "*") }));
  return format;
}

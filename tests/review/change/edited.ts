import { readFileSync, readdirSync } from "node:fs";
import { posix } from "node:path";
import { accessLines } from "../../../model/access-line.ts";
import { deadlines } from "../../../model/deadlines.ts";
import { type Files, isWithin } from "../../../model/files.ts";
import { plan } from "../../../model/plan.ts";
import { textOf } from "../../../model/source-file.ts";
import type { Change } from "../../../review/change/change.ts";
import type { Side } from "../../../review/change/side.ts";
import { asText, listed, say } from "../../../review/phrase.ts";
import { today } from "../../model/case.ts";

/** File, text that stands in it once, text instead. */
export type Edit = [file: string, from: string, to: string];

/** The shipped configuration as texts, by file name. */
export const shipped: ReadonlyMap<string, string> = new Map(
  readdirSync("config")
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => [name, readFileSync(`config/${name}`, "utf8")]),
);

/** The shipped configuration, edited. */
export function edited(edits: readonly Edit[]): ReadonlyMap<string, string> {
  const texts = new Map(shipped);
  for (const [file, from, to] of edits) {
    const text = texts.get(file) ?? "";
    if (text.split(from).length !== 2) throw new Error(`${file} has "${from}" not once.`);
    texts.set(
      file,
      text.replace(from, () => to),
    );
  }
  return texts;
}

/** What a configuration means on a day; throws where it is wrong. */
export function sideOf(texts: ReadonlyMap<string, string>, day = today): Side {
  const [first = ""] = [...texts].filter(([, text]) => /^stack:/mu.test(text)).map(([name]) => name);
  const { deployments, stacks, report } = plan(`config/${first}`, { files: filesIn(texts), today: day });
  if (deployments.length === 0) throw new Error(report);
  return { deployments, lines: stacks.flatMap(accessLines), deadlines: deadlines(stacks) };
}

/** What changes, in lines such as `gains: Finance gains ReadOnly, in Production`, each followed by its details. */
export function lines({ items }: Change): string[] {
  return items.flatMap(({ effect, text, accounts, details }) => [
    `${effect}: ${asText(accounts.length === 0 ? text : say`${text}, in ${listed(accounts)}`)}`,
    ...details.map((detail) => `  ${detail.sign} ${asText(detail.text)}`),
  ]);
}

function filesIn(texts: ReadonlyMap<string, string>): Files {
  return {
    list: (directory) => (directory === "config" ? [...texts.keys()].sort() : []),
    has: (file) => texts.has(posix.basename(file)),
    isLink: () => false,
    isInside: isWithin,
    nameOf: (file) => file,
    text: (file, findings) => {
      const text = texts.get(posix.basename(file));
      return textOf(text === undefined ? undefined : Buffer.from(text), file, findings);
    },
  };
}

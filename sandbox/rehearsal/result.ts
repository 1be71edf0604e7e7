import { relative } from "node:path";
import type { Deployment } from "../../model/deployment.ts";
import { inventory } from "../aws/inventory.ts";
import { inventoryText } from "./inventory-text.ts";
import { showMatrices } from "./matrices.ts";
import { violationsText } from "./outcome-text.ts";
import type { Outcome } from "./outcome.ts";
import type { Terminal } from "./terminal.ts";
import type { Workspace } from "./workspace.ts";

/** Prints what a rehearsal has made, who may now do what, what the policy pack said, and where all of it lies. */
export function showResult(
  workspace: Workspace,
  deployments: Deployment[],
  outcomes: Outcome[],
  script: string,
  terminal: Terminal,
): void {
  terminal.heading("What the virtual AWS now holds, beyond what was there before");
  terminal.print(inventoryText(inventory(workspace.awsDirectory), terminal.width));
  showMatrices(deployments, terminal);

  terminal.heading("What the policy pack said");
  const violations = outcomes.flatMap((outcome) => outcome.policyViolations);
  const packs = [...new Set(outcomes.flatMap((outcome) => outcome.policyPacks))].join(", ");
  const judged = outcomes
    .flatMap(({ changes }) => Object.entries(changes))
    .reduce((sum, [op, count]) => (op === "delete" ? sum : sum + count), 0);
  if (violations.length === 0) terminal.line(`${packs}: nothing to object to, in ${judged} resources.`);
  else terminal.print(`${packs}:\n${violationsText(violations)}`);

  const pulumi = here(script);
  const [stack = ""] = workspace.project.stacks.slice(-1);
  terminal.heading("Where to look further");
  const places = [
    ["Pulumi's state", here(workspace.stateDirectory)],
    ["the virtual AWS", `${here(workspace.awsDirectory)} (a file for each account)`],
    ["the engine's own words", here(workspace.logDirectory)],
    ["any command of the Pulumi CLI", `${pulumi} stack --show-urns -s ${stack}`],
    ["take it all down", "npm run destroy"],
  ] as const;
  terminal.print(places.map(([what, where]) => `  ${what.padEnd(30)} ${where}\n`).join(""));
}

/** Relative to where the reader stands, where that is shorter. */
function here(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith("..") ? path : near;
}

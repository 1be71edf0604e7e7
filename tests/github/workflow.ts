import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { repository } from "../../sandbox/toolchain/place.ts";

export interface Step {
  id?: string;
  name?: string;
  if?: string;
  uses?: string;
  with?: Record<string, string | number | boolean>;
  run?: string;
  shell?: string;
  env?: Record<string, string>;
}

export interface Job {
  name?: string;
  needs?: string | string[];
  if?: string;
  uses?: string;
  environment?: string;
  permissions?: Record<string, string>;
  outputs?: Record<string, string>;
  "runs-on"?: string;
  "timeout-minutes"?: number;
  strategy?: { matrix: { stack: string[] } };
  steps?: Step[];
}

export interface Workflow {
  /** Such as `pull-request`. */
  file: string;
  text: string;
  on: Record<string, unknown>;
  permissions?: Record<string, string>;
  defaults?: { run?: { shell?: string } };
  jobs: Record<string, Job>;
}

/** A composite action of the repository. */
export interface Action {
  /** Such as `./.github/actions/install`. */
  name: string;
  text: string;
  inputs?: Record<string, { default?: string }>;
  runs: { steps: Step[] };
}

const folder = join(repository, ".github");

export function workflowOf(file: string, text: string): Workflow {
  return { ...(parse(text) as Omit<Workflow, "file" | "text">), file, text };
}

export const workflows: Workflow[] = readdirSync(join(folder, "workflows")).map((file) =>
  workflowOf(basename(file, ".yml"), readFileSync(join(folder, "workflows", file), "utf8")),
);

export const actions: Action[] = readdirSync(join(folder, "actions")).map((name) => {
  const text = readFileSync(join(folder, "actions", name, "action.yml"), "utf8");
  return { ...(parse(text) as Omit<Action, "name" | "text">), name: `./.github/actions/${name}`, text };
});

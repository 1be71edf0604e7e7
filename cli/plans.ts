import { dirname } from "node:path";
import type { Files } from "../model/files.ts";
import { type Plan, plan } from "../model/plan.ts";
import { bySeverity } from "../model/report.ts";
import { CommandError } from "./command-error.ts";
import { noStackFiles, stackFiles } from "./stack-files.ts";

export type Plans = Pick<Plan, "deployments" | "stacks" | "diagnostics" | "texts">;

/**
 * What all stacks that the `Pulumi.<stack>.yaml` of the working directory name make, as the files have them on a day; no
 * deployments and no stacks where anything is wrong with any of them. Throws CommandError where there is no stack.
 */
export function plansOf(files: Files, today: string): Plans {
  const named = stackFiles(files);
  if (named.length === 0) throw new CommandError(`${files.nameOf(".")}: ${noStackFiles}`);
  const directories = new Map(named.map((file) => [dirname(file), file]));
  const plans = [...directories.values()].map((file) => plan(file, { files, today }));
  const right = plans.every(({ deployments }) => deployments.length > 0);
  return {
    deployments: right
      ? plans.flatMap(({ deployments }) => deployments).sort((a, b) => (a.stack < b.stack ? -1 : 1))
      : [],
    stacks: right ? plans.flatMap(({ stacks }) => stacks).sort((a, b) => (name(a) < name(b) ? -1 : 1)) : [],
    diagnostics: bySeverity(plans.flatMap(({ diagnostics }) => diagnostics)),
    texts: new Map(plans.flatMap(({ texts }) => [...texts])),
  };
}

const name = ({ configuration }: Plans["stacks"][number]): string => configuration.stack;

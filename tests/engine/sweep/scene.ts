import assert from "node:assert/strict";
import { anyWrite, callsMet } from "../../../sandbox/plugin/faults/schedule.ts";
import { arm } from "../../../sandbox/plugin/faults.ts";
import type { Outcome } from "../../../sandbox/rehearsal/outcome.ts";
import { type Stage, copyOf, stage, stepsOf, succeeded } from "../stage.ts";
import { awsContents } from "./aws-contents.ts";

/** The stack that is swept. */
export const stack = "dev";

/** What is interrupted: how it starts, what is done, and how AWS is when nothing disturbs it. */
export interface Scene {
  start: Stage;
  operate: (on: Stage) => Promise<Outcome>;
  /** Fails unless nothing is left to do. */
  isDone: (on: Stage) => Promise<void>;
  /** The calls that change something, by their names. */
  calls: string[];
  contents: string[];
}

export const scenes = { deployment, change, destruction };

export type SceneName = keyof typeof scenes;

const up = (on: Stage) => on.up(stack, { args: ["--skip-preview"] });

async function hasNoChange(on: Stage): Promise<void> {
  assert.deepEqual(stepsOf(succeeded(await on.preview(stack))), []);
}

/** The first deployment. */
async function deployment(): Promise<Scene> {
  const start = await stage("sweep-deployment");
  await start.command(stack, ["config"]);
  return await undisturbed({ start, operate: up, isDone: hasNoChange });
}

/** An update of what is deployed: things are made, changed, replaced and taken away. */
async function change(): Promise<Scene> {
  const start = await stage("sweep-change");
  succeeded(await up(start));
  const edits: [file: string, text: string, replacement: string][] = [
    // Another group, so that its assignment is replaced; an assignment less.
    ["base.yaml", "display-name: aws-developers", "display-name: aws-builders"],
    ["dev.yaml", "  Operations:\n    Development: [Developer]\n", ""],
    // Everything that a permission set consists of.
    ["dev.yaml", "no administrator rights", "no rights beyond that"],
    ["dev.yaml", "aws-managed-policies: [ViewOnlyAccess]", "aws-managed-policies: [AWSXrayReadOnlyAccess]"],
    ["dev.yaml", "    customer-managed-policies: [read-application-logs]\n", ""],
    ["dev.yaml", "      - invoke functions: payments-*\n", ""],
    // A workload in the place of another, and two that are changed.
    ["dev.yaml", "  storefront-web:\n", "  storefront-shop:\n"],
    ["dev.yaml", "Web servers read the product images they show", "Web servers show product images"],
    ["dev.yaml", "      - send messages: payments-results\n", ""],
    ["base.yaml", "          - ses:SendEmail\n", ""],
  ];
  for (const edit of edits) start.edit(...edit);
  await start.found();
  return await undisturbed({ start, operate: up, isDone: hasNoChange });
}

async function destruction(): Promise<Scene> {
  const start = await stage("sweep-destruction");
  succeeded(await up(start));
  return await undisturbed({
    start,
    operate: (on) => on.destroy(stack),
    isDone: async (on) => {
      const { deployment } = (await on.export(stack)) as { deployment: { resources?: unknown[] } };
      assert.deepEqual(deployment.resources ?? [], []);
    },
  });
}

async function undisturbed(scene: Omit<Scene, "calls" | "contents">): Promise<Scene> {
  const on = await copyOf(scene.start, `${scene.start.directory.split("/").at(-1) ?? ""}-undisturbed`);
  arm(on.awsDirectory, anyWrite, Array<"passed">(1000).fill("passed"));
  succeeded(await scene.operate(on));
  await scene.isDone(on);
  return { ...scene, calls: callsMet(on.awsDirectory, anyWrite), contents: awsContents(on.awsDirectory) };
}

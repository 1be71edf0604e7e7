import assert from "node:assert/strict";
import { type Fault, arm, armed } from "../../../sandbox/plugin/faults.ts";
import { processesOf, recovered, until } from "../recovery.ts";
import { copyOf, succeeded } from "../stage.ts";
import { awsContents } from "./aws-contents.ts";
import { type Scene, stack } from "./scene.ts";

/** Where a scene is disturbed: a call meets a fault. */
export interface Point {
  /** Its name, and the how many of that name it is, counted from 1. */
  call: string;
  occurrence: number;
  fault: Fault;
}

/** Every call of a scene that changes something, meeting a fault. */
export function pointsOf({ calls }: Scene, fault: Fault): Point[] {
  return calls.map((call, index) => {
    const occurrence = calls.slice(0, index + 1).filter((one) => one === call).length;
    return { call, occurrence, fault };
  });
}

/** What it took until all was as though nothing had happened. */
export type Needed = "nothing" | "up" | "recover, up";

/**
 * Disturbs a scene at one point, on a stage of its own, and puts it right as the runbook says: by doing the same again, at
 * most after one recovery. Throws unless AWS holds then what it holds undisturbed, and nothing is left to do.
 */
export async function attempt(scene: Scene, { call, occurrence, fault }: Point, on: string): Promise<Needed> {
  const there = await copyOf(scene.start, on);
  arm(there.awsDirectory, call, [...Array<"passed">(occurrence - 1).fill("passed"), fault]);
  const disturbed = await scene.operate(there);
  assert.deepEqual(armed(there.awsDirectory), [], "the fault has struck");
  await until(() => processesOf(there).length === 0);
  let needed: Needed = "nothing";
  if (disturbed.exitCode !== 0) {
    const again = await scene.operate(there);
    needed = again.exitCode === 0 ? "up" : "recover, up";
    if (again.exitCode !== 0) {
      await recovered(there, stack);
      succeeded(await scene.operate(there));
    }
  }
  await scene.isDone(there);
  const contents = awsContents(there.awsDirectory);
  const found = { lost: beyond(scene.contents, contents), leftOver: beyond(contents, scene.contents) };
  assert.deepEqual(found, { lost: [], leftOver: [] });
  assert.equal(contents.length, scene.contents.length, "nothing is made twice");
  return needed;
}

/** The lines that the others lack, as far as they can be read. */
function beyond(lines: string[], others: string[]): string[] {
  return lines.filter((line) => !others.includes(line)).map((line) => line.slice(0, 200));
}

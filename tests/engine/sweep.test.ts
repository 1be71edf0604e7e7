import assert from "node:assert/strict";
import type { Fault } from "../../sandbox/plugin/faults.ts";
import { attempt, pointsOf } from "./sweep/attempt.ts";
import { type Scene, scenes } from "./sweep/scene.ts";

/** Some points out of all that `npm run sweep` tries, and how far into the deployment each lies. */
const sample: { fault: Fault; at: number; needed: string }[] = [
  { fault: "exit-after", at: 0, needed: "recover, up" },
  { fault: "denied", at: 0.5, needed: "up" },
  { fault: "kill-engine-after", at: 0.9, needed: "recover, up" },
];

describe("S24 a deployment of dev that is interrupted at any call", function () {
  this.timeout(180_000);
  let scene: Scene;

  before(async () => {
    scene = await scenes.deployment();
    assert.ok(scene.calls.length > 20, "each call that changes something is seen");
  });

  for (const { fault, at, needed } of sample) {
    it(`is gone on with: ${fault}, after ${at * 100} % of the calls`, async () => {
      const points = pointsOf(scene, fault);
      const point = points[Math.floor(at * points.length)];
      assert.ok(point);
      assert.equal(await attempt(scene, point, "sweep-sample"), needed, point.call);
    });
  }
});

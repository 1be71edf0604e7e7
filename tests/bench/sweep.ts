/**
 * `npm run sweep`: interrupts an update of `dev` at every single call that changes something in AWS, one interruption at
 * a time, and shows that each time it can be gone on with and nothing is lost, orphaned or made twice.
 *
 *     npm run sweep -- [--of deployment|change|destruction]… [--fault FAULT]… [--call TEXT]
 *         [--every N] [--workers N]
 *
 * Without arguments: all three, the plugin and then the engine killed after each call has landed. `--call` tries the calls
 * only whose names hold the text. Exit code 1 where one did not end well, or none was tried. Faults:
 * sandbox/plugin/faults.ts
 */
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { type Fault, faults } from "../../sandbox/plugin/faults.ts";
import { attempt, pointsOf } from "../engine/sweep/attempt.ts";
import { type Scene, type SceneName, scenes } from "../engine/sweep/scene.ts";

const { values } = parseArgs({
  options: {
    of: { type: "string", multiple: true, default: Object.keys(scenes) },
    fault: { type: "string", multiple: true, default: ["exit-after", "kill-engine-after"] },
    call: { type: "string", default: "" },
    every: { type: "string", default: "1" },
    workers: { type: "string", default: "2" },
  },
});

const unknown = [...values.of.filter((name) => !(name in scenes)), ...values.fault.filter((name) => !(name in faults))];
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(", ")}. There are: ${Object.keys(scenes).join(", ")}; faults:`);
  console.error(
    Object.entries(faults)
      .map(([name, what]) => `  ${name.padEnd(18)} ${what}`)
      .join("\n"),
  );
  process.exit(1);
}

interface Row {
  call: string;
  fault: Fault;
  needed: string;
  seconds: number;
  failure?: string;
}

const start = performance.now();
console.log(
  `${new Date().toISOString().slice(0, 10)}, ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}`,
);
const rows: Row[] = [];
for (const name of values.of) {
  const scene = await scenes[name as SceneName]();
  console.log(`\n${name}: ${scene.calls.length} calls that change something`);
  rows.push(...(await swept(scene)));
}

const failed = rows.filter(({ failure }) => failure !== undefined);
for (const { call, fault, failure } of failed) console.log(`\n${fault}, ${call}:\n${failure ?? ""}`);
const by = (needed: string) => `${needed}: ${rows.filter((row) => row.needed === needed).length}`;
const needs = ["nothing", "up", "recover, up"].map(by).join("; ");
console.log(`\n${rows.length} points tried, ${failed.length} failures, ${seconds(start)} s (needed ${needs})`);
process.exitCode = failed.length > 0 || rows.length === 0 ? 1 : 0;

/** Each worker has a stage of its own, and takes the next point when it is done with one. */
async function swept(scene: Scene): Promise<Row[]> {
  const points = (values.fault as Fault[])
    .flatMap((fault) => pointsOf(scene, fault))
    .filter(({ call }) => call.includes(values.call))
    .filter((_, index) => index % Number(values.every) === 0);
  const done: Row[] = [];
  const workers = Array.from({ length: Number(values.workers) }, async (_, worker) => {
    for (let point = points.shift(); point !== undefined; point = points.shift()) {
      const begun = performance.now();
      const result = await attempt(scene, point, `sweep-worker-${worker}`).then(
        (needed) => ({ needed }),
        (error: unknown) => ({ needed: "FAILED", failure: error instanceof Error ? error.message : String(error) }),
      );
      const { call, occurrence, fault } = point;
      const row = {
        call: `${call}${occurrence > 1 ? ` (${occurrence})` : ""}`,
        fault,
        ...result,
        seconds: seconds(begun),
      };
      done.push(row);
      console.log([row.fault.padEnd(18), row.call.padEnd(90), row.needed.padEnd(12), String(row.seconds)].join(" "));
    }
  });
  await Promise.all(workers);
  return done;
}

function seconds(since: number): number {
  return Math.round((performance.now() - since) / 100) / 10;
}

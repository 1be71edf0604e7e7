import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { median } from "./median.ts";

/** Checking the shipped configuration from a cold start, the policy pack's rules included, as `npm run check` does, against a bare `node -e 0`; seconds of wall time. */
export function benchLoad(rounds: number): Record<string, number> {
  const load = [join(import.meta.dirname, "../../cli/bundled.cjs"), "check"];
  const times: { load: number[]; bare: number[] } = { load: [], bare: [] };
  run(load);
  for (let round = 0; round < rounds; round++) {
    times.bare.push(run(["-e", "0"]));
    times.load.push(run(load));
  }
  const [bare, loading] = [median(times.bare), median(times.load)];
  return { "load, s": loading, "bare, s": bare, ratio: loading / bare };
}

function run(args: string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return (performance.now() - start) / 1000;
}

import { judgeMutants } from "../fuzz/mutants.ts";

/** Plans 10,000 mutants of the shipped configuration. Prints what went wrong; the slowest in milliseconds of the processor. */
export async function benchFuzz(): Promise<Record<string, number>> {
  const began = performance.now();
  const { judged, valid, faults, slowest, peak } = await judgeMutants(1, 10_000);
  for (const fault of faults) console.log(fault);
  for (const { seed, what, cpu, wall } of slowest) {
    console.log(`${Math.round(cpu)} ms of the processor, ${Math.round(wall)} ms in all: ${seed} (${what})`);
  }
  return {
    judged,
    valid,
    faults: faults.length,
    "slowest (ms of the processor)": slowest.at(-1)?.cpu ?? 0,
    "most memory (MB)": peak / 1e6,
    "in all (s)": (performance.now() - began) / 1000,
  };
}

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { run } from "../components/program.ts";
import { organizationYaml } from "./organization.ts";

/**
 * A synthetic organization of so many assignments: CPU seconds and peak memory of loading, checking and resolving it
 * and of the policy pack's judgement, and seconds of the whole program under Pulumi's mocks, which is all that is not engine.
 */
export async function benchSynthetic(assignments: number): Promise<Record<string, number>> {
  const directory = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const file = join(directory, "bench.yaml");
    const yaml = organizationYaml({ seed: 1, assignments });
    writeFileSync(file, yaml);
    const once = join(import.meta.dirname, "plan-once.ts");
    const { stdout, stderr } = spawnSync(process.execPath, [once, file], { encoding: "utf8" });
    if (stdout === "") throw new Error(stderr);
    const start = performance.now();
    const { registrations, failures } = await run({ stack: "bench", config: file, groups: groupsOf(yaml) });
    const seconds = (performance.now() - start) / 1000;
    if (failures.length > 0) throw new Error(JSON.stringify(failures));
    return {
      assignments,
      ...(JSON.parse(stdout) as Record<string, number>),
      resources: registrations.length,
      "program, s": seconds,
    };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function groupsOf(yaml: string): { displayName: string; groupId: string }[] {
  const { groups } = parse(yaml) as { groups: Record<string, { "display-name": string }> };
  return Object.values(groups).map((group) => ({ displayName: group["display-name"], groupId: group["display-name"] }));
}

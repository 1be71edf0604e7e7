import { globSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Stage, stage, succeeded } from "../engine/stage.ts";
import { buildPolicyPack } from "../../sandbox/rehearsal/policy-pack.ts";
import { repository } from "../../sandbox/toolchain/place.ts";
import { startAnalyzer } from "./analyzer.ts";
import { median } from "./median.ts";
import { shop } from "./shop.ts";

const empty = join(import.meta.dirname, "empty-pack");

type Figures = Record<string, number>;

/**
 * The start of the pack against that of a pack without a policy: of the pack's process until it listens, in seconds of CPU,
 * and of a whole preview of one resource by the same engine; in turn.
 */
export async function benchPackStart(rounds: number): Promise<Figures> {
  const pack = await buildPolicyPack(repository, process.env);
  const on = await stage("bench-pack-start", join(import.meta.dirname, "floor"));
  await on.command("prod", ["config", "set", "resources", "1"]);
  const times: Record<string, number[]> = { process: [], emptyProcess: [], preview: [], emptyPreview: [] };
  await previewed(on, pack);
  for (let round = 0; round < rounds; round++) {
    times["emptyProcess"]?.push(await started(empty));
    times["process"]?.push(await started(pack));
    times["emptyPreview"]?.push(await previewed(on, empty));
    times["preview"]?.push(await previewed(on, pack));
  }
  const of = (name: string) => median(times[name] ?? []);
  return {
    "process, empty pack, CPU s": of("emptyProcess"),
    "process, CPU s": of("process"),
    "process, ratio": of("process") / of("emptyProcess"),
    "preview, empty pack, s": of("emptyPreview"),
    "preview, s": of("preview"),
    "preview, ratio": of("preview") / of("emptyPreview"),
  };
}

async function started(pack: string): Promise<number> {
  const analyzer = await startAnalyzer(pack);
  const seconds = analyzer.cpu();
  await analyzer.stop();
  return seconds;
}

async function previewed(on: Stage, policyPack: string): Promise<number> {
  return succeeded(await on.preview("prod", { args: ["--policy-pack", policyPack] })).seconds;
}

/** Judging so many resources in the pack's own process, stack rules included: seconds of CPU after the start, peak of memory. */
export async function benchJudging(size: number): Promise<Figures> {
  const resources = shop(size);
  const figures: Figures = { resources: size };
  for (const [name, pack] of Object.entries({
    "": await buildPolicyPack(repository, process.env),
    ", empty pack": empty,
  })) {
    const analyzer = await startAnalyzer(pack);
    const before = analyzer.cpu();
    const violations = await analyzer.judge(resources);
    if (violations > 0) throw new Error(`${violations} violations in a stack that has none`);
    figures[`CPU s${name}`] = analyzer.cpu() - before;
    figures[`MB${name}`] = analyzer.memory();
    await analyzer.stop();
  }
  return figures;
}

/** What is published, in KB. */
export async function benchPackSize(): Promise<Figures> {
  const dist = join(await buildPolicyPack(repository, process.env), "dist");
  const files = globSync("**/*.{cjs,json}", { cwd: dist }).filter((file) => file !== "configuration.json");
  return Object.fromEntries(files.map((file) => [file, statSync(join(dist, file)).size / 1024]));
}

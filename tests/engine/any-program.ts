import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Outcome } from "../../sandbox/rehearsal/outcome.ts";
import { quoteForShell } from "../../sandbox/toolchain/launchers.ts";
import type { Given } from "../policypack/judge.ts";
import { stage } from "./stage.ts";

/** What the program is told to make, in this order, by a version of the AWS provider. */
export interface Told {
  version: string;
  resources: Given[];
}

/** A program of whatever resources, of any type, on the real engine; in AWS's place is a plugin that takes everything. */
export interface AnyProgram {
  /** Has the program make what it is told, judged by the pack as the configuration says. */
  run: (
    command: "preview" | "up",
    told: Told,
    configuration: Record<string, unknown>,
    args?: string[],
  ) => Promise<Outcome>;
  /** The names of what was made. */
  made: () => string[];
}

export async function anyProgram(name: string): Promise<AnyProgram> {
  const on = await stage(name, join(import.meta.dirname, "programs/any"));
  const plugin = [process.execPath, join(import.meta.dirname, "any-plugin.ts")].map(quoteForShell).join(" ");
  writeFileSync(join(on.directory, "bin/pulumi-resource-aws"), `#!/bin/sh\nexec ${plugin} "$@"\n`, { mode: 0o755 });
  const file = join(on.directory, "pack.json");
  return {
    run: async (command, told, configuration, args = []) => {
      on.environment["PROGRAM"] = JSON.stringify(told);
      writeFileSync(file, JSON.stringify(configuration));
      return await on[command]("dev", {
        args: ["--policy-pack", on.policyPack, "--policy-pack-config", file, ...args],
      });
    },
    made: () => {
      const notes = join(on.awsDirectory, "made");
      return existsSync(notes) ? readFileSync(notes, "utf8").split("\n").filter(Boolean) : [];
    },
  };
}

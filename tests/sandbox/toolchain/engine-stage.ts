import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { startingCredentials } from "../../../sandbox/aws/organization.ts";
import { runCommand } from "../../../sandbox/toolchain/command.ts";
import type { CommandResult } from "../../../sandbox/toolchain/command.ts";
import { rehearsalEnvironment } from "../../../sandbox/toolchain/environment.ts";
import { writeLaunchers } from "../../../sandbox/toolchain/launchers.ts";
import { repository } from "../../../sandbox/toolchain/place.ts";
import { engineCli } from "../../engine/cli.ts";

/** A program, its stack `dev` and everything that the engine writes, in a folder of its own below the repository. */
export interface EngineStage {
  folder: string;
  environment: NodeJS.ProcessEnv;
  write: (name: string, content: string) => void;
  pulumi: (...args: string[]) => Promise<CommandResult>;
  start: (...args: string[]) => ChildProcess;
  /** The processes that run in this stage's environment. */
  processes: () => { id: number; command: string }[];
  /** Waits until a condition holds; fails after half a minute, saying which processes run. */
  until: (condition: () => boolean) => Promise<void>;
  remove: () => void;
}

/** `sandbox` is the folder of the virtual AWS, where the program needs one. */
export async function engineStage(name: string, sandbox?: string): Promise<EngineStage> {
  const folder = join(repository, `.cache/test-${name}-${process.pid}`);
  const program = join(folder, "program");
  for (const part of ["program", "home", "state"]) mkdirSync(join(folder, part), { recursive: true });
  const { path: cli } = await engineCli();
  await writeLaunchers(join(folder, "launchers"), { languageHost: true, cli, cache: join(repository, ".cache") });
  const credentials = sandbox === undefined ? undefined : startingCredentials(sandbox);
  const environment = rehearsalEnvironment(process.env, {
    launchers: join(folder, "launchers"),
    pulumiHome: join(folder, "home"),
    state: join(folder, "state"),
    passphrase: "test",
    sandbox: {
      SECURECART_SANDBOX: sandbox ?? "",
      AWS_ACCESS_KEY_ID: credentials?.accessKeyId ?? "",
      AWS_SECRET_ACCESS_KEY: credentials?.secretAccessKey ?? "",
      AWS_SESSION_TOKEN: credentials?.sessionToken ?? "",
    },
  });
  const stage: EngineStage = {
    folder,
    environment,
    write: (file, content) => {
      writeFileSync(join(program, file), content);
    },
    pulumi: (...args) => runCommand(cli, [...args, "--non-interactive"], { cwd: program, environment }),
    start: (...args) => {
      return spawn(cli, [...args, "--non-interactive"], { cwd: program, env: environment, stdio: "ignore" });
    },
    processes: () => processesWith(`PULUMI_HOME=${join(folder, "home")}`),
    until: async (condition) => {
      for (let waited = 0; !condition(); waited += 100) {
        assert.ok(waited < 30_000, JSON.stringify(stage.processes(), undefined, 1));
        await setTimeout(100);
      }
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
  stage.write("Pulumi.yaml", "name: stage\nruntime: {name: nodejs, options: {typescript: false}}\n");
  stage.write("package.json", '{"type": "module", "main": "index.ts"}\n');
  await stage.pulumi("stack", "init", "dev");
  return stage;
}

/** Source: proc(5), `/proc/pid/environ` and `/proc/pid/cmdline`. */
function processesWith(variable: string): { id: number; command: string }[] {
  const read = (id: string, file: string): string[] => {
    try {
      return readFileSync(`/proc/${id}/${file}`, "utf8").split("\0");
    } catch {
      return [];
    }
  };
  const ids = readdirSync("/proc").filter((entry) => /^\d+$/.test(entry) && Number(entry) !== process.pid);
  const running = ids.filter((id) => read(id, "environ").includes(variable));
  return running.map((id) => ({ id: Number(id), command: read(id, "cmdline").join(" ") }));
}

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { runCommand } from "../../sandbox/toolchain/command.ts";
import { repository } from "../../sandbox/toolchain/place.ts";
import { type Before, type Contexts, filledIn, isMet } from "./expression.ts";
import { type Step, actions, workflows } from "./workflow.ts";

/** One job on a machine of its own, as far as its steps tell: a workspace, where steps find each other's outputs. */
export interface Run {
  result: Before;
  outputs: Record<string, string>;
  /** All that the steps printed. */
  log: string;
  summary: string;
  workspace: string;
}

export interface Surroundings {
  /** Address of the bare repository that is checked out. */
  origin: string;
  /** `github`, `vars`, `needs`, `matrix` and `inputs`, as expressions see them; `github.sha` is main's. */
  contexts: { github: Record<string, unknown> } & Contexts;
  /** What the machine has beside what GitHub sets. */
  environment: NodeJS.ProcessEnv;
}

/** Stands for a machine of GitHub's, which every run finds empty. */
export class Runner {
  private readonly folder = mkdtempSync(join(tmpdir(), "runner-"));

  /** Runs the steps of a job, whatever its own `if` says. Actions of others are known by what they do to the workspace. */
  async run(file: string, name: string, { origin, contexts, environment }: Surroundings): Promise<Run> {
    const workflow = workflows.find((one) => one.file === file);
    const job = workflow?.jobs[name];
    assert.ok(job?.steps, `${file}.yml has the job ${name} with steps`);
    // Always the same: what Node.js has compiled is known again by its path.
    const directory = join(this.folder, "run");
    rmSync(directory, { recursive: true, force: true });
    const workspace = join(directory, "work");
    mkdirSync(workspace, { recursive: true });
    const run: Run = { result: "success", outputs: {}, log: "", summary: "", workspace };
    const machine = new Machine(run, directory, origin, {
      ...environment,
      CI: "true",
      GITHUB_ACTIONS: "true",
      GITHUB_SHA: String(contexts.github["sha"]),
      GITHUB_SERVER_URL: "http://127.0.0.1:9",
      GITHUB_REPOSITORY: "securecart/access",
      GITHUB_RUN_ID: "42",
      RUNNER_TEMP: directory,
      GITHUB_WORKSPACE: workspace,
      PATH: [shims(this.folder), environment["PATH"]].join(delimiter),
    });
    await machine.steps(job.steps, contexts);
    for (const [key, value] of Object.entries(job.outputs ?? {})) {
      run.outputs[key] = filledIn(value, { ...contexts, steps: machine.known });
    }
    run.summary = existsSync(join(directory, "summary")) ? readFileSync(join(directory, "summary"), "utf8") : "";
    return run;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

class Machine {
  /** The context `steps`. */
  readonly known: Record<string, { outcome: string; outputs: Record<string, string> }> = {};
  private readonly run: Run;
  private readonly directory: string;
  private readonly origin: string;
  private readonly environment: NodeJS.ProcessEnv;

  constructor(run: Run, directory: string, origin: string, environment: NodeJS.ProcessEnv) {
    this.run = run;
    this.directory = directory;
    this.origin = origin;
    this.environment = environment;
  }

  async steps(steps: Step[], contexts: Contexts): Promise<void> {
    for (const step of steps) {
      const seen = { ...contexts, steps: this.known };
      const met = isMet(step.if, seen, this.run.result);
      const outputs = join(this.directory, "outputs");
      writeFileSync(outputs, "");
      const succeeded = !met || (await this.step(step, seen, outputs));
      if (!succeeded) this.run.result = "failure";
      const outcome = met ? (succeeded ? "success" : "failure") : "skipped";
      if (step.id !== undefined) this.known[step.id] = { outcome, outputs: outputsIn(readFileSync(outputs, "utf8")) };
    }
  }

  private async step(step: Step, contexts: Contexts, outputs: string): Promise<boolean> {
    const given = Object.fromEntries(
      Object.entries(step.with ?? {}).map(([key, value]) => [key, filledIn(String(value), contexts)]),
    );
    if (step.uses !== undefined) return this.action(step.uses, given, contexts);
    const script = join(this.directory, "script.sh");
    writeFileSync(script, step.run ?? "");
    const own = Object.entries(step.env ?? {}).map(([key, value]) => [key, filledIn(value, contexts)]);
    const { exitCode, stdout, stderr } = await runCommand(
      "bash",
      ["--noprofile", "--norc", "-eo", "pipefail", script],
      {
        cwd: this.run.workspace,
        environment: {
          ...this.environment,
          GITHUB_OUTPUT: outputs,
          GITHUB_STEP_SUMMARY: join(this.directory, "summary"),
          ...(Object.fromEntries(own) as Record<string, string>),
        },
      },
    );
    this.run.log += `# ${step.name ?? step.run ?? ""}: ${exitCode}\n${stdout}${stderr}\n`;
    return exitCode === 0;
  }

  private async action(uses: string, given: Record<string, string>, contexts: Contexts): Promise<boolean> {
    const local = actions.find(({ name }) => name === uses);
    if (local !== undefined) {
      const defaults = Object.entries(local.inputs ?? {}).map(([key, input]) => [key, input.default ?? ""]);
      await this.steps(local.runs.steps, { ...contexts, inputs: { ...Object.fromEntries(defaults), ...given } });
      return this.run.result === "success";
    }
    switch (uses.replace(/@.*$/u, "")) {
      case "actions/checkout":
        checkOut(this.origin, given["ref"] ?? "", this.run.workspace);
        return true;
      case "aws-actions/configure-aws-credentials":
        this.environment["ASSUMED_ROLE"] = given["role-to-assume"];
        return true;
      case "actions/setup-node":
      case "pulumi/actions":
        return true;
      default:
        return assert.fail(`nobody has said what ${uses} does`);
    }
  }
}

function checkOut(origin: string, ref: string, workspace: string): void {
  const git = (...args: string[]): void => {
    execFileSync("git", args, { cwd: workspace, stdio: "ignore" });
  };
  git("clone", "--quiet", "--no-checkout", origin, ".");
  git("-c", "advice.detachedHead=false", "checkout", "--quiet", ref);
}

/** `npm ci` takes the packages that are there; every other command is npm's own. */
function shims(folder: string): string {
  const bin = join(folder, "bin");
  if (existsSync(bin)) return bin;
  mkdirSync(bin);
  symlinkSync(process.execPath, join(bin, "node"));
  const packages = join(repository, "node_modules");
  const npm = execFileSync("sh", ["-c", "command -v npm"], { encoding: "utf8" }).trim();
  const lines = [
    "#!/bin/sh",
    `[ "$1" = ci ] || exec '${npm}' "$@"`,
    '[ "$*" = "ci --ignore-scripts" ] || exit 9',
    `exec ln -s '${packages}' node_modules`,
  ];
  writeFileSync(join(bin, "npm"), `${lines.join("\n")}\n`);
  chmodSync(join(bin, "npm"), 0o755);
  assert.ok(existsSync(dirname(packages)));
  return bin;
}

/** `name=value` and `name<<word … word`, as GitHub reads them. */
function outputsIn(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  const lines = text.split("\n");
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    const [, name = "", word] = /^([^=<]+)(?:<<(.+)|=)/u.exec(line) ?? [];
    if (name === "") continue;
    if (word === undefined) found[name] = line.slice(name.length + 1);
    else
      found[name] = lines
        .splice(0, lines.indexOf(word) + 1)
        .slice(0, -1)
        .join("\n");
  }
  return found;
}

import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { load } from "../../model/load.ts";
import type { Cli } from "../toolchain/cli.ts";
import { rehearsalEnvironment } from "../toolchain/environment.ts";
import { writeLaunchers } from "../toolchain/launchers.ts";
import { cacheDirectory } from "../toolchain/place.ts";
import { runEngine } from "./engine.ts";
import type { EngineExit } from "./engine.ts";
import { followEvents, readEvents } from "./event-log.ts";
import type { EngineEvent } from "./event-log.ts";
import { outcomeOf } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";
import { foundOrganization } from "./founding.ts";
import { policyPackConfiguration } from "./policy-pack.ts";
import { copyProject, stacksOf } from "./project.ts";
import type { Project } from "./project.ts";

export interface WorkspaceOptions {
  /** The workspace's own folder; made where it is missing, used on where it exists. */
  directory: string;
  /** The checkout whose program, settings and policy pack are rehearsed. It is never written to. */
  repository: string;
  cli: Cli;
  /** Whether the stacks read a copy of the configuration, made once, in {@link Project.configDirectory}. */
  copyConfig: boolean;
}

export interface OperationOptions {
  /** Folder of a policy pack that judges the operation, by what the configuration tells it. */
  policyPack?: string;
  /** Further arguments, as the CLI takes them. */
  args?: string[];
  signal?: AbortSignal;
  onEvent?: (event: EngineEvent) => void;
  onStart?: (processId: number) => void;
}

/** What `pulumi import --file` reads. */
export interface ImportFile {
  nameTable?: Record<string, string>;
  resources: { type: string; name: string; id: string; parent?: string; provider?: string }[];
}

/**
 * Everything one rehearsal needs, in one folder: settings, state, plugins' launchers, the virtual AWS. Workspaces in
 * different folders share nothing. An operation makes its stack where it does not exist yet; it resolves whatever the
 * engine says, and rejects only where the engine cannot be started.
 */
export interface Workspace {
  directory: string;
  project: Project;
  /** Folder of the virtual AWS. */
  awsDirectory: string;
  /** Folder of the file backend. */
  stateDirectory: string;
  /** Folder of what the engine printed, per stack and command: `dev-up.log`, and its events `dev-up.events.json`. */
  logDirectory: string;
  environment: NodeJS.ProcessEnv;
  /**
   * Adds to the virtual AWS what the configuration has come to presuppose since the workspace was opened: accounts and
   * the identity provider's groups.
   */
  found(): Promise<void>;
  preview(stack: string, options?: OperationOptions): Promise<Outcome>;
  /** With the preview that precedes it, so that a policy violation stops it before anything is made. */
  up(stack: string, options?: OperationOptions): Promise<Outcome>;
  refresh(stack: string, options?: OperationOptions): Promise<Outcome>;
  destroy(stack: string, options?: OperationOptions): Promise<Outcome>;
  /** Takes existing things over, unprotected. */
  import(stack: string, file: ImportFile, options?: OperationOptions): Promise<Outcome>;
  /** Lifts the protection of whatever is protected; gives how many resources that are. */
  unprotect(stack: string): Promise<number>;
  /** Frees a stack that a killed engine left locked. */
  cancel(stack: string): Promise<EngineExit>;
  /** Whether a killed engine left operations behind of which it is not known whether they came about. */
  hasPendingOperations(stack: string): boolean;
  /** The state as `pulumi stack export` gives it. */
  export(stack: string): Promise<unknown>;
  outputs(stack: string): Promise<Record<string, unknown>>;
  /** Any other command, such as `["state", "unprotect", urn]`, on the stack. */
  command(stack: string, args: string[]): Promise<EngineExit>;
}

/**
 * Opens the workspace in a folder, makes what is missing there and founds the virtual AWS. Starts no engine. Throws
 * where the configuration cannot be read.
 */
export async function openWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const { directory, cli } = options;
  const at = (name: string) => {
    const folder = join(directory, name);
    mkdirSync(folder, { recursive: true });
    return folder;
  };
  const project = copyProject(options.repository, at("project"), options.copyConfig);
  const launchers = at("bin");
  await writeLaunchers(launchers, {
    languageHost: !cli.hasLanguageHost,
    cli: cli.path,
    cache: cacheDirectory(process.env),
  });
  const awsDirectory = at("aws");
  const stateDirectory = at("state");
  const logDirectory = at("logs");
  const environment = rehearsalEnvironment(process.env, {
    launchers,
    pulumiHome: at("pulumi-home"),
    state: stateDirectory,
    passphrase: passphraseIn(directory),
    sandbox: { SECURECART_SANDBOX: awsDirectory },
  });

  const found = async () => {
    const files = stacksOf(project.directory).map(({ file }) => resolve(options.repository, file));
    const stacks = files.flatMap((file) => load(file).stack ?? []);
    Object.assign(environment, await foundOrganization(awsDirectory, stacks));
  };
  await found();

  const run = (args: string[], log: string, more: OperationOptions = {}) =>
    runEngine({
      cli: cli.path,
      args: [...args, "--non-interactive", "--color", "never"],
      cwd: project.directory,
      environment,
      log: join(logDirectory, `${log}.log`),
      signal: more.signal,
      onStart: more.onStart,
    });

  const command = async (stack: string, args: string[]) => {
    await make(stack);
    return run([...args, "--stack", stack], `${stack}-${args[0] ?? ""}`);
  };

  const stateOf = (stack: string) => join(stateDirectory, ".pulumi/stacks", project.name, `${stack}.json`);

  async function make(stack: string): Promise<void> {
    if (existsSync(stateOf(stack))) return;
    const made = await run(["stack", "init", stack], `${stack}-init`);
    if (made.exitCode !== 0) throw new Error(`The stack ${stack} could not be made: ${made.stderr.trim()}`);
  }

  function judgedBy(policyPack: string, log: string): string[] {
    const file = join(logDirectory, `${log}.policy-pack-config.json`);
    writeFileSync(file, JSON.stringify(policyPackConfiguration(options.repository, stacksOf(project.directory))));
    return ["--policy-pack", policyPack, "--policy-pack-config", file];
  }

  async function operate(name: string, stack: string, args: string[], more: OperationOptions = {}): Promise<Outcome> {
    await make(stack);
    const log = `${stack}-${name}`;
    const events = join(logDirectory, `${log}.events.json`);
    rmSync(events, { force: true });
    const stopFollowing = more.onEvent === undefined ? undefined : followEvents(events, more.onEvent);
    const pack = more.policyPack === undefined ? [] : judgedBy(more.policyPack, log);
    const start = performance.now();
    try {
      const all = [name, "--stack", stack, "--event-log", events, ...pack, ...args, ...(more.args ?? [])];
      const exit = await run(all, log, more);
      return outcomeOf(exit, readEvents(events), (performance.now() - start) / 1000);
    } finally {
      stopFollowing?.();
    }
  }

  return {
    directory,
    project,
    awsDirectory,
    stateDirectory,
    logDirectory,
    environment,
    found,
    preview: (stack, more) => operate("preview", stack, [], more),
    up: (stack, more) => operate("up", stack, ["--yes"], more),
    refresh: (stack, more) => operate("refresh", stack, ["--yes", "--skip-preview"], more),
    destroy: (stack, more) => operate("destroy", stack, ["--yes", "--skip-preview"], more),
    import: (stack, file, more) => {
      const path = join(logDirectory, `${stack}-import.json`);
      writeFileSync(path, JSON.stringify(file));
      return operate("import", stack, ["--yes", "--file", path, "--generate-code=false", "--protect=false"], more);
    },
    hasPendingOperations: (stack) =>
      existsSync(stateOf(stack)) && /"pending_operations":\s*\[\s*\{/.test(readFileSync(stateOf(stack), "utf8")),
    cancel: (stack) => command(stack, ["cancel", "--yes"]),
    export: async (stack) => JSON.parse((await command(stack, ["stack", "export"])).stdout) as unknown,
    outputs: async (stack) => {
      const { stdout } = await command(stack, ["stack", "output", "--json"]);
      return JSON.parse(stdout) as Record<string, unknown>;
    },
    unprotect: async (stack) => {
      const { stdout } = await command(stack, ["stack", "export"]);
      const protectedOnes = stdout.match(/"protect": true/g)?.length ?? 0;
      if (protectedOnes > 0) await command(stack, ["state", "unprotect", "--all", "--yes"]);
      return protectedOnes;
    },
    command,
  };
}

/** A throw-away passphrase, made once per workspace. */
function passphraseIn(directory: string): string {
  const file = join(directory, "passphrase");
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}

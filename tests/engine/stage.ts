import assert from "node:assert/strict";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Outcome } from "../../sandbox/rehearsal/outcome.ts";
import { buildPolicyPack } from "../../sandbox/rehearsal/policy-pack.ts";
import { type Workspace, openWorkspace } from "../../sandbox/rehearsal/workspace.ts";
import type { Aws } from "../../sandbox/aws/call.ts";
import { credentialsOf } from "../../sandbox/aws/organization.ts";
import { virtualAws } from "../../sandbox/aws/virtual-aws.ts";
import { cacheDirectory, repository } from "../../sandbox/toolchain/place.ts";
import { engineCli } from "./cli.ts";

/** A workspace of its own for one test: an empty virtual AWS, no state, and a copy of the configuration to edit. */
export interface Stage extends Workspace {
  policyPack: string;
  /** Replaces a text of a configuration file, which has to stand in it exactly once. */
  edit(file: string, text: string, replacement: string): void;
  /** A call of AWS by somebody else, as the deploy role of the account. */
  aws(accountId: string, service: string, operation: string, input: Record<string, unknown>): ReturnType<Aws>;
}

/** `program` is the folder with the program and its Pulumi.yaml: the product's own, unless said otherwise. */
export async function stage(name: string, program: string = repository): Promise<Stage> {
  const directory = directoryOf(name);
  rmSync(directory, { recursive: true, force: true });
  return await opened(directory, program);
}

/** A stage that is as another one is now: its virtual AWS, its state, its configuration. No engine may be at work there. */
export async function copyOf(original: Stage, name: string): Promise<Stage> {
  const directory = directoryOf(name);
  rmSync(directory, { recursive: true, force: true });
  cpSync(original.directory, directory, { recursive: true });
  return await opened(directory, repository);
}

function directoryOf(name: string): string {
  return join(cacheDirectory(process.env), "test", name);
}

async function opened(directory: string, program: string): Promise<Stage> {
  const workspace = await openWorkspace({ directory, repository: program, cli: await engineCli(), copyConfig: true });
  const aws = virtualAws(workspace.awsDirectory);
  return {
    ...workspace,
    policyPack: await buildPolicyPack(repository, process.env),
    edit: (file, text, replacement) => {
      const path = join(workspace.project.configDirectory, file);
      const before = readFileSync(path, "utf8");
      assert.equal(before.split(text).length, 2, `${file} holds "${text}" exactly once`);
      writeFileSync(
        path,
        before.replace(text, () => replacement),
      );
    },
    aws: (accountId, service, operation, input) => {
      const credentials = credentialsOf(workspace.awsDirectory, accountId, "securecart-deploy");
      return aws({ service, operation, input, credentials, region: "eu-central-1" });
    },
  };
}

/** The steps of an outcome as `operation name`, sorted; what stays as it is does not appear. */
export function stepsOf({ steps }: Outcome): string[] {
  return [...new Set(steps.map(({ op, name }) => `${op} ${name}`))].sort();
}

/** Fails with what the engine printed where the operation did not succeed. */
export function succeeded(outcome: Outcome): Outcome {
  assert.equal(outcome.exitCode, 0, `${outcome.stdout.slice(-4000)}\n${outcome.stderr.slice(-2000)}`);
  return outcome;
}

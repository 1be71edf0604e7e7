import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { Questions } from "./lookups/index.ts";
import type { Lookup } from "./looked-up-id.ts";
import { type Pulumi, pulumiIn, succeed } from "./pulumi.ts";
import { type RecordedResource, exportState, resourcesOf, urnParts } from "./stack-state.ts";

/** A lookup, and the recorded provider through which to ask. */
export interface Question extends Lookup {
  provider: RecordedResource;
}

/** Something that may exist in AWS: a type, the id by which Pulumi imports it, the recorded provider that reaches it. */
export interface Candidate {
  type: string;
  id: string;
  provider: RecordedResource;
}

/** A candidate that exists, as the AWS provider reads it. */
export interface Existing extends Candidate {
  outputs: Record<string, unknown>;
}

/**
 * A stack in a temporary folder that borrows the providers of a real one, to ask AWS what there is. It can make nothing:
 * it is only ever refreshed and previewed.
 */
export interface ThrowAwayStack {
  /** The answers, in the order of the questions. Throws where one of them is refused. */
  lookUp(questions: Question[]): Promise<unknown[]>;
  /**
   * Which candidates exist. A refresh asks the provider to read each of them; what is gone is an answer of Pulumi's
   * protocol, not the text of an error, so that every error, a missing right or a throttled call, throws.
   */
  read(candidates: Candidate[]): Promise<Existing[]>;
  remove(): void;
}

/** `like` is the URN of any resource of the real stack: the stack and the project are called as there. */
export function throwAwayStack(like: string, environment: NodeJS.ProcessEnv): ThrowAwayStack {
  const { stack, project } = urnParts(like);
  const folder = mkdtempSync(join(tmpdir(), "recover-"));
  const at = (name: string) => join(folder, name);
  mkdirSync(at("state"));
  const main = relative(folder, join(import.meta.dirname, "lookups"));
  const runtime = { name: "nodejs", options: { typescript: false } };
  // JSON is YAML.
  writeFileSync(at("Pulumi.yaml"), JSON.stringify({ name: project, runtime, main }));
  const pulumi = pulumiIn(folder, surroundings(environment, at("state")));

  let made: Promise<unknown> | undefined;
  const ready = () => (made ??= succeed(pulumi, ["stack", "init", stack]));

  return {
    lookUp: async (questions) => {
      if (questions.length === 0) return [];
      await ready();
      const [asked, answers] = [at("questions.json"), at("answers.json")];
      writeFileSync(asked, JSON.stringify(written(questions)));
      const config = ["--config", `questions=${asked}`, "--config", `answers=${answers}`];
      await succeed(pulumi, ["preview", "--stack", stack, ...config]);
      return JSON.parse(readFileSync(answers, "utf8")) as unknown[];
    },
    read: async (candidates) => {
      if (candidates.length === 0) return [];
      await ready();
      const byUrn = new Map(candidates.map((candidate, index) => [urnOf(candidate, stack, project, index), candidate]));
      await record(pulumi, stack, at("state.json"), byUrn);
      await succeed(pulumi, ["refresh", "--yes", "--skip-preview", "--stack", stack]);
      return resourcesOf(await exportState(pulumi, stack)).flatMap(({ urn, outputs = {} }) => {
        const candidate = byUrn.get(urn);
        return candidate === undefined ? [] : [{ ...candidate, outputs }];
      });
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Everything by which the AWS provider finds its credentials stays as it is; the state is kept apart. */
function surroundings(environment: NodeJS.ProcessEnv, state: string): NodeJS.ProcessEnv {
  return {
    ...environment,
    PULUMI_STACK: undefined,
    PULUMI_BACKEND_URL: `file://${state}`,
    PULUMI_CONFIG_PASSPHRASE_FILE: undefined,
    PULUMI_CONFIG_PASSPHRASE: randomBytes(24).toString("base64url"),
  };
}

function urnOf({ type }: Candidate, stack: string, project: string, index: number): string {
  return `urn:pulumi:${stack}::${project}::${type}::${index}`;
}

/**
 * The providers by which to ask, without their default tags: plugins have been known to show these on whatever they read.
 * Source: https://github.com/pulumi/pulumi-aws/issues/5432
 */
function providersOf(all: { provider: RecordedResource }[]): RecordedResource[] {
  const providers = new Map(all.map(({ provider }) => [provider.urn, provider]));
  return [...providers.values()].map((provider) => ({
    ...provider,
    inputs: { ...provider.inputs, defaultTags: undefined },
    outputs: { ...provider.outputs, defaultTags: undefined },
  }));
}

function written(questions: Question[]): Questions {
  return {
    providers: providersOf(questions).map(({ urn, inputs = {} }) => ({ name: urn, inputs })),
    lookups: questions.map(({ provider, token, args }) => ({ provider: provider.urn, token, args })),
  };
}

/** Records the candidates with nothing but their ids, so that a refresh reads them as an import does. */
async function record(pulumi: Pulumi, stack: string, file: string, byUrn: Map<string, Candidate>): Promise<void> {
  const state = await exportState(pulumi, stack);
  const providers = providersOf([...byUrn.values()]).map((provider) => ({ ...provider, parent: undefined }));
  const candidates = [...byUrn].map(([urn, { type, id, provider }]): RecordedResource => ({
    ...{ urn, type, id, custom: true, inputs: {}, outputs: {} },
    provider: `${provider.urn}::${provider.id ?? ""}`,
  }));
  writeFileSync(
    file,
    JSON.stringify({ ...state, deployment: { ...state.deployment, resources: [...providers, ...candidates] } }),
  );
  await succeed(pulumi, ["stack", "import", "--stack", stack, "--file", file]);
}

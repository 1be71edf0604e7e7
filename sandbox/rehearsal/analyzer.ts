import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { credentials } from "@grpc/grpc-js";
import type { ServiceError } from "@grpc/grpc-js";
import analyzerGrpc from "@pulumi/pulumi/proto/analyzer_grpc_pb.js";
import type { AnalyzeResponse, AnalyzerInfo, AnalyzerResourceOptions } from "@pulumi/pulumi/proto/analyzer_pb.js";
import analyzerPb from "@pulumi/pulumi/proto/analyzer_pb.js";
import emptyPb from "google-protobuf/google/protobuf/empty_pb.js";
import type { JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import structPb from "google-protobuf/google/protobuf/struct_pb.js";
import type { PackConfiguration } from "../../model/pack-configuration.ts";
import type { PlannedResource } from "./mocked-plan.ts";
import type { PolicyViolation } from "./outcome.ts";

export interface Verdict {
  /** Name and version. */
  policyPack: string;
  /** Names of its policies. */
  policies: string[];
  violations: PolicyViolation[];
}

/**
 * What a policy pack says to planned resources. Starts the pack as the language host does, with Pulumi's own runner,
 * and asks it over the engine's protocol (`pulumirpc.Analyzer`): each resource first, then all of them together.
 */
export async function judge(
  pack: string,
  configuration: PackConfiguration,
  resources: PlannedResource[],
  signal?: AbortSignal,
): Promise<Verdict> {
  const runner = createRequire(import.meta.url).resolve("@pulumi/pulumi/cmd/run-policy-pack");
  // There is no engine for it to report to; it connects only when a policy logs.
  const child = spawn(process.execPath, [runner, "127.0.0.1:9", pack], {
    cwd: pack,
    stdio: ["ignore", "pipe", "pipe"],
    ...(signal === undefined ? {} : { signal }),
  });
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
  const failed = once(child, "exit").then(() => {
    throw new Error(`The policy pack did not start: ${errors.trim()}`);
  });
  try {
    const line = once(createInterface(child.stdout), "line").then(([text]) => String(text));
    const client = new analyzerGrpc.AnalyzerClient(
      `127.0.0.1:${await Promise.race([line, failed])}`,
      credentials.createInsecure(),
    );
    try {
      await Promise.race([configure(client, configuration), failed]);
      return await Promise.race([ask(client, resources), failed]);
    } finally {
      client.close();
    }
  } finally {
    failed.catch(() => undefined);
    child.kill("SIGKILL");
  }
}

type Client = InstanceType<typeof analyzerGrpc.AnalyzerClient>;

async function configure(client: Client, configuration: PackConfiguration): Promise<void> {
  const request = new analyzerPb.ConfigureAnalyzerRequest();
  for (const [rule, parameters] of Object.entries(configuration)) {
    const config = new analyzerPb.PolicyConfig();
    config.setEnforcementlevel(analyzerPb.EnforcementLevel.MANDATORY);
    config.setProperties(structPb.Struct.fromJavaScript(parameters as Record<string, JavaScriptValue>));
    request.getPolicyconfigMap().set(rule, config);
  }
  await call<emptyPb.Empty>((done) => client.configure(request, done));
}

async function ask(client: Client, resources: PlannedResource[]): Promise<Verdict> {
  const info = await call<AnalyzerInfo>((done) => client.getAnalyzerInfo(new emptyPb.Empty(), done));
  const providers = new Map(resources.filter(isProvider).map((provider) => [provider.name, provider]));
  const violations: PolicyViolation[] = [];
  for (const resource of resources) {
    const request = fill(new analyzerPb.AnalyzeRequest(), resource);
    request.setOptions(optionsOf(resource));
    const provider = providers.get(resource.account ?? "");
    if (provider !== undefined) request.setProvider(fill(new analyzerPb.AnalyzerProviderResource(), provider));
    const response = await call<AnalyzeResponse>((done) => client.analyze(request, done));
    violations.push(...violationsIn(response, resource.urn));
  }
  const stack = new analyzerPb.AnalyzeStackRequest();
  for (const resource of resources) {
    const member = fill(new analyzerPb.AnalyzerResource(), resource);
    member.setParent(resource.parent);
    member.setDependenciesList(resource.dependencies);
    member.setOptions(optionsOf(resource));
    stack.addResources(member);
  }
  const response = await call<AnalyzeResponse>((done) => client.analyzeStack(stack, done));
  violations.push(...violationsIn(response, ""));
  return {
    policyPack: `${info.getName()} ${info.getVersion()}`,
    policies: info.getPoliciesList().map((policy) => policy.getName()),
    violations,
  };
}

interface ResourceMessage {
  setType(type: string): unknown;
  setUrn(urn: string): unknown;
  setName(name: string): unknown;
  setProperties(properties: Struct): unknown;
}

function fill<Message extends ResourceMessage>(message: Message, resource: PlannedResource): Message {
  message.setType(resource.type);
  message.setUrn(resource.urn);
  message.setName(resource.name);
  message.setProperties(structPb.Struct.fromJavaScript(resource.inputs as Record<string, JavaScriptValue>));
  return message;
}

function optionsOf(resource: PlannedResource): AnalyzerResourceOptions {
  const options = new analyzerPb.AnalyzerResourceOptions();
  options.setParent(resource.parent);
  return options;
}

function isProvider({ type }: PlannedResource): boolean {
  return type.startsWith("pulumi:providers:");
}

const levels = ["advisory", "mandatory", "disabled", "remediate"];

function violationsIn(response: AnalyzeResponse, urn: string): PolicyViolation[] {
  return response.getDiagnosticsList().map((diagnostic) => ({
    urn: diagnostic.getUrn() === "" ? urn : diagnostic.getUrn(),
    policyPack: diagnostic.getPolicypackname(),
    policy: diagnostic.getPolicyname(),
    level: levels[diagnostic.getEnforcementlevel()] ?? "mandatory",
    message: diagnostic.getMessage().trim(),
  }));
}

function call<Response>(
  send: (done: (error: ServiceError | null, response: Response) => void) => unknown,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    send((error, response) => {
      if (error === null) resolve(response);
      else reject(error);
    });
  });
}

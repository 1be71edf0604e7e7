import type grpc from "@grpc/grpc-js";
import empty from "google-protobuf/google/protobuf/empty_pb.js";
import languagePb from "@pulumi/pulumi/proto/language_pb.js";
import type {
  AboutRequest,
  GetProgramDependenciesRequest,
  InstallDependenciesRequest,
  LanguageHandshakeRequest,
  RunPluginRequest,
  RunRequest,
} from "@pulumi/pulumi/proto/language_pb.js";
import pluginPb from "@pulumi/pulumi/proto/plugin_pb.js";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { start } from "./child.ts";
import { nodeArguments, runtimeEnvironment } from "./runtime-options.ts";

// A program that has already told the user what is wrong ends with this code.
const alreadyExplained = 32;

type Stream<Request> = grpc.ServerWritableStream<Request, unknown>;

/** The calls of Pulumi's language protocol that have one answer each. `engine` is the engine's address. */
export function languageRuntime(engineAddress: string) {
  let engine = engineAddress;
  return {
    handshake(request: LanguageHandshakeRequest) {
      engine = request.getEngineAddress() || engine;
      return new languagePb.LanguageHandshakeResponse();
    },

    getPluginInfo() {
      const { version } = createRequire(import.meta.url)("@pulumi/pulumi/package.json") as { version: string };
      const response = new pluginPb.PluginInfo();
      response.setVersion(version);
      return response;
    },

    // Plugins are found on PATH, whatever the program's packages ask for.
    getRequiredPlugins: () => new languagePb.GetRequiredPluginsResponse(),
    getRequiredPackages: () => new languagePb.GetRequiredPackagesResponse(),
    runtimeOptionsPrompts: () => new languagePb.RuntimeOptionsResponse(),

    about(request: AboutRequest) {
      const response = new languagePb.AboutResponse();
      response.setExecutable(process.execPath);
      response.setVersion(process.version);
      response
        .getMetadataMap()
        .set("typescript", runtimeEnvironment(request.getInfo())["PULUMI_NODEJS_TYPESCRIPT"] ?? "");
      return response;
    },

    getProgramDependencies(request: GetProgramDependenciesRequest) {
      const response = new languagePb.GetProgramDependenciesResponse();
      const directory = request.getInfo()?.getProgramDirectory() ?? request.getPwd();
      for (const [name, version] of dependencies(directory)) {
        const dependency = new languagePb.DependencyInfo();
        dependency.setName(name);
        dependency.setVersion(version);
        response.addDependencies(dependency);
      }
      return response;
    },

    async run(request: RunRequest) {
      const info = request.getInfo();
      const directory = info?.getProgramDirectory() ?? request.getPwd();
      const config = JSON.stringify(Object.fromEntries(request.getConfigMap().getEntryList()));
      const child = start({
        command: "run",
        programDirectory: directory,
        workingDirectory: directory,
        nodeArguments: nodeArguments(info),
        arguments: runArguments(request, engine),
        environment: {
          ...runtimeEnvironment(info),
          PULUMI_CONFIG: config,
          PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
        },
        stdio: ["ignore", "inherit", "inherit"],
      });
      const [code, signal] = (await once(child, "exit")) as [number | null, string | null];
      const response = new languagePb.RunResponse();
      if (code === alreadyExplained) response.setBail(true);
      else if (code !== 0) response.setError(`program exited with ${signal ?? `non-zero exit code: ${code}`}`);
      return response;
    },

    cancel: () => new empty.Empty(),
  };
}

/** The calls that answer bit by bit, until the stream is ended. */
export const streams = {
  installDependencies(stream: Stream<InstallDependenciesRequest>) {
    const response = new languagePb.InstallDependenciesResponse();
    response.setStdout(Buffer.from("Dependencies are installed with the repository: `npm ci`\n"));
    stream.write(response);
    stream.end();
  },

  async runPlugin(stream: Stream<RunPluginRequest>) {
    const request = stream.request;
    const directory = request.getInfo()?.getProgramDirectory() ?? request.getPwd();
    const analyzer = request.getKind() === "analyzer";
    const child = start({
      command: analyzer ? "run-policy-pack" : "run-plugin",
      programDirectory: directory,
      workingDirectory: analyzer ? directory : request.getPwd(),
      nodeArguments: nodeArguments(request.getInfo()),
      arguments: [...request.getArgsList(), directory],
      environment: { ...runtimeEnvironment(request.getInfo()), ...variables(request.getEnvList()) },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout?.on("data", (data: Buffer) => {
      const response = new languagePb.RunPluginResponse();
      response.setStdout(data);
      stream.write(response);
    });
    child.stderr?.on("data", (data: Buffer) => {
      const response = new languagePb.RunPluginResponse();
      response.setStderr(data);
      stream.write(response);
    });
    stream.on("cancelled", () => child.kill());
    const [code] = (await once(child, "close")) as [number | null];
    const response = new languagePb.RunPluginResponse();
    response.setExitcode(code ?? 1);
    stream.write(response);
    stream.end();
  },
};

function runArguments(request: RunRequest, engine: string): string[] {
  const flags = {
    monitor: request.getMonitorAddress(),
    engine,
    organization: request.getOrganization(),
    project: request.getProject(),
    "root-directory": request.getInfo()?.getRootDirectory() ?? "",
    stack: request.getStack(),
    pwd: request.getPwd(),
    parallel: String(request.getParallel()),
    "query-mode": String(request.getQuerymode()),
  };
  const given = Object.entries(flags).filter(([, value]) => value !== "");
  return [
    ...given.flatMap(([flag, value]) => [`--${flag}`, value]),
    ...(request.getDryrun() ? ["--dry-run"] : []),
    request.getInfo()?.getEntryPoint() || ".",
    ...request.getArgsList(),
  ];
}

function variables(list: string[]): Record<string, string> {
  return Object.fromEntries(
    list.map((variable) => {
      const at = variable.indexOf("=");
      return [variable.slice(0, at), variable.slice(at + 1)];
    }),
  );
}

/** Names and installed versions of a program's direct dependencies. */
function dependencies(directory: string): [string, string][] {
  interface Manifest {
    version: string;
    dependencies?: Record<string, string>;
  }
  const read = (file: string): Manifest => JSON.parse(readFileSync(file, "utf8")) as Manifest;
  const wanted = Object.entries(read(join(directory, "package.json")).dependencies ?? {});
  return wanted.map(([name, range]) => {
    try {
      return [name, read(join(directory, "node_modules", name, "package.json")).version];
    } catch {
      return [name, range];
    }
  });
}

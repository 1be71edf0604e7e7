import grpc from "@grpc/grpc-js";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { spawn } from "node:child_process";
import struct from "google-protobuf/google/protobuf/struct_pb.js";
import analyzerGrpc from "@pulumi/pulumi/proto/analyzer_grpc_pb.js";
import analyzerPb from "@pulumi/pulumi/proto/analyzer_pb.js";
import { type Given, urnOf } from "../policypack/judge.ts";

/** A policy pack's process, asked as the engine asks it. */
export interface Analyzer {
  /** Has each resource judged, and then the stack; gives how many violations there are. */
  judge: (resources: readonly Given[]) => Promise<number>;
  /** Seconds of CPU so far. */
  cpu: () => number;
  /** Most memory so far, in MB. */
  memory: () => number;
  stop: () => Promise<void>;
}

const largest = { "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 };

/** Starts a pack's folder as the language host does; resolves when the pack says where it listens. Linux only: `/proc`. */
export async function startAnalyzer(pack: string): Promise<Analyzer> {
  const runner = createRequire(join(pack, "package.json")).resolve("@pulumi/pulumi/cmd/run-policy-pack");
  const child = spawn(process.execPath, [runner, "127.0.0.1:0", pack], {
    cwd: pack,
    env: { ...process.env, PULUMI_NODEJS_TYPESCRIPT: "false" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [port] = (await once(child.stdout.setEncoding("utf8"), "data")) as [string];
  const client = new analyzerGrpc.AnalyzerClient(
    `127.0.0.1:${port.trim()}`,
    grpc.credentials.createInsecure(),
    largest,
  );
  const proc = (file: string) => readFileSync(`/proc/${child.pid ?? 0}/${file}`, "utf8");
  return {
    judge: async (resources) => {
      let violations = 0;
      for (const resource of resources) {
        const answer = await new Promise<analyzerPb.AnalyzeResponse>((resolve, reject) => {
          client.analyze(requestOf(resource), (error, response) => {
            if (error) reject(error);
            else resolve(response);
          });
        });
        violations += answer.getDiagnosticsList().length;
      }
      const stack = new analyzerPb.AnalyzeStackRequest();
      stack.setResourcesList(resources.map(resourceOf));
      const answer = await new Promise<analyzerPb.AnalyzeResponse>((resolve, reject) => {
        client.analyzeStack(stack, (error, response) => {
          if (error) reject(error);
          else resolve(response);
        });
      });
      return violations + answer.getDiagnosticsList().length;
    },
    // Source: proc(5): the 14th and 15th field, in hundredths of a second.
    cpu: () => {
      const fields = proc("stat").split(") ")[1]!.split(" ");
      return (Number(fields[11]) + Number(fields[12])) / 100;
    },
    memory: () => Number(/VmHWM:\s+(\d+)/.exec(proc("status"))?.[1]) / 1024,
    stop: async () => {
      client.close();
      child.kill();
      await once(child, "close");
    },
  };
}

function requestOf(given: Given): analyzerPb.AnalyzeRequest {
  const request = new analyzerPb.AnalyzeRequest();
  request.setType(given.type);
  request.setUrn(urnOf(given));
  request.setName(given.name);
  request.setProperties(struct.Struct.fromJavaScript(given.props as Record<string, struct.JavaScriptValue>));
  request.setOptions(new analyzerPb.AnalyzerResourceOptions());
  return request;
}

function resourceOf(given: Given): analyzerPb.AnalyzerResource {
  const resource = new analyzerPb.AnalyzerResource();
  resource.setType(given.type);
  resource.setUrn(urnOf(given));
  resource.setName(given.name);
  resource.setProperties(struct.Struct.fromJavaScript(given.props as Record<string, struct.JavaScriptValue>));
  resource.setOptions(new analyzerPb.AnalyzerResourceOptions());
  return resource;
}

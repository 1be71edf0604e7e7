import languageGrpc from "@pulumi/pulumi/proto/language_grpc_pb.js";
import { listen, streaming, unary } from "../../plugin/grpc-server.ts";
import { languageRuntime, streams } from "./language-runtime.ts";

/** Serves Pulumi's language protocol on a free port of this machine, and answers with the port. */
export async function serveLanguage(engine: string): Promise<number> {
  const { port } = await listen(languageGrpc.LanguageRuntimeService, {
    ...unary(languageRuntime(engine)),
    ...streaming(streams),
  });
  return port;
}

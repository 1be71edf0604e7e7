import type { Server } from "@grpc/grpc-js";
import providerGrpc from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import type { Aws, Credentials } from "../aws/call.ts";
import { listen, unary } from "./grpc-server.ts";
import { resourceProvider } from "./resource-provider.ts";

/**
 * Serves one provider on a free port of this machine. `ambient` are the credentials that it starts from where its
 * configuration gives none.
 */
export async function serve(aws: Aws, ambient: Credentials | undefined): Promise<{ port: number; server: Server }> {
  return await listen(providerGrpc.ResourceProviderService, unary(resourceProvider(aws, ambient)));
}

import { appendFileSync } from "node:fs";
import { join } from "node:path";
import empty from "google-protobuf/google/protobuf/empty_pb.js";
import pluginPb from "@pulumi/pulumi/proto/plugin_pb.js";
import providerGrpc from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import providerPb from "@pulumi/pulumi/proto/provider_pb.js";
import type { CheckRequest, CreateRequest } from "@pulumi/pulumi/proto/provider_pb.js";
import { endWithEngine } from "../../sandbox/plugin/engine-watch.ts";
import { listen, unary } from "../../sandbox/plugin/grpc-server.ts";

// A plugin in the place of AWS's that takes whatever it is given, of any type, and notes the URN of what it has made in
// `made`, in the folder that `SECURECART_SANDBOX` names.

endWithEngine();
const notes = join(process.env["SECURECART_SANDBOX"] ?? "", "made");

const asGiven = (request: CheckRequest) => {
  const response = new providerPb.CheckResponse();
  response.setInputs(request.getNews());
  return response;
};

const { port } = await listen(
  providerGrpc.ResourceProviderService,
  unary({
    getPluginInfo: () => new pluginPb.PluginInfo(),
    checkConfig: asGiven,
    configure() {
      const response = new providerPb.ConfigureResponse();
      response.setAcceptsecrets(true);
      response.setSupportspreview(true);
      return response;
    },
    check: asGiven,
    create(request: CreateRequest) {
      const response = new providerPb.CreateResponse();
      response.setProperties(request.getProperties());
      if (!request.getPreview()) {
        appendFileSync(notes, `${request.getUrn()}\n`);
        response.setId(request.getName());
      }
      return response;
    },
    cancel: () => new empty.Empty(),
  }),
);
process.stdout.write(`${port}\n`);

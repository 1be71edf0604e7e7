import grpc from "@grpc/grpc-js";
import { failure } from "./failure.ts";

/** Pulumi's own limit: states with large documents are larger than gRPC's default. */
const limit = 400 * 1024 * 1024;

/** Serves a protocol on a free port of this machine. */
export async function listen(
  service: grpc.ServiceDefinition,
  handlers: grpc.UntypedServiceImplementation,
): Promise<{ port: number; server: grpc.Server }> {
  const server = new grpc.Server({ "grpc.max_receive_message_length": limit, "grpc.max_send_message_length": limit });
  server.addService(service, handlers);
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) => {
      if (error) reject(error);
      else resolve(bound);
    });
  });
  return { port, server };
}

/** Methods that take a request and return the response, as gRPC wants them; what they throw reaches the engine. */
export function unary(methods: Record<string, (request: never) => unknown>): grpc.UntypedServiceImplementation {
  const handler = (method: (request: never) => unknown): grpc.handleUnaryCall<unknown, unknown> => {
    return (call, callback) => {
      void (async () => {
        try {
          callback(null, await method(call.request as never));
        } catch (error) {
          callback(failure(error));
        }
      })();
    };
  };
  return Object.fromEntries(Object.entries(methods).map(([name, method]) => [name, handler(method)]));
}

/** Methods that write their responses into a stream. */
export function streaming(methods: Record<string, (stream: never) => unknown>): grpc.UntypedServiceImplementation {
  const handler = (method: (stream: never) => unknown): grpc.handleServerStreamingCall<unknown, unknown> => {
    return (call) => {
      void (async () => {
        try {
          await method(call as never);
        } catch (error) {
          call.emit("error", failure(error));
        }
      })();
    };
  };
  return Object.fromEntries(Object.entries(methods).map(([name, method]) => [name, handler(method)]));
}

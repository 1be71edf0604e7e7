import grpc from "@grpc/grpc-js";
import any from "google-protobuf/google/protobuf/any_pb.js";
import providerPb from "@pulumi/pulumi/proto/provider_pb.js";
import statusPb from "@pulumi/pulumi/proto/status_pb.js";
import type { Properties } from "./property-values.ts";
import { sent } from "./property-values.ts";

/** A resource was made or changed, and then something went wrong: the engine has to remember it all the same. */
export class HalfMade extends Error {
  readonly id: string;
  readonly state: Properties;
  readonly inputs: Properties;
  readonly secrets: ReadonlySet<string>;

  constructor(cause: Error, id: string, state: Properties, inputs: Properties, secrets: ReadonlySet<string>) {
    super(cause.message, { cause });
    this.id = id;
    this.state = state;
    this.inputs = inputs;
    this.secrets = secrets;
  }
}

/** An error as gRPC carries it: anything else thrown from a handler reaches the engine as `Unknown error`. */
export function failure(error: unknown): Partial<grpc.StatusObject> {
  const reason = error instanceof Error ? error.message : String(error);
  if (!(error instanceof HalfMade)) return { code: grpc.status.UNKNOWN, details: reason };

  const detail = new providerPb.ErrorResourceInitFailed();
  detail.setId(error.id);
  detail.setProperties(sent(error.state, error.secrets));
  detail.setInputs(sent(error.inputs, error.secrets));
  detail.setReasonsList([reason]);
  const packed = new any.Any();
  packed.pack(detail.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
  const status = new statusPb.Status();
  status.setCode(grpc.status.UNKNOWN);
  status.setMessage(reason);
  status.addDetails(packed);
  const metadata = new grpc.Metadata();
  metadata.add("grpc-status-details-bin", Buffer.from(status.serializeBinary()));
  return { code: grpc.status.UNKNOWN, details: reason, metadata };
}

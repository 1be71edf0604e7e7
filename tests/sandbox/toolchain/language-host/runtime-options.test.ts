import assert from "node:assert/strict";
import struct from "google-protobuf/google/protobuf/struct_pb.js";
import languagePb from "@pulumi/pulumi/proto/language_pb.js";
import { nodeArguments, runtimeEnvironment } from "../../../../sandbox/toolchain/language-host/runtime-options.ts";

const info = (options: Record<string, string | boolean>) => {
  const message = new languagePb.ProgramInfo();
  message.setOptions(struct.Struct.fromJavaScript(options));
  return message;
};

describe("the options of a project's runtime", () => {
  it("turn the SDK's TypeScript compiler off only where the project says so", () => {
    assert.deepEqual(runtimeEnvironment(info({ typescript: false })), { PULUMI_NODEJS_TYPESCRIPT: "false" });
    assert.deepEqual(runtimeEnvironment(info({})), { PULUMI_NODEJS_TYPESCRIPT: "true" });
    assert.deepEqual(runtimeEnvironment(undefined), { PULUMI_NODEJS_TYPESCRIPT: "true" });
    assert.equal(runtimeEnvironment(info({ tsconfig: "a.json" }))["PULUMI_NODEJS_TSCONFIG_PATH"], "a.json");
  });

  it("hand arguments to Node", () => {
    assert.deepEqual(nodeArguments(info({ nodeargs: "--trace-warnings  --stack-size=2000" })), [
      "--trace-warnings",
      "--stack-size=2000",
    ]);
    assert.deepEqual(nodeArguments(undefined), []);
  });
});

import type { ProgramInfo } from "@pulumi/pulumi/proto/language_pb.js";

/**
 * What the options of a project's `runtime` mean to the programs that run it, as environment.
 * Source: https://www.pulumi.com/docs/iac/concepts/projects/project-file/#runtime-options
 */
export function runtimeEnvironment(info: ProgramInfo | undefined): Record<string, string> {
  const options = (info?.getOptions()?.toJavaScript() ?? {}) as Record<string, unknown>;
  // TypeScript is on unless a project turns it off.
  const environment: Record<string, string> = { PULUMI_NODEJS_TYPESCRIPT: String(options["typescript"] !== false) };
  if (typeof options["tsconfig"] === "string") environment["PULUMI_NODEJS_TSCONFIG_PATH"] = options["tsconfig"];
  return environment;
}

/** Arguments for Node itself. */
export function nodeArguments(info: ProgramInfo | undefined): string[] {
  const { nodeargs } = (info?.getOptions()?.toJavaScript() ?? {}) as Record<string, unknown>;
  return typeof nodeargs === "string" ? nodeargs.split(/\s+/).filter((argument) => argument !== "") : [];
}

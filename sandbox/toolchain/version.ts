import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./place.ts";

/** The oldest Pulumi CLI whose engine serves the `@pulumi/pulumi` that this program is written for. */
export const oldest = "3.270.0";

/** The CLI this project installs or builds where none is found: the version that the Go module's own file names. */
export function pinnedVersion(): string {
  const goMod = readFileSync(join(repository, "sandbox/toolchain/cli/go.mod"), "utf8");
  const found = /^\s*(?:require\s+)?github\.com\/pulumi\/pulumi\/pkg\/v3 v(\d+\.\d+\.\d+)/m.exec(goMod);
  if (found?.[1] === undefined) throw new Error("sandbox/toolchain/cli/go.mod names no version of the Pulumi CLI");
  return found[1];
}

/** Why a CLI of this version cannot be used, or undefined where it can. `version` is what `pulumi version` prints. */
export function whyUnfit(version: string): string | undefined {
  const parts = /^v?(\d+)\.(\d+)\.(\d+)(-[0-9A-Za-z.-]+)?/.exec(version.trim());
  if (parts === null) return `its version cannot be read (it printed ${JSON.stringify(version.trim().slice(0, 60))})`;
  const [major, minor, patch] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const [needMajor, needMinor, needPatch] = oldest.split(".").map(Number) as [number, number, number];
  const late = minor > needMinor || (minor === needMinor && patch >= needPatch && parts[4] === undefined);
  return major === needMajor && late ? undefined : `version ${needMajor} is needed, from ${oldest} on`;
}

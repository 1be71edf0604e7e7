import type { Configuration, Single } from "./configuration.ts";
import type { Findings } from "./findings.ts";
import type { StackSource } from "./merge.ts";
import type { ConfigPath } from "./places.ts";
import { childPath, pathText } from "./places.ts";

/** One stack while it is checked. */
export interface Stack {
  configuration: Configuration;
  findings: Findings;
  /** False where a file could not be read whole: what seems to be missing may stand there. */
  whole: boolean;
  /** The stack file and what it includes. */
  sources: readonly StackSource[];
  /** YYYY-MM-DD, UTC. */
  today: string;
}

/** The sections whose keys name what stands in AWS or is referred to; those of the security file do neither. */
export type NamedSection = Exclude<
  keyof Configuration,
  | "stack"
  | "file"
  | "organization"
  | Single
  | "raised-quotas"
  | "lock-out-overrides"
  | "policy-exceptions"
  | "disabled-rules"
  | "trusted-third-parties"
  | "administrators"
>;

/** Whether a section has the key, be it that the entry is wrong and left out. */
export function isWritten({ findings }: Stack, section: NamedSection, name: string): boolean {
  return findings.places.has(childPath(section, name));
}

/** Whether a path is written in the files, be it that what stands there is wrong and left out. */
export function isPresent({ findings }: Stack, path: ConfigPath): boolean {
  return findings.places.has(pathText(path));
}

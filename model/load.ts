import { dirname, normalize } from "node:path";
import { check } from "./check.ts";
import type { Configuration, Single } from "./configuration.ts";
import { sections } from "./configuration.ts";
import type { Diagnostic } from "./diagnostics.ts";
import { type Files, filesOnDisk } from "./files.ts";
import { Findings } from "./findings.ts";
import { Directory } from "./include.ts";
import { merge } from "./merge.ts";
import type { ConfigPath, Place } from "./places.ts";
import { placeOf } from "./places.ts";
import { sorted } from "./report.ts";
import { type SecurityFileRevision, withSecurityFileOf } from "./security-file.ts";
import type { Stack } from "./stack.ts";
import { structured } from "./structure.ts";
import { refuseUnsupported } from "./unsupported.ts";
import { today as currentDay } from "./values/date.ts";

export interface Loaded {
  /** The stack that was asked for; undefined where so much is wrong that nothing can be said. */
  stack: Configuration | undefined;
  /** Every stack of the directory by name, as far as it can be read: some rules concern all of them together. */
  stacks: Map<string, Configuration>;
  /** The same, each with its findings, to which later stages add; empty where any file could not be read whole. */
  readable: readonly Stack[];
  /** What is wrong in any file of the directory, sorted by place, each once. */
  diagnostics: Diagnostic[];
  /** The text of each file that could be read, by its name in the diagnostics. */
  texts: ReadonlyMap<string, string>;
  /** Each stack file with the files that it includes, directly or through others; named as in the diagnostics. */
  stackFiles: ReadonlyMap<string, readonly string[]>;
  /** Where a path of the stack that was asked for stands; the nearest ancestor where it does not. */
  place: (path: ConfigPath) => Place;
  /** YYYY-MM-DD, UTC: the day by which `until` and `next-review` were judged. */
  today: string;
}

export interface LoadOptions {
  /** YYYY-MM-DD, UTC, where it is not the current day. */
  today?: string;
  /** Where the files are read from; the disk unless said otherwise. */
  files?: Files;
  /** Judge by the security file of this revision, not by that of the directory. */
  base?: SecurityFileRevision | undefined;
}

/**
 * Reads a stack file such as `config/prod.yaml`, what it includes, and every other stack file of its directory, and
 * checks them all. Wrong input never throws: it is a diagnostic.
 */
export function load(stackFile: string, { today = currentDay(), files = filesOnDisk, base }: LoadOptions = {}): Loaded {
  const askedFile = normalize(stackFile);
  const path = dirname(askedFile);
  const source = base === undefined ? files : withSecurityFileOf(base, path, files);
  const directory = new Directory(path, source);
  const diagnostics: Diagnostic[] = [];
  const stacks: Stack[] = [];
  let asked = new Findings(new Map());
  const stackFiles = new Map<string, string[]>();
  let complete = true;
  for (const file of directory.stackFiles(askedFile)) {
    const findings = new Findings(new Map());
    const { name, sources } = directory.gather(file, findings);
    stackFiles.set(
      file,
      sources.map((one) => source.nameOf(one.file)),
    );
    const tree = merge(sources, findings);
    const whole = sources.every((source) => source.whole);
    refuseUnsupported(tree, findings);
    const found = structured(sections, tree, findings, { whole });
    if (file === askedFile) asked = findings;
    diagnostics.push(...findings.diagnostics.splice(0));
    if (found !== undefined && name !== undefined) {
      stacks.push({ configuration: { ...empty(), ...found, stack: name, file }, whole, sources, findings, today });
    } else {
      complete = false;
    }
  }
  check(stacks, complete && directory.isWhole());
  for (const { findings } of stacks) diagnostics.push(...findings.diagnostics.splice(0));
  diagnostics.push(...directory.leftOver());
  const configurations = stacks.map(({ configuration }) => configuration);
  return {
    stack: configurations.find(({ file }) => file === askedFile),
    stacks: new Map(configurations.map((configuration) => [configuration.stack, configuration])),
    readable: complete && stacks.every(({ whole }) => whole) ? stacks : [],
    diagnostics: sorted(diagnostics),
    texts: directory.texts(),
    stackFiles,
    place: (path) => placeOf(asked.places, path),
    today,
  };
}

function empty(): Omit<Configuration, "organization" | "accounts" | "stack" | "file" | Single> {
  return {
    "identity-providers": {},
    groups: {},
    users: {},
    policies: {},
    "permission-sets": {},
    access: {},
    workloads: {},
    pipelines: {},
    guardrails: {},
    "raised-quotas": {},
    "lock-out-overrides": {},
    "policy-exceptions": {},
    "disabled-rules": {},
    "trusted-third-parties": {},
    administrators: {},
  };
}

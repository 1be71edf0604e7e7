import * as z from "zod";
import type { Findings } from "./findings.ts";
import type { Position } from "./places.ts";
import { childPath } from "./places.ts";
import type { TreeMap } from "./tree.ts";
import { oneOf } from "./values/offer.ts";
import { text } from "./values/text.ts";

const stackName = /^[a-z][a-z0-9-]*$/u;

/** The keys of a file that are about the file itself. */
export const headKeys = {
  version: z.enum(["1"]).meta({
    description: "The version of the language in which the file is written. A file with `stack` needs it.",
    examples: ["1"],
  }),
  stack: text(
    "The stack that begins with this file, by its name: a small letter, then small letters, digits and `-`. Only in stack files; a file that others include has no `stack`.",
    "prod",
    { pattern: stackName, offers: "stacks" },
  ),
  include: z.array(oneOf("files")).meta({
    description: "The files that are united with this one: their paths, from the directory of this file.",
    examples: [["base.yaml", "security.yaml"]],
  }),
};

/** What a file says about itself: the stack that it begins, if it does, and the files that it includes. */
export interface StackHead {
  /** Whether it begins a stack, be it that the name is wrong. */
  begins: boolean;
  stack?: string;
  stackPlace?: Position;
  /** Undefined where it cannot be understood. */
  include?: { written: string; place: Position; path: string }[];
}

/** Reads and checks `version`, `stack` and `include`. */
export function readHead(tree: TreeMap, findings: Findings): StackHead {
  const { version, stack, include } = tree;
  const head: StackHead = { begins: stack !== undefined };
  if (stack !== undefined) {
    if (typeof stack === "string" && stackName.test(stack)) {
      head.stack = stack;
      const place = findings.places.get("stack")?.value;
      if (place !== undefined) head.stackPlace = place;
    } else {
      findings.add("name-characters", "stack", {
        message: "A stack's name is a small letter, then small letters, digits and -.",
        fix: "Write a name such as `prod`.",
      });
    }
    if (version === undefined) {
      findings.add("missing-key", "version", {
        message: "`version` is missing: which version of the language the file is written in.",
        fix: "Write `version: 1`.",
      });
    }
  }
  if (version !== undefined && version !== "1") {
    findings.add("value-not-allowed", "version", {
      message: "The only version of the language is `1`.",
      fix: "Write `version: 1`.",
    });
  }
  if (include === undefined) return { ...head, include: [] };
  if (!Array.isArray(include)) {
    findings.add("wrong-type", "include", {
      message: "This is to be a list of files.",
      fix: "Write `include: [base.yaml]`.",
      at: "value",
    });
    return head;
  }
  const files: NonNullable<StackHead["include"]> = [];
  include.forEach((written, at) => {
    const path = childPath("include", at);
    const place = findings.places.get(path)?.value;
    if (typeof written !== "string") {
      findings.add("wrong-type", path, {
        message: "This is to be the path of a file.",
        fix: "Write `include: [base.yaml]`.",
        at: "value",
      });
    } else if (place !== undefined && written !== "") {
      files.push({ written, place, path });
    }
  });
  return { ...head, include: files };
}

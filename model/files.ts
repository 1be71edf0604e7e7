import { existsSync, lstatSync, readdirSync, realpathSync } from "node:fs";
import { isAbsolute, relative, sep } from "node:path";
import type { Findings } from "./findings.ts";
import { readText } from "./source-file.ts";

/** Where a configuration is read from: the disk, or a revision of the repository. Paths start at the working directory. */
export interface Files {
  /** The YAML files of a directory by their path from it, sorted; with `below` those that lie deeper too. */
  list: (directory: string, below: boolean) => string[];
  has: (file: string) => boolean;
  isLink: (file: string) => boolean;
  /** Whether a file lies in a directory or below, links followed. One that is missing lies where it is written. */
  isInside: (directory: string, file: string) => boolean;
  /** What diagnostics call a file. */
  nameOf: (file: string) => string;
  /** Undefined where it cannot be read, which then has its diagnostic. */
  text: (file: string, findings: Findings) => string | undefined;
}

export const filesOnDisk: Files = {
  list: (directory, below) => {
    try {
      return yamlOf(readdirSync(directory, { recursive: below, encoding: "utf8" }));
    } catch {
      return [];
    }
  },
  has: existsSync,
  isLink: (file) => lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true,
  isInside: (directory, file) => {
    if (!isWithin(directory, file)) return false;
    try {
      return isWithin(realpathSync(directory), realpathSync(file));
    } catch {
      return true;
    }
  },
  nameOf: (file) => file,
  text: readText,
};

/** The YAML files among them, sorted. */
export function yamlOf(names: readonly string[]): string[] {
  return names.filter((name) => /\.ya?ml$/u.test(name)).sort();
}

/** Whether the one path leads into the other, as written. */
export function isWithin(directory: string, file: string): boolean {
  const way = relative(directory, file);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

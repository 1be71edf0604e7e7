import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface NpmPackage {
  name: string;
  version: string;
}

/**
 * Fetches a package at an exact version into a temporary folder, calls `read` with the unpacked folder, and removes it.
 * Nothing of the package is run by the fetching.
 */
export async function withPackage<T>({ name, version }: NpmPackage, read: (folder: string) => T | Promise<T>) {
  const folder = mkdtempSync(join(tmpdir(), "catalogue-"));
  try {
    const packed = execFileSync("npm", ["pack", "--silent", `${name}@${version}`], { cwd: folder, encoding: "utf8" });
    execFileSync("tar", ["-xzf", packed.trim()], { cwd: folder });
    return await read(join(folder, "package"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function readJson(...path: string[]): unknown {
  return JSON.parse(readFileSync(join(...path), "utf8"));
}

import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import type { Plugin } from "esbuild";
import { standIn } from "../review/planned/stand-ins.ts";

/** A file that went into a bundle, as it was then. */
interface Ingredient {
  path: string;
  /** When the file was written or replaced last, in milliseconds; it cannot be set by hand as the time of modification can. */
  changed: number;
  size: number;
}

/**
 * Puts a program and all that it imports into one CommonJS file, and beside it, with `.json` appended, the list of its
 * ingredients: the program's own files, and of each package its package.json. Throws where esbuild is not installed or
 * nothing can be written.
 */
export async function writeBundle(entry: string, bundle: string): Promise<void> {
  mkdirSync(dirname(bundle), { recursive: true });
  const unfinished = `${bundle}.${process.pid}`;
  const { build } = await import("esbuild");
  const { metafile } = await build({
    entryPoints: [entry],
    outfile: unfinished,
    bundle: true,
    // Not "node", for which yaml has CommonJS alone: of modules esbuild leaves out what nobody uses.
    platform: "neutral",
    external: ["node:*"],
    format: "cjs",
    metafile: true,
    logLevel: "silent",
    plugins: [standIns, ownPlaces],
  });
  const paths = new Set(Object.keys(metafile.inputs).map((path) => manifest(resolve(path))));
  writeFileSync(`${unfinished}.json`, JSON.stringify([...paths].map(ingredient)));
  renameSync(unfinished, bundle);
  renameSync(`${unfinished}.json`, `${bundle}.json`);
}

/** The program runs on the stand-ins of Pulumi's SDK, which is no part of a bundle. */
const standIns: Plugin = {
  name: "stand-ins",
  setup(build) {
    build.onResolve({ filter: /^@pulumi\// }, ({ path }) => ({ path: standIn(path) ?? path }));
    build.onLoad({ filter: /\/review\/planned\/load\.ts$/ }, ({ path }) => ({
      contents: 'import * as program from "./program.ts";\nexport const loadProgram = async () => program;\n',
      resolveDir: dirname(path),
      loader: "ts",
    }));
  },
};

/** Data files lie beside the module that reads them, wherever the bundle lies. */
const ownPlaces: Plugin = {
  name: "own-places",
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll("import.meta.dirname", JSON.stringify(dirname(path))),
      loader: "ts",
    }));
  },
};

/** For a file of a package its package.json, which every installation of another version replaces. */
function manifest(path: string): string {
  const parts = path.split(sep);
  const at = parts.lastIndexOf("node_modules") + 1;
  if (at === 0) return path;
  const name = parts.slice(at, at + (parts[at]?.startsWith("@") === true ? 2 : 1));
  return join(parts.slice(0, at).join(sep), ...name, "package.json");
}

function ingredient(path: string): Ingredient {
  const { ctimeMs, size } = statSync(path);
  return { path, changed: ctimeMs, size };
}

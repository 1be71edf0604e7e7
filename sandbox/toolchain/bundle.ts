import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Plugin } from "esbuild";

/** A file that went into a bundle, as it was then. */
interface Ingredient {
  path: string;
  modified: number;
  size: number;
}

/**
 * Puts a program of the sandbox and everything that it imports into one file below `folder`, and answers with that
 * file's path: it starts in half the time and takes a third less memory, which counts with a process for each account.
 * Where no ingredient has changed since, the bundle stays as it is.
 */
export async function bundle(entry: string, folder: string): Promise<string> {
  const name = `${basename(dirname(entry))}.mjs`;
  const [bundled, list] = [join(folder, name), join(folder, `${name}.json`)];
  if (existsSync(bundled) && isFresh(list)) return bundled;

  mkdirSync(folder, { recursive: true });
  const unfinished = `${bundled}.${process.pid}`;
  const { build } = await import("esbuild");
  const { metafile } = await build({
    entryPoints: [entry],
    outfile: unfinished,
    bundle: true,
    platform: "node",
    format: "esm",
    metafile: true,
    logLevel: "error",
    plugins: [ownPlaces],
    // What @pulumi/pulumi and gRPC bring along is CommonJS.
    banner: {
      js: `import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);`,
    },
  });
  const ingredients = Object.keys(metafile.inputs).map((path) => ingredient(resolve(path)));
  writeFileSync(`${list}.${process.pid}`, JSON.stringify(ingredients));
  renameSync(unfinished, bundled);
  renameSync(`${list}.${process.pid}`, list);
  return bundled;
}

/** Data files lie beside the module that reads them, wherever the bundle lies. */
const ownPlaces: Plugin = {
  name: "own-places",
  setup(build) {
    build.onLoad({ filter: /[\\/](sandbox|iam)[\\/].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8")
        .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href))
        .replaceAll("import.meta.dirname", JSON.stringify(dirname(path))),
      loader: "ts",
    }));
  },
};

function ingredient(path: string): Ingredient {
  const { mtimeMs, size } = statSync(path);
  return { path, modified: mtimeMs, size };
}

function isFresh(list: string): boolean {
  try {
    const ingredients = JSON.parse(readFileSync(list, "utf8")) as Ingredient[];
    return ingredients.every((then) => {
      const now = ingredient(then.path);
      return now.modified === then.modified && now.size === then.size;
    });
  } catch {
    return false;
  }
}

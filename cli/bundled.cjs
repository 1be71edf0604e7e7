// `node cli/bundled.cjs COMMAND` does what `node cli/COMMAND.ts` does, in a third of the time: the command and all that it
// imports lie in one file below .cache, which is made anew as soon as anything has changed that went into it. JavaScript,
// and not even a module: starting Node's type stripping or its loader of modules would take half of what is saved.
const { readFileSync, statSync } = require("node:fs");
const { enableCompileCache } = require("node:module");
const { join } = require("node:path");
const { argv } = require("node:process");
const { setFlagsFromString } = require("node:v8");

const [command] = argv.splice(2, 1);
const cache = join(__dirname, "..", ".cache");
const bundle = join(cache, "bundle", `${command}.cjs`);
// Garbage is collected in small steps beside the work, of which each costs: a command is over before one whole sweep is due.
setFlagsFromString("--no-incremental-marking");
enableCompileCache(join(cache, "compile"));
if (isFresh(bundle)) require(bundle);
else start();

/** Without esbuild, or where nothing can be written, the command runs from its own files. */
async function start() {
  const entry = join(__dirname, `${command}.ts`);
  try {
    const { writeBundle } = await import("./bundle.ts");
    await writeBundle(entry, bundle);
  } catch {
    await import(`./${command}.ts`);
    return;
  }
  require(bundle);
}

function isFresh(file) {
  try {
    const ingredients = JSON.parse(readFileSync(`${file}.json`, "utf8"));
    return ingredients.every(({ path, changed, size }) => {
      const now = statSync(path);
      return now.ctimeMs === changed && now.size === size;
    });
  } catch {
    return false;
  }
}

import { cpSync, mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Bundles the pack into one JavaScript file. Pulumi's SDK stays outside: it is the one that the runner itself uses.
 * CommonJS, because the runner loads a pack with `require`. The catalogues stand beside it: they are read line by line,
 * and only when a rule asks for them.
 */
await build({
  entryPoints: [here("index.ts")],
  outfile: here("dist/index.cjs"),
  bundle: true,
  platform: "node",
  target: "node22",
  format: "cjs",
  external: ["@pulumi/*"],
  define: { "import.meta.dirname": "__dirname" },
});

// What an earlier build has left would be published too.
rmSync(here("dist/data"), { recursive: true, force: true });
mkdirSync(here("dist/data"), { recursive: true });
for (const file of ["actions.json", "managed-powers.json"])
  cpSync(here(`../iam/catalogue/data/${file}`), here(`dist/data/${file}`));

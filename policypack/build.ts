import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/**
 * Bundles the pack into one JavaScript file. Pulumi's SDK stays outside: it is the one that the runner itself uses.
 * CommonJS, because the runner loads a pack with `require`.
 */
await build({
  entryPoints: [fileURLToPath(new URL("index.ts", import.meta.url))],
  outfile: fileURLToPath(new URL("dist/index.cjs", import.meta.url)),
  bundle: true,
  platform: "node",
  target: "node22",
  format: "cjs",
  external: ["@pulumi/*"],
});

/**
 * The stand-in for `pulumi-language-nodejs`, which runs Pulumi programs and policy packs written for Node. The engine
 * starts it with its own address as the last argument, and reads the port from standard output.
 */
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

const cache = fileURLToPath(new URL("../../../.cache/compile", import.meta.url));
enableCompileCache(process.env["NODE_COMPILE_CACHE"] ?? cache);

const { endWithEngine } = await import("../../plugin/engine-watch.ts");
const { serveLanguage } = await import("./serve.ts");

endWithEngine();
const engine = process.argv.slice(2).findLast((argument) => !argument.startsWith("-")) ?? "";
process.stdout.write(`${await serveLanguage(engine)}\n`);

/**
 * The stand-in for `pulumi-resource-aws`. The engine starts it with its own address as the only argument, and reads the
 * port from standard output. `SECURECART_SANDBOX` names the folder of the virtual AWS.
 */
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

enableCompileCache(
  process.env["NODE_COMPILE_CACHE"] ?? fileURLToPath(new URL("../../.cache/compile", import.meta.url)),
);

const { endWithEngine } = await import("./engine-watch.ts");
const { virtualAws } = await import("../aws/virtual-aws.ts");
const { withFaults } = await import("./faults.ts");
const { serve } = await import("./serve.ts");

endWithEngine();
const directory = process.env["SECURECART_SANDBOX"];
if (!directory) throw new Error("SECURECART_SANDBOX has to name the folder of the virtual AWS");
const {
  AWS_ACCESS_KEY_ID: accessKeyId,
  AWS_SECRET_ACCESS_KEY: secretAccessKey,
  AWS_SESSION_TOKEN: token,
} = process.env;
const ambient =
  accessKeyId && secretAccessKey
    ? { accessKeyId, secretAccessKey, ...(token ? { sessionToken: token } : {}) }
    : undefined;
const { port } = await serve(withFaults(virtualAws(directory), directory), ambient);
process.stdout.write(`${port}\n`);

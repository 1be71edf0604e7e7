import { delimiter, join } from "node:path";
import { cacheDirectory } from "./place.ts";

export interface Surroundings {
  /** Folder of the launchers: comes first in PATH. */
  launchers: string;
  /** Pulumi's own folder, for logs and plugins. */
  pulumiHome: string;
  /** Folder of the file backend. */
  state: string;
  passphrase: string;
  /** What the sandbox adds: the virtual AWS's place and its credentials. */
  sandbox: Record<string, string>;
}

/** Variables by which the user's surroundings could reach into a rehearsal, or a rehearsal reach out of it. */
const foreign = /^(AWS|PULUMI|TF)_/i;

/**
 * The environment of an engine that rehearses: the user's, without any of their AWS and Pulumi settings. What would
 * lead the official plugin to a real account is cut off as well, although the engine never starts it: no shared
 * files, no instance metadata, an endpoint at which nobody listens.
 */
export function rehearsalEnvironment(user: NodeJS.ProcessEnv, surroundings: Surroundings): NodeJS.ProcessEnv {
  const kept = Object.entries(user).filter(([name]) => !foreign.test(name));
  const local = "127.0.0.1,localhost";
  const direct = [user["NO_PROXY"] ?? user["no_proxy"], local].filter((hosts) => (hosts ?? "") !== "").join(",");
  return {
    ...Object.fromEntries(kept),
    PATH: [surroundings.launchers, user["PATH"] ?? ""].join(delimiter),
    // Half a second less for each program that Node.js has compiled before.
    NODE_COMPILE_CACHE: user["NODE_COMPILE_CACHE"] ?? join(cacheDirectory(user), "compile"),
    NO_PROXY: direct,
    no_proxy: direct,
    PULUMI_HOME: surroundings.pulumiHome,
    // Without files of attributes: they are not written whole, and one cut short by a kill makes a stack unreadable.
    PULUMI_BACKEND_URL: `file://${surroundings.state}?metadata=skip`,
    PULUMI_CONFIG_PASSPHRASE: surroundings.passphrase,
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    // Makes the engine's event log available, as the Automation API does.
    PULUMI_DEBUG_COMMANDS: "true",
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_ENDPOINT_URL: "http://127.0.0.1:9",
    ...surroundings.sandbox,
  };
}

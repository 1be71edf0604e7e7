/** Finds, installs or builds the Pulumi CLI, so that nothing that follows has to wait for it. Exit code 3: there is none. */
import { terminalOn } from "../rehearsal/terminal.ts";
import { findCli } from "./cli.ts";
import { cacheDirectory } from "./place.ts";

const progress = terminalOn(process.stdout, process.env);
const cli = await findCli({ environment: process.env, cache: cacheDirectory(process.env), progress });
progress.line(cli === undefined ? "No Pulumi CLI can be had here." : `Pulumi CLI ${cli.version} at ${cli.path}`);
process.exitCode = cli === undefined ? 3 : 0;

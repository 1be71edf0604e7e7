/**
 * Writes the CloudFormation templates of what has to exist before the program's first deployment: docs/first-day.md.
 *
 *     npm run bootstrap [-- FOLDER | -- --stdout]
 *
 * FOLDER is `bootstrap-templates` unless said otherwise; in it only files are overwritten that this command wrote.
 * Exit code 0: written. 1: nothing is written, and why.
 */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { estateOf } from "../bootstrap/estate.ts";
import { bodySize, mark, templateFiles } from "../bootstrap/files.ts";
import { printableLines } from "../iam/printable.ts";
import { load } from "../model/load.ts";
import { plan } from "../model/plan.ts";
import { CommandError } from "./command-error.ts";
import { noStackFiles, stackFiles } from "./stack-files.ts";

const { stdout, folder } = options();

try {
  const [stackFile, ...others] = stackFiles();
  const elsewhere = others.find((file) => dirname(file) !== dirname(stackFile ?? ""));
  if (stackFile === undefined) fail(`${noStackFiles} Nothing is written.`);
  else if (elsewhere === undefined) bootstrap(stackFile);
  else fail(`${stackFile} and ${elsewhere} lie in two directories; one is judged as a whole. Nothing is written.`);
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  fail(`${error.message} Nothing is written.`);
}

/** By all stacks of the directory that the stack file lies in. */
function bootstrap(stackFile: string): void {
  const { deployments, report } = plan(stackFile);
  const [first] = load(stackFile).readable;
  if (deployments.length === 0 || first === undefined) fail(`${report}\nNothing is written.`);
  else {
    const estate = estateOf(first.configuration, deployments);
    if (estate.deployer.roles.length > 0) write(templateFiles(estate));
    else fail("organization.deployer is nobody who may assume a deploy role. Nothing is written.");
  }
}

function write(files: ReturnType<typeof templateFiles>): void {
  if (stdout) {
    console.log(
      files
        .map(({ text }) => text)
        .join("---\n")
        .trimEnd(),
    );
    return;
  }
  const foreign = files
    .map(({ name }) => join(folder, name))
    .filter((path) => existsSync(path) && !readFileSync(path, "utf8").startsWith(mark));
  if (foreign.length > 0) {
    fail(`${foreign.join(", ")}: not written by this command, so that it is not overwritten. Nothing is written.`);
    return;
  }
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of files) {
    writeFileSync(join(folder, name), text);
    const size = Buffer.byteLength(text);
    const note =
      size > bodySize ? `, more than CloudFormation takes from a file (${bodySize}): upload it to S3 first` : "";
    console.log(`${join(folder, name)}: ${size} bytes${note}`);
  }
  console.log("What to do with them: docs/first-day.md");
}

function options(): { stdout: boolean; folder: string } {
  try {
    const { values, positionals } = parseArgs({ options: { stdout: { type: "boolean" } }, allowPositionals: true });
    const [folder = "bootstrap-templates", ...more] = positionals;
    if (more.length > 0) throw new Error("One folder is enough.");
    if (existsSync(folder) && !statSync(folder).isDirectory()) throw new Error(`${folder} is no folder.`);
    return { stdout: values.stdout === true, folder };
  } catch (error) {
    fail(`${(error as Error).message}\nUsage: npm run bootstrap [-- FOLDER | -- --stdout]`);
    process.exit();
  }
}

function fail(message: string): void {
  console.error(printableLines(message.trim()));
  process.exitCode = 1;
}

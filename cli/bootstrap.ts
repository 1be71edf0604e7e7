/**
 * Writes the CloudFormation templates of what has to exist before the program's first deployment: docs/first-day.md.
 *
 *     npm run bootstrap [-- FOLDER | -- --stdout]
 *
 * FOLDER is `bootstrap-templates` unless said otherwise; in it only files are overwritten that this command wrote.
 * Exit code 0: written. 1: nothing is written, and why.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { estateOf } from "../bootstrap/estate.ts";
import { bodySize, mark, templateFiles } from "../bootstrap/files.ts";
import { load } from "../model/load.ts";
import { plan } from "../model/plan.ts";

const { stdout, folder } = options();

const [settings] = readdirSync(".").filter((name) => /^Pulumi\..+\.yaml$/u.test(name));
const { config = {} } = parse(readFileSync(settings ?? "Pulumi.prod.yaml", "utf8"), { schema: "failsafe" }) as {
  config?: Record<string, string>;
};
const stackFile = Object.entries(config).find(([key]) => key.endsWith(":config"))?.[1] ?? "config/prod.yaml";

const { deployments, report } = plan(stackFile);
const [first] = load(stackFile).readable;
if (deployments.length === 0 || first === undefined) fail(`${report}\nNothing is written.`);
else {
  const estate = estateOf(first.configuration, deployments);
  if (estate.deployer.roles.length > 0) write(templateFiles(estate));
  else fail("organization.deployer is nobody who may assume a deploy role. Nothing is written.");
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
  console.error(message.trim());
  process.exitCode = 1;
}

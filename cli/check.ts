/**
 * `npm run check`: loads and checks the configuration of all stacks and says what is wrong, without an engine,
 * credentials or network. Exit code 0 where nothing forbids a deployment, 1 otherwise.
 */
import { dirname } from "node:path";
import { readdirSync, readFileSync, writeSync } from "node:fs";
import { parse } from "yaml";
import { plan } from "../model/plan.ts";
import { formatReport, hasErrors } from "../model/report.ts";

const settings = readdirSync(".").filter((name) => /^Pulumi\..+\.yaml$/u.test(name));
const stackFiles = settings.sort().flatMap((file) => {
  const { config = {} } = parse(readFileSync(file, "utf8"), { schema: "failsafe" }) as {
    config?: Record<string, string>;
  };
  return Object.entries(config).flatMap(([key, value]) => (key.endsWith(":config") ? [value] : []));
});
// One plan judges every stack of its directory.
const plans = [...new Map(stackFiles.map((file) => [dirname(file), file])).values()].map((file) => plan(file));
const diagnostics = plans.flatMap((one) => one.diagnostics);
const report = formatReport(diagnostics);
if (report !== "") console.log(report);
if (stackFiles.length === 0) console.log("There is no Pulumi.<stack>.yaml here that names a configuration file.");
const wrong = stackFiles.length === 0 || hasErrors(diagnostics);
// Without Node's streams, of which the start takes longer than the checks of most sections.
if (!wrong) writeSync(1, `${stackFiles.join(", ")}: nothing is wrong.\n`);
process.exitCode = wrong ? 1 : 0;

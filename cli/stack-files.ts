import { normalize } from "node:path";
import { parseDocument } from "yaml";
import { type Files, filesOnDisk } from "../model/files.ts";
import { Findings } from "../model/findings.ts";
import { CommandError } from "./command-error.ts";

/** What to say where `stackFiles` finds none. */
export const noStackFiles = "There is no Pulumi.<stack>.yaml here that names a configuration file.";

/**
 * The stack files that the `Pulumi.<stack>.yaml` of the working directory name, by the names of these. Throws
 * CommandError where one cannot be read.
 */
export function stackFiles(files: Files = filesOnDisk): string[] {
  return namedStackFiles(files).map(({ file }) => file);
}

/** The same, each with the stack that it is of. */
export function namedStackFiles(files: Files = filesOnDisk): { stack: string; file: string }[] {
  const settings = files.list(".", false).filter((name) => /^Pulumi\..+\.yaml$/u.test(name));
  return settings.flatMap((name) => {
    const text = files.text(name, new Findings(new Map()));
    const document = parseDocument(text ?? "", { schema: "failsafe", logLevel: "silent" });
    const [wrong] = document.errors;
    if (text === undefined || wrong !== undefined) {
      throw new CommandError(`${files.nameOf(name)} cannot be read${wrong === undefined ? "." : `: ${wrong.message}`}`);
    }
    const { config } = (document.toJS() ?? {}) as { config?: Record<string, unknown> };
    return Object.entries(config ?? {}).flatMap(([key, value]) =>
      key.endsWith(":config") && typeof value === "string"
        ? [{ stack: name.slice("Pulumi.".length, -".yaml".length), file: normalize(value) }]
        : [],
    );
  });
}

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
  const settings = files.list(".", false).filter((name) => /^Pulumi\..+\.yaml$/u.test(name));
  return settings.flatMap((file) => {
    const text = files.text(file, new Findings(new Map()));
    const document = parseDocument(text ?? "", { schema: "failsafe", logLevel: "silent" });
    const [wrong] = document.errors;
    if (text === undefined || wrong !== undefined) {
      throw new CommandError(`${files.nameOf(file)} cannot be read${wrong === undefined ? "." : `: ${wrong.message}`}`);
    }
    const { config } = (document.toJS() ?? {}) as { config?: Record<string, unknown> };
    return Object.entries(config ?? {}).flatMap(([key, value]) =>
      key.endsWith(":config") && typeof value === "string" ? [normalize(value)] : [],
    );
  });
}

import { readFileSync, readdirSync } from "node:fs";
import { normalize } from "node:path";
import { YAMLParseError, parse } from "yaml";
import { CommandError } from "./command-error.ts";

/** What to say where `stackFiles` finds none. */
export const noStackFiles = "There is no Pulumi.<stack>.yaml here that names a configuration file.";

/** The stack files that the `Pulumi.<stack>.yaml` of the current directory name, by the names of these. */
export function stackFiles(): string[] {
  return namedStackFiles().map(({ file }) => file);
}

/** The same, with the stack that each is of. Throws CommandError where a `Pulumi.<stack>.yaml` cannot be read. */
export function namedStackFiles(): { stack: string; file: string }[] {
  const settings = readdirSync(".").filter((name) => /^Pulumi\..+\.yaml$/u.test(name));
  return settings
    .sort()
    .flatMap((name) =>
      Object.entries(configOf(name)).flatMap(([key, value]) =>
        key.endsWith(":config") && typeof value === "string"
          ? [{ stack: name.slice("Pulumi.".length, -".yaml".length), file: normalize(value) }]
          : [],
      ),
    );
}

function configOf(name: string): Record<string, unknown> {
  try {
    const read = parse(readFileSync(name, "utf8"), { schema: "failsafe" }) as {
      config?: Record<string, unknown>;
    } | null;
    return read?.config ?? {};
  } catch (error) {
    if (error instanceof YAMLParseError) throw new CommandError(`${name}: ${error.message}`);
    throw error;
  }
}

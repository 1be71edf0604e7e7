import { readFileSync, readdirSync } from "node:fs";
import { normalize } from "node:path";
import { parse } from "yaml";

/** What to say where `stackFiles` finds none. */
export const noStackFiles = "There is no Pulumi.<stack>.yaml here that names a configuration file.";

/** The stack files that the `Pulumi.<stack>.yaml` of the current directory name, by the names of these. */
export function stackFiles(): string[] {
  const settings = readdirSync(".").filter((name) => /^Pulumi\..+\.yaml$/u.test(name));
  return settings.sort().flatMap((file) => {
    const read = parse(readFileSync(file, "utf8"), { schema: "failsafe" }) as {
      config?: Record<string, string>;
    } | null;
    return Object.entries(read?.config ?? {}).flatMap(([key, value]) =>
      key.endsWith(":config") ? [normalize(value)] : [],
    );
  });
}

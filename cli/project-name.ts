import { existsSync, readFileSync } from "node:fs";
import { parse } from "yaml";

/** The name of the Pulumi project in the current directory, which is a part of every URN. */
export function projectName(): string {
  const file = "Pulumi.yaml";
  const read: unknown = existsSync(file) ? parse(readFileSync(file, "utf8"), { schema: "failsafe" }) : undefined;
  const { name } = (read ?? {}) as { name?: unknown };
  return typeof name === "string" ? name : "securecart-iam";
}

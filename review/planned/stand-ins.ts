import { fileURLToPath } from "node:url";

/** The file of `sdk/` that stands for a module of Pulumi's SDK where `program.ts` and the components import it. */
export function standIn(specifier: string): string | undefined {
  const [, module, aws] = /^@pulumi\/(pulumi|aws\/(\w+)(?:\/index)?\.js)$/u.exec(specifier) ?? [];
  if (module === undefined) return undefined;
  return fileURLToPath(new URL(`sdk/${aws === undefined ? "pulumi" : `aws/${aws}`}.ts`, import.meta.url));
}

import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { lineFile, LineFileReader } from "../iam/catalogue/line-file.ts";
import {
  managedPolicy,
  managedPolicyNames,
  type ManagedPoliciesHeader,
  type ManagedPolicyData,
} from "../iam/catalogue/managed-policies.ts";
import { powersOf } from "../iam/danger/together.ts";
import { readDocument } from "../iam/reading.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Bundles the pack into one JavaScript file. Pulumi's SDK stays outside: it is the one that the runner itself uses.
 * CommonJS, because the runner loads a pack with `require`. The catalogues stand beside it: they are read line by line,
 * and only when a rule asks for them.
 */
await build({
  entryPoints: [here("index.ts")],
  outfile: here("dist/index.cjs"),
  bundle: true,
  platform: "node",
  target: "node22",
  format: "cjs",
  external: ["@pulumi/*"],
  define: { "import.meta.dirname": "__dirname" },
});

mkdirSync(here("dist/data"), { recursive: true });
// Of AWS's managed policies, those that count together with others, and of these the statements that do.
const header = new LineFileReader<ManagedPoliciesHeader, ManagedPolicyData>("managed-policies.json").header();
const policies = managedPolicyNames().flatMap((name) => {
  const policy = managedPolicy(name);
  return policy === undefined ? [] : [policy];
});
const counting = policies.flatMap(({ name, path, version, document }): [string, ManagedPolicyData][] => {
  const { statements } = readDocument(document, "identity");
  const kept = new Set(powersOf(statements, true).map(({ statement }) => statement.index));
  if (kept.size === 0) return [];
  const all = [document.Statement].flat();
  return [
    [name, [path, version, { ...document, Statement: all.filter((one, at) => one.Effect === "Deny" || kept.has(at)) }]],
  ];
});
const names = counting.map(([name, [path]]) => path + name);
writeFileSync(
  here("dist/data/managed-policies.json"),
  lineFile({ header: { ...header, names }, entries: Object.fromEntries(counting) }),
);
cpSync(here("../iam/catalogue/data/actions.json"), here("dist/data/actions.json"));

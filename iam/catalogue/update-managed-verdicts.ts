/**
 * Writes data/managed-verdicts.json and data/managed-powers.json anew from data/managed-policies.json and data/actions.json, which have to be new.
 *
 *     node iam/catalogue/update-managed-verdicts.ts
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { lineFile } from "./line-file.ts";
import { managedPolicyNames } from "./managed-policies.ts";
import { managedPowerTable } from "./managed-power-table.ts";
import { managedVerdicts } from "./managed-verdict-table.ts";

const entries = Object.entries(managedVerdicts(managedPolicyNames())).map(
  ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
);
writeFileSync(join(import.meta.dirname, "data", "managed-verdicts.json"), `{\n${entries.join(",\n")}\n}\n`);
writeFileSync(
  join(import.meta.dirname, "data", "managed-powers.json"),
  lineFile(managedPowerTable(managedPolicyNames())),
);

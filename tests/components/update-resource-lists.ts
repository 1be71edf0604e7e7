/** Writes what the shipped stacks register to dev.yaml and prod.yaml, so that a change of it can be reviewed as a diff. */
import { writeFileSync } from "node:fs";
import { format } from "prettier";
import { stringify } from "yaml";
import { shipped } from "./program.ts";
import { resourceList } from "./resource-list.ts";

for (const stack of ["dev", "prod"]) {
  const text = stringify(resourceList(await shipped(stack)), { lineWidth: 0, aliasDuplicateObjects: false });
  writeFileSync(new URL(`${stack}.yaml`, import.meta.url), await format(text, { parser: "yaml", printWidth: 120 }));
}

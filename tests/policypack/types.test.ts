import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../policypack/rules.ts";

const sdk = join(import.meta.dirname, "../../node_modules/@pulumi/aws");

describe("The types that the rules are about", () => {
  for (const type of new Set(rules.flatMap(({ types }) => types).filter((one) => one !== "*"))) {
    it(`${type} is a resource of the AWS provider`, () => {
      const [, place = ""] = type.split(":");
      const file = join(sdk, `${place}.js`);
      assert.ok(existsSync(file), file);
      assert.ok(readFileSync(file, "utf8").includes(`'${type}'`), type);
    });
  }
});

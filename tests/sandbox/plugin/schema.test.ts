import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { resourceTypes } from "../../../sandbox/plugin/resource-types.ts";
import { schema } from "../../../sandbox/plugin/schema.ts";

describe("the schema of the plugin", () => {
  it("is that of the installed @pulumi/aws", () => {
    const { version } = createRequire(import.meta.url)("@pulumi/aws/package.json") as { version: string };
    assert.equal(schema.version, version);
  });

  it("describes exactly the resource types that the sandbox serves, and every property that they name", () => {
    assert.deepEqual(resourceTypes.map(({ token }) => token).sort(), Object.keys(schema.resources).sort());
    for (const type of resourceTypes) {
      const { inputs, outputs } = schema.resources[type.token]!;
      const { replaceOnChange, computed = [], documents = [], sets = [], required = [] } = type;
      const replacing = replaceOnChange === "everything" ? [] : replaceOnChange;
      const filled = [type.defaults, type.rules, type.same, type.unsupported].flatMap((part) =>
        Object.keys(part ?? {}),
      );
      for (const name of [...replacing, ...computed, ...documents, ...sets, ...required, ...filled]) {
        assert.ok(name in inputs, `${type.token} has no input ${name}`);
      }
      for (const name of type.secretOutputs ?? []) assert.ok(outputs.includes(name), `${type.token} has no ${name}`);
      assert.ok(type.update !== undefined || replaceOnChange === "everything", `${type.token} can change in place`);
    }
  });
});

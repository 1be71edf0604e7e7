import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { shipped } from "./program.ts";
import { resourceList } from "./resource-list.ts";

describe("what the program registers", () => {
  for (const stack of ["dev", "prod"]) {
    it(`is, in the stack ${stack}, exactly what ${stack}.yaml lists`, async () => {
      const run = await shipped(stack);
      assert.deepEqual(run.failures, []);
      const expected = parse(readFileSync(new URL(`${stack}.yaml`, import.meta.url), "utf8")) as Record<
        string,
        unknown
      >;
      const actual = resourceList(run);
      assert.deepEqual(Object.keys(actual), Object.keys(expected));
      for (const [label, resource] of Object.entries(actual)) assert.deepEqual(resource, expected[label], label);
      assert.equal(run.registrations.length, Object.keys(expected).length, "no two have one label");
    });
  }

  it("is told to other stacks and to people as outputs", async () => {
    const { outputs } = await shipped("prod");
    assert.deepEqual(outputs, {
      accountIds: {
        DevOps: "333344445555",
        Management: "111122223333",
        Production: "444455556666",
        Security: "222233334444",
      },
      startUrl: "https://d-0000000000.awsapps.com/start",
      workloadRoleArns: {
        "payments-processor/Production": "arn of Role payments-processor/Production",
        "product-images/Production": "arn of Role product-images/Production",
        "storefront-web/Production": "arn of Role storefront-web/Production",
      },
      executionRoleArns: { "storefront-web/Production": "arn of Role storefront-web/Production/execution" },
      instanceProfileArns: {
        "product-images/Production": "arn of InstanceProfile product-images/Production/instance-profile",
      },
      pipelineRoleArns: {
        access: "arn of Role access/from/DevOps",
        preview: "arn of Role preview/from/DevOps",
        release: "arn of Role release/from/DevOps",
        review: "arn of Role review/from/DevOps",
        "smoke-test": "arn of Role smoke-test/from/DevOps",
      },
      deploymentRoleArns: {
        release: { Production: "arn of Role release/to/Production" },
        "smoke-test": { Production: "arn of Role smoke-test/to/Production" },
      },
    });
  });
});

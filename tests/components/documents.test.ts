import assert from "node:assert/strict";
import { canonicalJson } from "../../iam/canonical.ts";
import type { PolicyDocument } from "../../iam/document.ts";
import { awsResources } from "./graph.ts";
import { shipped } from "./program.ts";
import { documentInputs } from "./resource-list.ts";

/** What the SDK sends for a value that a preview does not know. */
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

for (const stack of ["dev", "prod"]) {
  describe(`policy documents in a preview of ${stack}`, function () {
    this.timeout(60_000);

    it("are known texts, so that a policy pack judges them before anything is made", async () => {
      const run = await shipped(stack, true);
      assert.deepEqual(run.failures, []);
      assert.ok(JSON.stringify(run.registrations).includes(unknown), "it is a preview");
      const documents = awsResources(run).flatMap(({ name, inputs }) =>
        documentInputs.filter((key) => key in inputs).map((key) => [`${name} ${key}`, inputs[key]] as const),
      );
      assert.ok(documents.length > 15);
      for (const [place, text] of documents) {
        assert.ok(typeof text === "string", place);
        assert.ok(!text.includes(unknown), place);
        assert.ok(text.startsWith('{"Version":"2012-10-17","Statement":['), place);
        assert.equal(text, canonicalJson(JSON.parse(text) as PolicyDocument), place);
      }
    });

    it("belong to resources that exist in the update as well", async () => {
      const urns = async (preview: boolean) =>
        (await shipped(stack, preview)).registrations.map(({ urn }) => urn).sort();
      assert.deepEqual(await urns(true), await urns(false));
    });
  });
}

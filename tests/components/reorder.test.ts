import assert from "node:assert/strict";
import { configCopy, shuffle } from "./config-copy.ts";
import { type Registration, run, shipped } from "./program.ts";

const byUrn = (registrations: Registration[]) =>
  registrations
    .map((registration) => ({ ...registration, dependencies: [...registration.dependencies].sort() }))
    .sort((a, b) => (a.urn < b.urn ? -1 : 1));

describe("another order of every list and map of the YAML", () => {
  for (const [seed, stack] of [1, 2].flatMap((number) => [[number, "dev"] as const, [number, "prod"] as const])) {
    it(`registers the same in ${stack} (seed ${seed})`, async () => {
      const copy = configCopy((document) => {
        shuffle(document, seed);
      });
      try {
        const shuffled = await run({ stack, config: copy.file(stack) });
        assert.deepEqual(shuffled.failures, []);
        assert.deepEqual(byUrn(shuffled.registrations), byUrn((await shipped(stack)).registrations));
        assert.deepEqual(shuffled.outputs, (await shipped(stack)).outputs);
      } finally {
        copy.remove();
      }
    });
  }
});

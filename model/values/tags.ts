import { z } from "zod";

/** Tags of AWS resources: key → value. */
export const tags = z.record(z.string(), z.string()).meta({
  description: "AWS tags: key to value. At most 50; keys do not begin with `aws:`.",
  examples: [{ environment: "production" }],
});

import { z } from "zod";

/** Earlier keys: each becomes an alias, so that a new key is not a new thing in AWS. */
export const formerly = z.array(z.string()).meta({
  description:
    "Earlier keys of this entry, newest first. With them a new key renames; without them it removes the old thing and makes a new one. Can be deleted once every stack has been deployed.",
  examples: [["web-servers"]],
});

import { z } from "zod";
import { day } from "../values/date.ts";
import { owner } from "../values/owner.ts";
import { text } from "../values/text.ts";

const exception = z
  .strictObject({
    "permission-set": text("A key of `permission-sets`.", "DatabaseOperator"),
    until: day(
      "The last day on which it holds (inclusive, UTC); afterwards the cell is gone.",
      "2027-03-31",
    ).exactOptional(),
    reason: text("Why it is needed.", "Move the order database to Aurora").exactOptional(),
    ticket: text("Where it was asked for.", "OPS-4711").exactOptional(),
    owner: owner.exactOptional(),
  })
  .meta({
    description: "A permission set for a limited time, or with a reason worth writing down.",
    examples: [{ "permission-set": "DatabaseOperator", until: "2027-03-31" }],
  });

const cell = z.union([z.string(), exception]);

/** Group (or `user NAME`) → selector → permission sets. */
export const access = z
  .record(
    z.string(),
    z
      .record(
        z.string(),
        z
          .array(cell)
          .meta({ description: "The permission sets held there.", examples: [["ReadOnly", "DeploymentManager"]] }),
      )
      .meta({ description: "Which accounts: a selector.", examples: [{ "accounts under Workloads": ["ReadOnly"] }] }),
  )
  .meta({
    description: "Who may do what, where: group, then account or accounts, then permission sets.",
    examples: [{ Developers: { Production: ["DeploymentManager"] } }],
  });

/** One entry of a cell of the matrix: a set's name, or a set with its conditions. */
export type AccessEntry = z.infer<typeof cell>;
export type Access = z.infer<typeof access>;

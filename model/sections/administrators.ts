import * as z from "zod";
import type { Stack } from "../stack.ts";
import { checkSet } from "../names.ts";
import { refers } from "../references.ts";
import { oneOf } from "../values/offer.ts";
import { checkOwner, owner } from "../values/owner.ts";
import { text } from "../values/text.ts";

/** A permission set that may administer Identity Center or the organization, and who may have it. */
export const administrator = z
  .strictObject({
    groups: z
      .array(oneOf("groups"))
      .nonempty()
      .meta({ description: "The groups that alone may have the set.", examples: [["Operations"]] }),
    reason: text("What it is needed for.", "Repairs while the pipeline is down"),
    owner,
  })
  .meta({
    description: "Lets a permission set administer Identity Center or the organization.",
    examples: [{ groups: ["Operations"], reason: "Repairs while the pipeline is down", owner: "SecurityTeam" }],
  });

/** Checks that somebody answers for each, and that the groups are there. */
export function checkAdministrators(stack: Stack): void {
  for (const [set, written] of Object.entries(stack.configuration.administrators)) {
    const path = ["administrators", set];
    checkOwner(stack, written.owner, path);
    checkSet(stack, written.groups, [...path, "groups"]);
    written.groups.forEach((group, at) => refers(stack, "groups", group, [...path, "groups", at]));
  }
}

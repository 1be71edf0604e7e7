import * as z from "zod";
import { checkAbsent, checkName, checkOne, checkPresent, checkSet } from "../names.ts";
import { refers } from "../references.ts";
import type { Stack } from "../stack.ts";
import { checkFormerly, formerly } from "../values/formerly.ts";
import { oneOf } from "../values/offer.ts";
import { checkOwner, owner } from "../values/owner.ts";
import { awsText, judged, text } from "../values/text.ts";

const groupId = /^([0-9a-f]{10}-)?[A-Fa-f0-9]{8}(-[A-Fa-f0-9]{4}){3}-[A-Fa-f0-9]{12}$/u;

export const group = z
  .strictObject({
    "synced-from": text(
      "The identity provider that brings the group, which is looked up then and never created; a key of `identity-providers`. Not together with `members`.",
      "Okta",
      { offers: "identity-providers" },
    ).exactOptional(),
    "display-name": awsText(
      {
        service: "identitystore",
        shape: "GroupDisplayName",
        what: "a group's display name",
        characters: "letters, digits, punctuation and spaces",
      },
      "What the group is called in Identity Center. A group from an identity provider needs it: by it the group is looked up.",
      "aws-developers",
      { otherwise: "its key, for a group that is managed here" },
    ).exactOptional(),
    id: judged(
      "The group's id in the identity store, as the console shows it. With it a group that is made anew under the old name does not inherit the access.",
      "906790d5-5a1b-4b4e-9d0e-2f6a4c1b7e3d",
      (value) =>
        groupId.test(value)
          ? undefined
          : {
              code: "group-id",
              message: `"${value}" is not the id of a group.`,
              fix: "Copy it from the group's page in the console of Identity Center.",
            },
      { pattern: groupId },
    ).exactOptional(),
    members: z
      .array(oneOf("users"))
      .meta({
        description: "Who is in the group, where it is managed here; keys of `users`. Not together with `synced-from`.",
        examples: [["ada"]],
      })
      .exactOptional(),
    description: text(
      "What the group is for; only where it is managed here.",
      "People who build the shop",
    ).exactOptional(),
    owner: owner.exactOptional(),
    formerly: formerly.exactOptional(),
  })
  .meta({ description: "A group of people.", examples: [{ "synced-from": "Okta", "display-name": "aws-developers" }] });

export type Group = z.infer<typeof group>;

/** Checks the groups: each comes from the identity provider or is managed here. */
export function checkGroups(stack: Stack): void {
  const { groups } = stack.configuration;
  const displayNames = new Map<string, string>();
  for (const [name, entry] of Object.entries(groups)) {
    const path = ["groups", name];
    checkName(stack, path);
    checkOwner(stack, entry.owner, path);
    const kind = checkOne(stack, ["synced-from", "members"], path);
    if (kind === "synced-from") {
      refers(stack, "identity-providers", entry["synced-from"] ?? "", [...path, "synced-from"]);
      checkPresent(stack, ["display-name"], path, "by it the group is looked up");
      checkAbsent(stack, ["description"], path, "the group is not made here");
    } else if (kind === "members") {
      checkAbsent(stack, ["id"], path, "the group is made here");
      checkSet(stack, entry.members, [...path, "members"]);
      entry.members?.forEach((member, at) => refers(stack, "users", member, [...path, "members", at]));
    }
    const displayName = entry["display-name"] ?? name;
    const other = displayNames.get(displayName);
    displayNames.set(displayName, other ?? name);
    if (other !== undefined) {
      stack.findings.add("group-display-name-twice", [...path, "display-name"], {
        message: `"${other}" has the display name "${displayName}" too.`,
        fix: "Write what each is called in the identity provider, or delete one of the two.",
      });
    }
  }
  checkFormerly(stack, "groups", groups);
}

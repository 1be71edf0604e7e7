import { z } from "zod";
import { sessionDuration } from "../values/duration.ts";
import { formerly } from "../values/formerly.ts";
import { owner } from "../values/owner.ts";
import { tags } from "../values/tags.ts";
import { awsText, printable, text } from "../values/text.ts";
import { permissionsKeys } from "./permissions.ts";

export const permissionSet = z
  .strictObject({
    description: awsText(
      {
        service: "sso-admin",
        shape: "PermissionSetDescription",
        what: "a permission set's description",
        characters: printable,
      },
      "What the permission set is for, in words that the people who get it understand.",
      "Release and roll back the shop; no administrator rights",
    ),
    owner,
    "session-duration": sessionDuration.exactOptional(),
    "relay-state": text(
      "The page of the AWS console on which a session begins: its https address.",
      "https://console.aws.amazon.com/costmanagement/home",
    ).exactOptional(),
    tags: tags.exactOptional(),
    "administered-from": text(
      "The management account, where the set is used in the management account: a delegated administrator cannot touch it there.",
      "Management",
    ).exactOptional(),
    formerly: formerly.exactOptional(),
    ...permissionsKeys,
  })
  .meta({
    description:
      "A permission set of Identity Center. It belongs to the stack whose file defines it; that stack alone assigns it, in any account.",
    examples: [{ "aws-managed-policies": ["ViewOnlyAccess"] }],
  });

export type PermissionSet = z.infer<typeof permissionSet>;

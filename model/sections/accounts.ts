import { z } from "zod";
import { formerly } from "../values/formerly.ts";
import { owner } from "../values/owner.ts";
import { tags } from "../values/tags.ts";
import { awsText, judged, text } from "../values/text.ts";
import { deployRole } from "./organization.ts";

export const account = z
  .strictObject({
    id: judged("The account's id: twelve digits, in quotes.", "012345678901", judgeId),
    ou: text("Path of the organizational unit that holds the account, or `root`.", "Workloads/Production"),
    stack: text("The stack that manages what lies inside the account: one of the stack files.", "prod"),
    owner,
    name: awsText(
      { service: "organizations", shape: "AccountName", what: "an account name", characters: "any characters" },
      "The account's name in AWS Organizations, where it differs from the key.",
      "SecureCart Production",
    ).exactOptional(),
    email: judged("The e-mail address of the account's root user.", "aws-production@securecart.example", (value) =>
      /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(value) && value.length >= 6 && value.length <= 64
        ? undefined
        : { code: "email", message: `"${value}" is not an e-mail address of 6 to 64 characters.` },
    ).exactOptional(),
    tags: tags.exactOptional(),
    regions: z
      .array(z.string())
      .meta({ description: "Regions in which the account works, beside the home region.", examples: [["eu-west-1"]] })
      .exactOptional(),
    "deploy-role": deployRole.exactOptional(),
    status: z
      .enum(["active", "suspended", "closed"])
      .meta({
        description: "An account that is suspended or closed is skipped by selectors (default: active).",
        examples: ["suspended"],
      })
      .exactOptional(),
    formerly: formerly.exactOptional(),
  })
  .meta({ description: "One AWS account of the organization.", examples: [{ id: "012345678901" }] });

export type Account = z.infer<typeof account>;

function judgeId(value: string): { code: "account-id"; message: string; fix?: string } | undefined {
  if (/^\d{12}$/u.test(value)) return undefined;
  if (/^\d{11}$/u.test(value)) {
    return {
      code: "account-id",
      message: `"${value}" has eleven digits; an account id has twelve. Programs that read it as a number drop a leading zero.`,
      fix: `If the zero was lost, write "0${value}", in quotes; otherwise copy the id again.`,
    };
  }
  return {
    code: "account-id",
    message: `"${value}" is not an account id: twelve digits, without spaces or dashes.`,
  };
}

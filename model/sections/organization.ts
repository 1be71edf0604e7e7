import * as z from "zod";
import { nearest } from "../../iam/nearest.ts";
import type { Path } from "../path.ts";
import { refers } from "../references.ts";
import { regionsOf } from "../regions.ts";
import type { Stack } from "../stack.ts";
import { checkTags, tags } from "../values/tags.ts";
import { awsText, judged, nameCharacters, text } from "../values/text.ts";

export const partitions = ["aws", "aws-us-gov", "aws-cn"] as const;

/** A name that the deploy role has in an account. */
export const deployRole = awsText(
  { service: "iam", shape: "roleNameType", what: "a role name", characters: nameCharacters },
  "Name of the role by which this program works in an account. It is made once, by hand or by a bootstrap stack.",
  "securecart-deploy",
);

const delegatedAdministrator = (service: string): z.ZodExactOptional<z.ZodString> =>
  text(
    `The account to which AWS Organizations delegates ${service}; a key of \`accounts\`.`,
    "Security",
  ).exactOptional();

export const organization = z
  .strictObject({
    id: judged("The organization's id, as AWS Organizations shows it.", "o-a1b2c3d4e5", (value) =>
      /^o-[a-z0-9]{10,32}$/u.test(value)
        ? undefined
        : {
            code: "organization-id",
            message: `"${value}" is not the id of an organization: \`o-\`, then 10 to 32 small letters or digits.`,
          },
    ),
    partition: z
      .enum(partitions)
      .meta({ description: "The AWS partition (default: aws).", examples: ["aws"] })
      .exactOptional(),
    "home-region": text(
      "The region of Identity Center and of everything that needs one and names none.",
      "eu-central-1",
    ),
    "management-account": text("The organization's management account; a key of `accounts`.", "Management"),
    "delegated-administrators": z
      .strictObject({
        "identity-center": delegatedAdministrator("IAM Identity Center"),
        "access-analyzer": delegatedAdministrator("IAM Access Analyzer"),
      })
      .meta({
        description: "AWS delegates service by service: which account administers it beside the management account.",
        examples: [{ "identity-center": "Security" }],
      })
      .exactOptional(),
    "deploy-role": deployRole,
    deployer: text(
      "Who assumes the deploy roles: `pipeline NAME`, `group NAME`, or the ARN of a role that this configuration does not manage. An update that would shut it out is refused.",
      "pipeline access",
    ),
    previewer: text(
      "Who assumes the preview roles, which change nothing, beside the deployer: `pipeline NAME`, `group NAME`, or the ARN of a role that this configuration does not manage.",
      "pipeline review",
    ).exactOptional(),
    tags: tags.exactOptional(),
  })
  .meta({ description: "The organization and what holds in all of it.", examples: [{ id: "o-a1b2c3d4e5" }] });

export type Organization = z.infer<typeof organization>;

/** Checks the organization: its region, the accounts that it names, and its tags. */
export function checkOrganization(stack: Stack): void {
  const { organization: own } = stack.configuration;
  checkRegion(stack, own["home-region"], ["organization", "home-region"]);
  refers(stack, "accounts", own["management-account"], ["organization", "management-account"]);
  for (const [service, account] of Object.entries(own["delegated-administrators"] ?? {})) {
    refers(stack, "accounts", account, ["organization", "delegated-administrators", service]);
  }
  checkTags(stack, own.tags, ["organization", "tags"]);
}

/** Checks that a region is one of the organization's partition. */
export function checkRegion({ configuration, findings }: Stack, region: string, path: Path): void {
  const partition = configuration.organization.partition ?? "aws";
  const known = regionsOf(partition);
  if (known.includes(region)) return;
  const meant = nearest(region, known);
  findings.add("region", path, {
    message: `"${region}" is no region of the partition ${partition}.${meant === undefined ? "" : ` Did you mean ${meant}?`}`,
  });
}

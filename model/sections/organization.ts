import * as z from "zod";
import { nearest } from "../../iam/nearest.ts";
import type { Path } from "../path.ts";
import { refers } from "../references.ts";
import { regionsOf } from "../regions.ts";
import type { Stack } from "../stack.ts";
import { checkTags, tags } from "../values/tags.ts";
import { awsText, judged, nameCharacters, text } from "../values/text.ts";

export const partitions = ["aws", "aws-us-gov", "aws-cn"] as const;

const roleName = { service: "iam", shape: "roleNameType", what: "a role name", characters: nameCharacters };

/** The name that the deploy role has in one account, where it differs from the others. */
export const accountDeployRole = awsText(
  roleName,
  "The name of the role by which this program works in the account, where it differs from the others'.",
  "securecart-deploy",
  { otherwise: "`organization.deploy-role`" },
);

const delegatedAdministrator = (service: string): z.ZodExactOptional<z.ZodString> =>
  text(`The account to which AWS Organizations delegates ${service}; a key of \`accounts\`.`, "Security", {
    offers: "accounts",
    otherwise: "the management account",
  }).exactOptional();

const idForm = /^o-[a-z0-9]{10,32}$/u;

export const organization = z
  .strictObject({
    id: judged(
      "The organization's id, as AWS Organizations shows it.",
      "o-a1b2c3d4e5",
      (value) =>
        idForm.test(value)
          ? undefined
          : {
              code: "organization-id",
              message: `"${value}" is not the id of an organization: \`o-\`, then 10 to 32 small letters or digits.`,
              fix: "Copy it from the page of AWS Organizations in the console.",
            },
      { pattern: idForm },
    ),
    partition: z
      .enum(partitions)
      .meta({
        description: "The AWS partition: `aws` but for the clouds of the US government and of China.",
        examples: ["aws"],
        default: "aws",
      })
      .exactOptional(),
    "home-region": text(
      "The region of Identity Center, and of everything that needs a region and names none.",
      "eu-central-1",
      { offers: "regions" },
    ),
    "management-account": text("The organization's management account; a key of `accounts`.", "Management", {
      offers: "accounts",
    }),
    "delegated-administrators": z
      .strictObject({
        "identity-center": delegatedAdministrator("IAM Identity Center"),
        "access-analyzer": delegatedAdministrator("IAM Access Analyzer"),
      })
      .meta({
        description:
          "Which account administers a service beside the management account: AWS delegates service by service.",
        examples: [{ "identity-center": "Security" }],
      })
      .exactOptional(),
    "deploy-role": awsText(
      roleName,
      "The name of the role by which this program works in every account. It is made once, by `npm run bootstrap` and by hand.",
      "securecart-deploy",
    ),
    deployer: text(
      "Who assumes the deploy roles: `pipeline NAME`, `group NAME`, or the ARN of a role that this configuration does not manage. An update that would shut it out is refused.",
      "pipeline access",
      { offers: "parties" },
    ),
    previewer: text(
      "Who assumes the preview roles, which change nothing, beside the deployer: `pipeline NAME`, `group NAME`, or the ARN of a role that this configuration does not manage.",
      "pipeline review",
      { offers: "parties" },
    ).exactOptional(),
    tags: tags.exactOptional(),
  })
  .meta({
    description: "The organization, and what holds in all of it.",
    examples: [
      {
        id: "o-a1b2c3d4e5",
        "home-region": "eu-central-1",
        "management-account": "Management",
        "deploy-role": "securecart-deploy",
        deployer: "pipeline access",
      },
    ],
  });

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
    fix: `Write one of: ${known.join(", ")}.`,
  });
}

import { stringify } from "yaml";
import type { Estate, EstateAccount } from "./estate.ts";
import { substituted } from "./intrinsic.ts";
import { type Template, template } from "./template.ts";

/** What CloudFormation takes of a template that comes from a file, in bytes: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
export const bodySize = 51_200;

/** The first line of every file: what does not begin with it is somebody else's. */
export const mark = "# Made by `npm run bootstrap`; what is written into it by hand is lost.";

export interface TemplateFile {
  /** Such as `members.yaml`. */
  name: string;
  text: string;
}

/** One template for the management account, which StackSets skip, and one for all others, for each name of a deploy role. */
export function templateFiles(estate: Estate): TemplateFile[] {
  const management = estate.accounts.filter(({ id }) => id === estate.managementAccountId);
  const members = estate.accounts.filter(({ id }) => id !== estate.managementAccountId);
  const byRole = [...Map.groupBy(members, ({ deployRole }) => deployRole)];
  const made = (name: string, accounts: EstateAccount[], where: string): TemplateFile[] =>
    accounts.length === 0
      ? []
      : [{ name: `${name}.yaml`, text: fileText(template(estate, accounts, `Roles of the access program, ${where}`)) }];
  return [
    ...made("management", management, "for the management account"),
    ...byRole.flatMap(([role, accounts]) =>
      made(byRole.length === 1 ? "members" : `members-${role}`, accounts, "for member accounts"),
    ),
  ];
}

function fileText(made: Template): string {
  return `${mark}\n${stringify(substituted(made), { lineWidth: 0, aliasDuplicateObjects: false })}`;
}

import { splitColons } from "../arn.ts";
import { intersects } from "../match.ts";
import type { NormalStatement } from "../normalize.ts";
import type { GrantedAction } from "./granted-action.ts";
import { isAbout } from "./left.ts";
import { narrows } from "./narrowing.ts";

/** What the actions of EC2 make that also need to be allowed on what they only use: images, subnets, security groups. */
const makes: ReadonlyMap<string, string> = new Map([
  ["ec2:RunInstances", "instance"],
  ["ec2:CreateFleet", "fleet"],
]);

/**
 * Whether an Allow is only about what a launch uses, while those of what it makes are narrowed, each of them: nothing can
 * be launched by it but what they allow. Where no statement beside it is about what is made, another policy's may be.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html#iam-example-runinstances
 */
export function isOnlyUsed(
  { info }: GrantedAction,
  allow: NormalStatement,
  statements: readonly NormalStatement[],
): boolean {
  const made = makes.get(info.name);
  if (made === undefined) return false;
  const reaches = ({ resource }: NormalStatement): boolean =>
    resource?.not !== false || resource.items.some((item) => isAboutType(item, made));
  const makers = statements.filter(
    (one) => one.effect === "Allow" && isAbout(one, info.name.toLowerCase()) && reaches(one),
  );
  return !makers.includes(allow) && makers.length > 0 && makers.every((one) => narrows(one.condition, info.name));
}

/** Whether a pattern may match ARNs of a type of EC2, none of which holds a colon in its last part. */
function isAboutType(pattern: string, type: string): boolean {
  const parts = splitColons(pattern);
  return (
    parts.length < 6 ||
    intersects(
      parts
        .slice(5)
        .join(":")
        .replace(/\$\{[^}]*\}/g, "*"),
      `${type}/*`,
    )
  );
}

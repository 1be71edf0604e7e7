import { action, actionsOf } from "../../iam/catalogue/actions.ts";
import type { Bearer } from "./bearers.ts";
import { outcome, parseRequest } from "./expectation.ts";

/** What a bearer's own documents allow: `ACTION on RESOURCE [when KEY=VALUE …]`. */
export function can(bearer: Bearer, request: string): boolean {
  return outcome(bearer, parseRequest(request, bearer)) === "can";
}

/** Access levels of actions that change something. */
const levels = ["Write", "Permissions management", "Tagging"];

/** The actions of these services that change something and that the bearer may call, on anything whatever. */
export function allowedChanges(bearer: Bearer, services: readonly string[]): string[] {
  const names = services.flatMap((service) => actionsOf(service).map((name) => `${service}:${name}`));
  return names.filter((name) => {
    const { accessLevel, resourceTypes } = action(name)!;
    const resources = ["*", ...resourceTypes.map(({ arn }) => anyOf(arn, bearer))];
    return (
      levels.includes(accessLevel) &&
      resources.some((resource) => outcome(bearer, { action: name, resource, context: {} }) === "can")
    );
  });
}

function anyOf(arn: string, { accountId }: Bearer): string {
  const filled = arn
    .replace("${Partition}", "aws")
    .replace("${Region}", "eu-central-1")
    .replace("${Account}", accountId);
  return filled.replaceAll(/\$\{\w+\}/g, "anything");
}

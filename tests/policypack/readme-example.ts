import type { Example } from "../../policypack/rule.ts";
import type { Given } from "./judge.ts";

/** The configuration that the README's examples presuppose. */
export const exampleConfiguration = {
  "no-iam-user": { breakGlassUsers: ["break-glass-1"] },
  "trust-account": {
    organizationId: "o-a1b2c3d4e5",
    ownAccounts: ["111122223333"],
    trustedThirdParties: [{ account: "999988887777", externalId: "shop-7f3a" }],
  },
};

/** An example as the engine would see it, with the full type tokens. */
export function programOf(example: Example): Given[] {
  return Object.entries(example).map(([name, { type, properties, options }]) => ({
    type: type.replace(/^aws:(\w+):(\w)(\w+)$/, (_, module: string, first: string, rest: string) => {
      return `aws:${module}/${first.toLowerCase()}${rest}:${first}${rest}`;
    }),
    name,
    props: properties,
    dependsOn: (options?.dependsOn ?? []).map((reference) => reference.slice(2, -1)),
  }));
}

import type { PackSettings } from "../deployment.ts";
import { isOver } from "../values/date.ts";
import type { Scope } from "./scope.ts";

/** What the policy pack is told of this organization, beside break-glass and exceptions. What has ended is left out. */
export function resolvePackSettings({ configuration, today }: Scope): PackSettings {
  return {
    organizationId: configuration.organization.id,
    ownAccounts: Object.values(configuration.accounts)
      .map(({ id }) => id)
      .sort(),
    trustedThirdParties: Object.values(configuration["trusted-third-parties"])
      .filter(({ review }) => !isOver(review, today))
      .map(({ account, "external-id": externalId }) => ({ account, externalId }))
      .sort((a, b) => (a.account < b.account ? -1 : 1)),
    disabledRules: Object.entries(configuration["disabled-rules"])
      .filter(([, { until }]) => !isOver(until, today))
      .map(([rule]) => rule)
      .sort(),
  };
}

import { errorStatus } from "../../../iam/catalogue/service-models.ts";
import { AwsError } from "../call.ts";
import type { World } from "../world.ts";

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-enable-root-access.html */
export type OrganizationsFeature = "RootCredentialsManagement" | "RootSessions";

function checkCaller({ organization, caller }: World): void {
  const refused = (code: string, message: string) => new AwsError(code, message, errorStatus("iam", code) ?? 400);
  if (caller.accountId !== organization.managementAccountId) {
    throw refused("CallerIsNotManagementAccountException", "The caller is not the management account.");
  }
  if (organization.trustedServices?.includes("iam.amazonaws.com") !== true) {
    throw refused("ServiceAccessNotEnabledException", "Trusted access is not enabled for IAM in AWS Organizations.");
  }
}

const answer = ({ organization }: World) => {
  return { OrganizationId: organization.id, EnabledFeatures: organization.rootAccess ?? [] };
};

export const enable =
  (feature: OrganizationsFeature) =>
  (_: object, world: World): object => {
    checkCaller(world);
    const { organization } = world;
    organization.rootAccess = [...new Set([...(organization.rootAccess ?? []), feature])].sort();
    return answer(world);
  };

export const disable =
  (feature: OrganizationsFeature) =>
  (_: object, world: World): object => {
    checkCaller(world);
    const { organization } = world;
    organization.rootAccess = (organization.rootAccess ?? []).filter((one) => one !== feature);
    return answer(world);
  };

export function listOrganizationsFeatures(_: object, world: World) {
  checkCaller(world);
  return answer(world);
}

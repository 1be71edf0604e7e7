import type { serviceOperations } from "../../../iam/catalogue/service-operations.ts";
import { documents, type Operation } from "../world.ts";
import * as account from "./account.ts";
import * as service from "./service-access.ts";
import * as unit from "./organizational-unit.ts";

const reads = (run: Operation["run"]): Operation => ({ run, changes: () => [] });

const changes = (run: Operation["run"]): Operation => ({ run, changes: () => [documents.organization] });

export const organizations = {
  DescribeOrganization: reads(account.describeOrganization),
  ListRoots: reads(unit.listRoots),
  ListOrganizationalUnitsForParent: reads(unit.listOrganizationalUnitsForParent),
  DescribeOrganizationalUnit: reads(unit.describeOrganizationalUnit),
  ListAccounts: reads(account.listAccounts),
  ListAccountsForParent: reads(account.listAccountsForParent),
  ListParents: reads(account.listParents),
  DescribeAccount: reads(account.describeAccount),
  ListTagsForResource: reads(account.listTagsForResource),
  ListDelegatedAdministrators: reads(account.listDelegatedAdministrators),
  ListAWSServiceAccessForOrganization: reads(account.listAWSServiceAccessForOrganization),
  EnableAWSServiceAccess: changes(service.enableAWSServiceAccess),
  DisableAWSServiceAccess: changes(service.disableAWSServiceAccess),
  RegisterDelegatedAdministrator: changes(service.registerDelegatedAdministrator),
  DeregisterDelegatedAdministrator: changes(service.deregisterDelegatedAdministrator),
} satisfies Record<(typeof serviceOperations)["organizations"][number], Operation>;

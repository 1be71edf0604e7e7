import { textOf } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { call, doing, list } from "../session.ts";
import { timestamp } from "../state.ts";

export const awsServiceAccess: ResourceType = {
  token: "aws:organizations/awsServiceAccess:AwsServiceAccess",
  replaceOnChange: "everything",

  async create(session, inputs) {
    const ServicePrincipal = textOf(inputs["servicePrincipal"]);
    const enabled = call(session, "organizations", "EnableAWSServiceAccess", { ServicePrincipal });
    await doing(`creating Organizations AWS Service Access (${ServicePrincipal})`, enabled);
    return { id: ServicePrincipal };
  },

  async read(session, id) {
    const operation = "ListAWSServiceAccessForOrganization";
    type Enabled = { ServicePrincipal: string; DateEnabled: unknown };
    const all = list<Enabled>(session, "organizations", operation, {}, "EnabledServicePrincipals");
    const enabled = await doing(`reading Organizations AWS Service Access (${id})`, all);
    const found = enabled.find(({ ServicePrincipal }) => ServicePrincipal === id);
    return found && { servicePrincipal: id, dateEnabled: timestamp(found.DateEnabled) };
  },

  async delete(session, id) {
    const disabled = call(session, "organizations", "DisableAWSServiceAccess", { ServicePrincipal: id });
    await doing(`deleting Organizations AWS Service Access (${id})`, disabled);
  },
};

import { textOf } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { accountId } from "../rules.ts";
import { OperationError, call, doing, list } from "../session.ts";
import { idParts, present, timestamp } from "../state.ts";

export const delegatedAdministrator: ResourceType = {
  token: "aws:organizations/delegatedAdministrator:DelegatedAdministrator",
  replaceOnChange: "everything",
  rules: { accountId: [accountId] },

  async create(session, inputs) {
    const [AccountId, ServicePrincipal] = [textOf(inputs["accountId"]), textOf(inputs["servicePrincipal"])];
    const id = `${AccountId}/${ServicePrincipal}`;
    const input = { AccountId, ServicePrincipal };
    const registered = call(session, "organizations", "RegisterDelegatedAdministrator", input);
    await doing(`creating Organizations Delegated Administrator (${id})`, registered);
    return { id };
  },

  async read(session, id) {
    const { AccountId, ServicePrincipal } = namesIn(id);
    type Administrator = Record<string, unknown>;
    const operation = "ListDelegatedAdministrators";
    const all = list<Administrator>(
      session,
      "organizations",
      operation,
      { ServicePrincipal },
      "DelegatedAdministrators",
    );
    const administrators = await doing(`reading Organizations Delegated Administrator (${id})`, all);
    const found = administrators.find(({ Id }) => Id === AccountId);
    if (found === undefined) return undefined;
    return {
      accountId: AccountId,
      servicePrincipal: ServicePrincipal,
      ...present({ arn: found["Arn"], email: found["Email"], name: found["Name"], status: found["Status"] }),
      ...present({ joinedMethod: found["JoinedMethod"], joinedTimestamp: timestamp(found["JoinedTimestamp"]) }),
      delegationEnabledDate: timestamp(found["DelegationEnabledDate"]),
    };
  },

  async delete(session, id) {
    const deregistered = call(session, "organizations", "DeregisterDelegatedAdministrator", namesIn(id));
    try {
      await doing(`deleting Organizations Delegated Administrator (${id})`, deregistered);
    } catch (error) {
      if (!(error instanceof OperationError && error.code === "AccountNotRegisteredException")) throw error;
    }
  },
};

function namesIn(id: string): { AccountId: string; ServicePrincipal: string } {
  const [AccountId = "", ServicePrincipal = ""] = idParts(id, "/", 2, "DELEGATED_ACCOUNT_ID/SERVICE_PRINCIPAL");
  return { AccountId, ServicePrincipal };
}

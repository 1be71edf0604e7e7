import { shapeFailures } from "./check.ts";
import { textOf } from "./property-values.ts";
import type { Properties } from "./property-values.ts";
import { schema } from "./schema.ts";
import { call, list } from "./session.ts";
import type { Session } from "./session.ts";

type Lookup = (session: Session, args: Properties) => Promise<Properties>;

const regionOf = (session: Session, args: Properties): string => textOf(args["region"]) || session.region;

const getCallerIdentity: Lookup = async (session) => {
  const { Account, Arn, UserId } = await call(session, "sts", "GetCallerIdentity", {});
  return { accountId: String(Account), arn: String(Arn), userId: String(UserId), id: String(Account) };
};

const getPartition: Lookup = (session) => {
  const partition = session.partition;
  const dnsSuffix = partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
  return Promise.resolve({
    partition,
    dnsSuffix,
    id: partition,
    reverseDnsPrefix: dnsSuffix.split(".").reverse().join("."),
  });
};

const getInstances: Lookup = async (session, args) => {
  const region = regionOf(session, args);
  type Instance = Record<"InstanceArn" | "IdentityStoreId", string>;
  const instances = await list<Instance>(session, "sso-admin", "ListInstances", {}, "Instances", region);
  return {
    arns: instances.map((instance) => instance.InstanceArn),
    identityStoreIds: instances.map((instance) => instance.IdentityStoreId),
    id: region,
    region,
  };
};

const getGroups: Lookup = async (session, args) => {
  const region = regionOf(session, args);
  const identityStoreId = textOf(args["identityStoreId"]);
  type Group = { GroupId: string; DisplayName?: string; Description?: string; ExternalIds?: ExternalId[] };
  type ExternalId = Record<"Issuer" | "Id", string>;
  const input = { IdentityStoreId: identityStoreId };
  const groups = await list<Group>(session, "identitystore", "ListGroups", input, "Groups", region);
  return {
    groups: groups.map((group) => ({
      groupId: group.GroupId,
      identityStoreId,
      displayName: group.DisplayName ?? "",
      description: group.Description ?? "",
      externalIds: (group.ExternalIds ?? []).map(({ Issuer, Id }) => ({ issuer: Issuer, id: Id })),
    })),
    identityStoreId,
    region,
  };
};

/** Every lookup that the sandbox serves. */
const lookups: Record<string, Lookup> = {
  "aws:index/getCallerIdentity:getCallerIdentity": getCallerIdentity,
  "aws:index/getPartition:getPartition": getPartition,
  "aws:ssoadmin/getInstances:getInstances": getInstances,
  "aws:identitystore/getGroups:getGroups": getGroups,
};

/** Throws where the lookup or one of its arguments is unknown. */
export async function lookUp(session: Session, token: string, args: Properties): Promise<Properties> {
  const [lookup, described] = [lookups[token], schema.lookups[token]];
  if (lookup === undefined || described === undefined) {
    throw new Error(`unrecognized data function (invoke): ${token}; the sandbox does not serve it`);
  }
  const failures = shapeFailures(described.inputs, args, token);
  if (failures.length > 0) throw new Error(`invoking ${token}: ${failures.join("; ")}`);
  return await lookup(session, args);
}

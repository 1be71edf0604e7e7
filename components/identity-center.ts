import { ComponentResource, type InvokeOptions, type Output, RunError } from "@pulumi/pulumi";
import { getGroupsOutput } from "@pulumi/aws/identitystore/index.js";
import { InstanceAccessControlAttributes, getInstancesOutput } from "@pulumi/aws/ssoadmin/index.js";
import type * as model from "../model/deployment.ts";
import type { Account } from "./account.ts";
import { aliases } from "./alias.ts";
import { Group, User } from "./group.ts";
import { type Named, declare } from "./named.ts";

/**
 * Identity Center as this stack finds it: the instance, the groups that the identity provider sends (one lookup for
 * all of them), the groups and users that are managed here, the attributes for access control.
 */
export class IdentityCenter extends ComponentResource {
  readonly instanceArn: Output<string>;
  readonly identityStoreId: Output<string>;
  readonly region: string;
  readonly #groups: Named<Group>;
  readonly #users: Named<User>;
  readonly #managed: Set<string>;
  readonly #lookedUp: Output<Map<string, string>>;

  constructor(args: model.IdentityCenter, accounts: Named<Account>) {
    super(
      "securecart:identitycenter:IdentityCenter",
      "identity-center",
      { configPath: "identity-center" },
      { parent: accounts.get(args.administeredFrom) },
    );
    const { region } = args;
    this.region = region;
    const lookup: InvokeOptions = { parent: this };

    const instances = getInstancesOutput({ region }, lookup);
    this.instanceArn = instances.apply(({ arns }) => theOne(arns, region));
    this.identityStoreId = instances.apply(({ identityStoreIds }) => theOne(identityStoreIds, region));
    const found = getGroupsOutput({ identityStoreId: this.identityStoreId, region }, lookup);
    this.#lookedUp = found.apply(({ groups }) => idsOf(args.lookedUp, groups));

    const directory = { identityStoreId: this.identityStoreId, region };
    const made = (from: string) => ({ parent: this, provider: accounts.get(from).provider });
    this.#users = declare(args.users, (user) => new User(user, directory, made(user.administeredFrom)));
    this.#groups = declare(
      args.groups,
      (group) => new Group(group, directory, this.#users, made(group.administeredFrom)),
    );
    this.#managed = new Set(args.groups.map(({ name }) => name));

    if (args.attributes !== undefined) {
      const { name, values, administeredFrom } = args.attributes;
      const attributes = Object.entries(values).map(([key, sources]) => ({ key, values: [{ sources }] }));
      new InstanceAccessControlAttributes(
        name,
        { instanceArn: this.instanceArn, attributes, region },
        { ...made(administeredFrom), ...aliases(args.attributes) },
      );
    }
    this.registerOutputs({ configPath: "identity-center", instanceArn: this.instanceArn });
  }

  /** The id in the identity store of a group or user that the configuration names. */
  principalId({ type, name }: model.AccountAssignments["principal"]): Output<string> {
    if (type === "USER") return this.#users.get(name).id;
    if (this.#managed.has(name)) return this.#groups.get(name).id;
    return this.#lookedUp.apply((ids) => {
      const id = ids.get(name);
      if (id === undefined) throw new Error(`The group ${name} was not looked up`);
      return id;
    });
  }

  /** Where people sign in. */
  get startUrl(): Output<string> {
    return this.identityStoreId.apply((id) => `https://${id}.awsapps.com/start`);
  }
}

function theOne(values: string[], region: string): string {
  const [value] = values;
  if (value === undefined || values.length > 1) {
    throw new RunError(
      `Identity Center answered with ${values.length} instances in ${region}, where exactly one is expected. ` +
        "Enable it for the organization there, or correct organization.home-region.",
    );
  }
  return value;
}

/** An answer without a group that the configuration names is an error, never "everyone left". */
function idsOf(wanted: model.LookedUpGroup[], found: { displayName: string; groupId: string }[]): Map<string, string> {
  const ids = new Map(found.map(({ displayName, groupId }) => [displayName, groupId]));
  const problems = wanted.flatMap(({ displayName, id, configPath }) => {
    const actual = ids.get(displayName);
    if (actual === undefined) return [`${configPath}: Identity Center has no group called "${displayName}".`];
    if (id !== undefined && id !== actual) {
      return [`${configPath}: the group "${displayName}" has the id ${actual}, not ${id}: it was made anew.`];
    }
    return [];
  });
  if (problems.length > 0) {
    throw new RunError(
      [
        ...problems,
        `Identity Center answered with ${found.length} groups. Nothing is changed: a group that cannot be found keeps ` +
          "what it has. Check the synchronization from the identity provider, or correct display-name.",
      ].join("\n"),
    );
  }
  return new Map(wanted.map(({ name, displayName }) => [name, ids.get(displayName) ?? ""]));
}

import { ComponentResource, type Output, output } from "@pulumi/pulumi";
import { InstanceAccessControlAttributes } from "@pulumi/aws/ssoadmin/index.js";
import type * as model from "../model/deployment.ts";
import type { Account } from "./account.ts";
import { aliases } from "./alias.ts";
import { Group, User } from "./group.ts";
import type { FoundIdentityCenter } from "./identity-center-lookup.ts";
import { type Named, declare } from "./named.ts";

/**
 * Identity Center as this stack found it, and what this stack makes in it: the groups and users that are managed here,
 * the attributes for access control.
 */
export class IdentityCenter extends ComponentResource {
  readonly instanceArn: string;
  readonly region: string;
  /** Where people sign in. */
  readonly startUrl: string;
  readonly #groupIds: ReadonlyMap<string, string>;
  readonly #groups: Named<Group>;
  readonly #users: Named<User>;

  constructor(args: model.IdentityCenter, found: FoundIdentityCenter, accounts: Named<Account>) {
    super(
      "securecart:identitycenter:IdentityCenter",
      "identity-center",
      { configPath: "identity-center" },
      { parent: accounts.get(args.administeredFrom) },
    );
    const { region } = args;
    const { instanceArn, identityStoreId } = found;
    this.region = region;
    this.instanceArn = instanceArn;
    this.startUrl = `https://${identityStoreId}.awsapps.com/start`;
    this.#groupIds = found.groupIds;

    const directory = { identityStoreId, region };
    const made = (from: string) => ({ parent: this, provider: accounts.get(from).provider });
    this.#users = declare(args.users, (user) => new User(user, directory, made(user.administeredFrom)));
    this.#groups = declare(
      args.groups,
      (group) => new Group(group, directory, this.#users, made(group.administeredFrom)),
    );
    if (args.attributes !== undefined) {
      const { name, values, administeredFrom } = args.attributes;
      const attributes = Object.entries(values).map(([key, sources]) => ({ key, values: [{ sources }] }));
      new InstanceAccessControlAttributes(
        name,
        { instanceArn, attributes, region },
        { ...made(administeredFrom), ...aliases(args.attributes) },
      );
    }
    this.registerOutputs({ configPath: "identity-center", instanceArn });
  }

  /** The id in the identity store of a group or user that the configuration names. */
  principalId({ type, name }: model.AccountAssignments["principal"]): Output<string> {
    if (type === "USER") return this.#users.get(name).id;
    const found = this.#groupIds.get(name);
    return found === undefined ? this.#groups.get(name).id : output(found);
  }
}

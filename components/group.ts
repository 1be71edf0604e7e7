import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import * as identitystore from "@pulumi/aws/identitystore/index.js";
import type * as model from "../model/deployment.ts";
import { aliases } from "./alias.ts";
import type { Named } from "./named.ts";

/** The identity store in which groups and users are made. */
export interface Directory {
  identityStoreId: string;
  region: string;
}

/** A group that is managed here, with its members. */
export class Group extends ComponentResource {
  readonly id: Output<string>;

  constructor(args: model.Group, directory: Directory, users: Named<User>, opts: ComponentResourceOptions) {
    super("securecart:identitycenter:Group", args.name, { configPath: args.configPath }, { ...opts, ...aliases(args) });
    const { displayName, description } = args;
    const child = { parent: this };
    const group = new identitystore.Group(args.name, { ...directory, displayName, description }, child);
    for (const member of args.members) {
      new identitystore.GroupMembership(
        `${args.name}/${member}`,
        { ...directory, groupId: group.groupId, memberId: users.get(member).id },
        child,
      );
    }
    this.id = group.groupId;
    this.registerOutputs({ configPath: args.configPath, id: this.id });
  }
}

/** A person in Identity Center's own directory. */
export class User extends ComponentResource {
  readonly id: Output<string>;

  constructor(args: model.User, directory: Directory, opts: ComponentResourceOptions) {
    super("securecart:identitycenter:User", args.name, { configPath: args.configPath }, { ...opts, ...aliases(args) });
    const { userName, displayName, givenName, familyName, email } = args;
    const user = new identitystore.User(
      args.name,
      {
        ...directory,
        userName,
        displayName,
        name: { givenName, familyName },
        emails: { value: email, primary: true, type: "work" },
      },
      { parent: this },
    );
    this.id = user.userId;
    this.registerOutputs({ configPath: args.configPath, id: this.id });
  }
}

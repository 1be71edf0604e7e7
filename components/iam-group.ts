import type { Resource } from "@pulumi/pulumi";
import * as iam from "@pulumi/aws/iam/index.js";
import type * as model from "../model/deployment.ts";
import { aliases } from "./alias.ts";
import type { Owner } from "./role.ts";

/** Declares an IAM group with what it may do and all its members, and that it has no others: the lists are authoritative. */
export function declareIamGroup(args: model.IamGroup, owner: Owner, users: iam.User[]): void {
  const options = (name?: string, dependsOn: Resource[] = []) => ({ ...owner, ...aliases(args, name), dependsOn });
  const group = new iam.Group(args.name, { name: args.groupName, path: args.path }, options());
  const groupName = group.name;
  const policyArns = args.awsManagedPolicyArns;
  const attachments = policyArns.map((policyArn) => {
    const policy = policyArn.slice(policyArn.lastIndexOf("/") + 1);
    return new iam.GroupPolicyAttachment(`${args.name}/${policy}`, { group: groupName, policyArn }, options(policy));
  });
  new iam.GroupPolicyAttachmentsExclusive(
    `${args.name}/attachments`,
    { groupName, policyArns },
    options("attachments", attachments),
  );
  new iam.GroupPoliciesExclusive(`${args.name}/policies`, { groupName, policyNames: [] }, options("policies"));
  new iam.GroupMembership(
    `${args.name}/members`,
    { name: `${args.groupName}-members`, group: groupName, users: users.map(({ name }) => name) },
    options("members"),
  );
}

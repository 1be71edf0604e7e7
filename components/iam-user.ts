import type { Resource } from "@pulumi/pulumi";
import * as iam from "@pulumi/aws/iam/index.js";
import type * as model from "../model/deployment.ts";
import { aliases } from "./alias.ts";
import type { Owner } from "./role.ts";

/**
 * Declares an IAM user, and that it holds nothing but its policies: the lists are authoritative, empty ones too. A
 * password comes last, so that nobody can sign in before everything that restrains the user is in force; it is made only
 * where a public key encrypts it. No access key and no MFA device: their secrets would stand in the state.
 */
export function declareIamUser(args: model.BreakGlassUser, owner: Owner, policies: Resource[]): iam.User {
  const user = new iam.User(
    args.name,
    // What the person has set up by hand, a password and a key, is not swept away with the user: it says no.
    { name: args.userName, path: args.path, forceDestroy: false, tags: args.tags },
    { ...owner, ...aliases(args), dependsOn: policies },
  );
  const part = (name: string, dependsOn: Resource[] = []) => ({ ...owner, ...aliases(args, name), dependsOn });
  const { policyArns } = args;
  const userName = user.name;
  const attachments = policyArns.map((policyArn) => {
    const policy = policyArn.slice(policyArn.lastIndexOf("/") + 1);
    return new iam.UserPolicyAttachment(`${args.name}/${policy}`, { user: userName, policyArn }, part(policy));
  });
  const attached = new iam.UserPolicyAttachmentsExclusive(
    `${args.name}/attachments`,
    { userName, policyArns },
    part("attachments", attachments),
  );
  const inline = new iam.UserPoliciesExclusive(
    `${args.name}/policies`,
    { userName, policyNames: [] },
    part("policies", attachments),
  );
  if (args.pgpKey !== undefined) {
    new iam.UserLoginProfile(
      `${args.name}/password`,
      { user: userName, pgpKey: args.pgpKey, passwordResetRequired: true },
      part("password", [...attachments, attached, inline]),
    );
  }
  return user;
}

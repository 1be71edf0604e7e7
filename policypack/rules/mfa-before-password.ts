import { denyWithoutMfa } from "../../iam/mfa.ts";
import { readingOf } from "../reading.ts";
import { isBreakGlass } from "../break-glass.ts";
import { cis, fsbp } from "../framework.ts";
import { unknown, unknownPlaces } from "../known.ts";
import type { ConnectedResource, Resource } from "../resource.ts";
import type { Finding, Rule } from "../rule.ts";
import { policiesOfUser } from "../user-policies.ts";

const loginProfile = "aws:iam/userLoginProfile:UserLoginProfile";

const enforcing = `{"Version":"2012-10-17","Statement":[{"Sid":"NothingElseWithoutMfa","Effect":"Deny","NotAction":["iam:ChangePassword","iam:EnableMFADevice","iam:GetAccountPasswordPolicy","iam:GetUser","iam:ListMFADevices","iam:ResyncMFADevice"],"Resource":"*","Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}}]}`;

/** A break-glass user can do nothing without a second factor, from the moment at which it has a password. */
export const mfaBeforePassword: Rule = {
  name: "mfa-before-password",
  description: "A break-glass user is denied everything without MFA before it has a console password.",
  level: "mandatory",
  severity: "critical",
  requirements: [cis("1.10"), fsbp("IAM.5")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage-mfa-only.html",
  remediation: "Attach a policy that denies everything without MFA, and let the login profile depend on it.",
  why:
    "A device that exists is not demanded: AWS asks for it at the console and nowhere else, and a password without one signs in. " +
    "Only a Deny that holds where aws:MultiFactorAuthPresent is false and where it is missing keeps the user out. The rule reads " +
    "what the policy means. An update is stopped at the login profile, when the user and its policies may exist already; that " +
    "the login profile depends on the policy, and does not follow it by luck, is judged at the end, when the profile exists " +
    "where the preview was skipped. The policy has to be in the same program: another is not seen.",
  bad: {
    password: { type: "aws:iam:UserLoginProfile", properties: { user: "break-glass-1", pgpKey: "keybase:operations" } },
  },
  good: {
    mfa: { type: "aws:iam:UserPolicy", properties: { user: "break-glass-1", policy: enforcing } },
    password: {
      type: "aws:iam:UserLoginProfile",
      properties: { user: "break-glass-1", pgpKey: "keybase:operations" },
      options: { dependsOn: ["${mfa}"] },
    },
  },
  parameters: [],
  types: [loginProfile],
  *check(resource, context) {
    const user = resource.props["user"];
    // No other user has a password at all: no-console-password.
    if (isBreakGlass(user, context) === false) return;
    if (typeof user !== "string") {
      yield { unknown: "user" };
      return;
    }
    const { enforced, open } = enforcement(user, resource, context.before);
    if (enforced !== undefined) return;
    yield open ?? missing(user);
  },
  *checkStack(stack, context) {
    for (const resource of stack.filter(({ type }) => type === loginProfile)) {
      const [source] = resource.sources["user"] ?? [];
      const user = resource.props["user"] === unknown ? source?.props["name"] : resource.props["user"];
      if (isBreakGlass(user, context) !== true || typeof user !== "string") continue;
      const { enforced, open } = enforcement(user, resource, stack);
      if (enforced === undefined) yield { ...(open ?? missing(user)), resource };
      else if (enforced.every((by) => by.some(({ urn }) => !resource.needs().has(urn))))
        yield { ...early(user, enforced[0] ?? []), resource };
    }
  },
};

/** What makes a policy that really denies bind the user, for each such policy; undefined where there is none. */
function enforcement(user: string, profile: Resource, resources: readonly (Resource | ConnectedResource)[]) {
  const { documents, open } = policiesOfUser(user, profile.provider, resources);
  const found = documents.filter(({ document }) => isEnforcing(document));
  const [link] = open;
  const hidden = documents.find(({ document }) => unknownPlaces(document).length > 0)?.by[0];
  const [place] = hidden === undefined ? [] : unknownPlaces(hidden.props["policy"], "policy");
  const said: Finding | undefined =
    place !== undefined && hidden !== undefined
      ? { unknown: `${place} of "${hidden.name}"` }
      : link && { unknown: `${link.unknown} of "${link.resource.name}"` };
  return { enforced: found.length > 0 ? found.map(({ by }) => by) : undefined, open: said };
}

function isEnforcing(document: unknown): boolean {
  if (unknownPlaces(document).length > 0) return false;
  const { statements, findings } = readingOf(document, "identity");
  return !findings.some(({ severity }) => severity === "error") && denyWithoutMfa(statements);
}

function missing(user: string): Finding {
  return {
    who: `Whoever learns the password of the break-glass user "${user}" may do what it may, without a second factor.`,
    where: "user",
    why: "no policy of this program that binds the user denies everything without MFA; a registered device alone demands nothing.",
    instead: `make a policy and attach it to the user or its group, and let this login profile depend on it (dependsOn): ${enforcing}`,
  };
}

function early(user: string, by: readonly Resource[]): Finding {
  return {
    who: `The break-glass user "${user}" may sign in without a second factor until its policy is attached.`,
    where: "dependsOn",
    why: "the login profile does not depend on what denies everything without MFA, so that it can be made first.",
    instead: `let the login profile depend on ${by.map(({ name }) => `"${name}"`).join(" and ")} (dependsOn).`,
  };
}

import { changesSomething } from "../../iam/catalogue/managed-verdicts.ts";
import { administrationBy, changesAnything } from "../../iam/danger/administration.ts";
import { dangersOf } from "../../iam/danger/dangers.ts";
import { cis } from "../framework.ts";
import { holdersOf, identitiesOf, targetsOf, undecided, type Identity } from "../identities.ts";
import { unknown } from "../known.ts";
import type { ConnectedResource, Resource } from "../resource.ts";
import type { Context, Example, Rule, Violation } from "../rule.ts";

const attached = (managedPolicyArn: string): Example => ({
  repairs: {
    type: "aws:ssoadmin:ManagedPolicyAttachment",
    properties: {
      instanceArn: "arn:aws:sso:::instance/ssoins-1234567890abcdef",
      permissionSetArn: "arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef",
      managedPolicyArn,
    },
  },
});

/** Nobody but who is listed administers Identity Center, or changes anything in the management account. */
export const ssoManagement: Rule = {
  name: "sso-management",
  description: "Nobody but who is listed administers Identity Center, or changes anything in the management account.",
  level: "mandatory",
  severity: "critical",
  requirements: [cis("1.16")],
  url: "https://docs.aws.amazon.com/singlesignon/latest/userguide/delegated-admin.html",
  remediation: "Give the group a set without that power, or have Security list the set or the group.",
  why:
    "Whoever administers Identity Center gives anybody any access, also to the accounts of others; service control policies do not " +
    "bind the management account. Refused are AWS's own policies for it, in a group or in a permission set that is not in " +
    "`administratorSets`; in an account of `delegatedAdministrators`, a set by which Identity Center can be administered, as by " +
    "PowerUserAccess; in `managementAccount`, a set that changes anything. Where `administratorGroups` are told, a set may be assigned " +
    "there to them alone. Without the accounts, who comes where is not judged. A set of another program is advice. Judged at the " +
    "end: in an update without preview it exists by then.",
  bad: attached("arn:aws:iam::aws:policy/AWSSSOMemberAccountAdministrator"),
  good: attached("arn:aws:iam::aws:policy/AWSSSOReadOnly"),
  parameters: ["managementAccount", "delegatedAdministrators", "administratorSets", "administratorGroups"],
  types: [],
  *checkStack(stack, context) {
    yield* undecided("sso-management", stack, context);
    const identities = new Map(identitiesOf(stack).map((identity) => [identity.key, identity]));
    const sets = new Map(stack.filter(({ type }) => type === permissionSet).map((set) => [set.urn, set]));
    for (const identity of identities.values()) yield* administrators(identity, sets, context);
    const targets = targetsOf(stack);
    for (const one of stack.filter(({ type }) => type === assignment))
      for (const { key, name } of holdersOf(one, "permissionSetArn", "PermissionSet", targets)) {
        const found = assigned(one, { identity: identities.get(key), set: sets.get(key), name }, context);
        if (found !== undefined) yield { ...found, where: "principalId, targetId and permissionSetArn", resource: one };
      }
  },
};

const permissionSet = "aws:ssoadmin/permissionSet:PermissionSet";
const assignment = "aws:ssoadmin/accountAssignment:AccountAssignment";

/** AWS's own policies for administrators of Identity Center and the organization; other documents are told by iam-full. */
function* administrators(
  { key, name, pieces }: Identity,
  sets: ReadonlyMap<string, Resource>,
  { parameters }: Context,
): Iterable<Violation> {
  if (isListed(sets.get(key), parameters)) return;
  for (const { by, name: policy, statements } of pieces) {
    if (!/^aws:(ssoadmin|iam\/(group|user|policyAttachment))/.test(by.type) || policy.startsWith('"')) continue;
    const [power] = administrationBy(statements);
    if (power === undefined || !dangersOf(statements).some(isOverAccess)) continue;
    yield {
      who: `Whoever gets "${name}" administers Identity Center or the organization, and so gives anybody any access.`,
      where: policy,
      why: `AWS's own policy ${policy} grants ${power}, on everything.`,
      instead:
        "AWSSSOReadOnly or AWSOrganizationsReadOnlyAccess to look. Who has to administer gets a permission set that is " +
        "named in `administratorSets` of this rule's configuration.",
      resource: by,
    };
  }
}

const isOverAccess = ({ name, actions }: { name: string; actions: readonly string[] }): boolean =>
  name === "iam-full" && actions.some((action) => !action.startsWith("iam:"));

interface Assigned {
  /** What the set has, as far as this program gives it anything. */
  identity: Identity | undefined;
  set: Resource | undefined;
  name: string;
}

function assigned({ props }: ConnectedResource, about: Assigned, { parameters }: Context): Violation | undefined {
  const { managementAccount, delegatedAdministrators, administratorGroups } = parameters;
  const { targetId, principalId } = props;
  const isManagement = targetId === managementAccount && managementAccount !== "";
  if (!isManagement && !delegatedAdministrators.includes(String(targetId))) return undefined;
  const listed = administratorGroups.length === 0 && isListed(about.set, parameters);
  if (listed || administratorGroups.includes(String(principalId))) return undefined;
  const who = principalId === unknown ? "Whoever is in the group" : `Whoever is in ${String(principalId)}`;
  const instead =
    administratorGroups.length === 0
      ? "a set that only looks, such as ViewOnlyAccess; or name the set in `administratorSets` of this rule's configuration."
      : "assign it to one of the groups in `administratorGroups` of this rule's configuration, or assign a set that only looks.";
  const { pieces, unseen } = about.identity ?? { pieces: [], unseen: true };
  const statements = pieces.flatMap((piece) => piece.statements);
  // Of AWS's own policies only the statements that count are at hand.
  const changes = pieces.some(({ name, ofAws }) => ofAws === true && changesSomething(name));
  if (isManagement && (changes || changesAnything(statements)))
    return {
      who: `${who} may change things in the management account, by "${about.name}".`,
      why: "service control policies do not bind the management account, and from it every other one is reached.",
      instead,
    };
  const [power] = administrationBy(statements);
  if (power === undefined && !unseen) return undefined;
  if (power === undefined)
    return {
      who: `${who} gets "${about.name}" in account ${String(targetId)}, and nobody can tell here all that it grants.`,
      why: "a policy of it does not stand in this program, or is not known yet; from this account everybody's access can be changed.",
      instead,
      advisory: true,
    };
  return {
    who: `${who} administers Identity Center, by "${about.name}" in account ${String(targetId)}.`,
    why: `${power} works there, so that they give anybody any access.`,
    instead,
  };
}

function isListed(set: Resource | undefined, { administratorSets }: Context["parameters"]): boolean {
  const name = set?.props["name"];
  return typeof name === "string" && administratorSets.includes(name);
}

import { cis } from "../framework.ts";
import { holdersOf, identitiesOf, targetsOf, undecided, type Piece } from "../identities.ts";
import { unknown } from "../known.ts";
import type { ConnectedResource } from "../resource.ts";
import type { Example, ExampleResource, Rule } from "../rule.ts";
import { sumsOf } from "../sums.ts";

const instanceArn = "arn:aws:sso:::instance/ssoins-1234567890abcdef";
const set = (name: string): string => `arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-${name}`;
const assignment = "aws:ssoadmin/accountAssignment:AccountAssignment";

const sets = (second: string): Example => ({
  ...Object.fromEntries(
    [
      ["1234567890abcdef", "PowerUserAccess"],
      ["abcdef1234567890", second],
    ].flatMap(([id = "", policy = ""]): [string, ExampleResource][] => [
      [
        `policy-${id}`,
        {
          type: "aws:ssoadmin:ManagedPolicyAttachment",
          properties: { instanceArn, permissionSetArn: set(id), managedPolicyArn: `arn:aws:iam::aws:policy/${policy}` },
        },
      ],
      [
        `engineers-${id}`,
        {
          type: "aws:ssoadmin:AccountAssignment",
          properties: {
            instanceArn,
            permissionSetArn: set(id),
            principalId: "906745a2-1234-4cde-8fab-1234567890ab",
            principalType: "GROUP",
            targetId: "111122223333",
            targetType: "AWS_ACCOUNT",
          },
        },
      ],
    ]),
  ),
});

/** No group's permission sets in one account are more together than each shows. */
export const ssoCombo: Rule = {
  name: "sso-combo",
  description: "No group's permission sets in one account add up to an administrator, or to a way to become stronger.",
  level: "mandatory",
  severity: "critical",
  requirements: [cis("1.16")],
  url: "https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetsconcept.html",
  remediation: "Assign one of the two sets to another group, or take the action out of it.",
  why:
    "Who has two sets in one account signs in with one after the other: what the first prepares, the second uses. A Deny binds in " +
    "its own set alone. What one set has by itself is told by admin-by-sum and escalate-pair. Sets and assignments of other programs " +
    "are not seen; judged at the end: in an update without preview they exist by then.",
  bad: sets("AWSLambda_FullAccess"),
  good: sets("job-function/ViewOnlyAccess"),
  parameters: [],
  types: [],
  *checkStack(stack, context) {
    yield* undecided("sso-combo", stack, context);
    const assigned = Map.groupBy(
      stack.filter(({ type }) => type === assignment),
      whoAndWhere,
    );
    const targets = targetsOf(stack);
    const pieces = new Map(identitiesOf(stack).map((identity) => [identity.key, identity.pieces]));
    for (const assignments of assigned.values()) {
      if (assignments.length < 2) continue;
      const sessions = new Map(
        assignments.flatMap((one) =>
          holdersOf(one, "permissionSetArn", "PermissionSet", targets).map(({ key }): [string, Session] => [
            key,
            { assignment: one, pieces: pieces.get(key) ?? [] },
          ]),
        ),
      );
      if (sessions.size < 2) continue;
      const held = [...sessions.values()].map((session) => session.pieces);
      const told = new Set<ConnectedResource>();
      for (const sum of [...sumsOf(held, "sum"), ...sumsOf(held, "pair")]) {
        const [first, second] = sum.pieces;
        const session = [...sessions.values()].findLast(({ pieces: its }) => its.includes(second));
        if (session === undefined || told.has(session.assignment)) continue;
        told.add(session.assignment);
        yield {
          who: `One group gets more by two permission sets in one account than each shows: ${first.name} and ${second.name}.`,
          where: "principalId, targetId and permissionSetArn",
          why:
            sum.kind === "sum"
              ? `the first gives everything but IAM, the second ${sum.second.action}, by which the rest is gained.`
              : `first ${sum.first.action}, then ${sum.second.action} on the same target.`,
          instead: "assign one of the two sets to another group, or take the action out of it.",
          resource: session.assignment,
        };
      }
    }
  },
};

/** What a group signs in with. */
interface Session {
  assignment: ConnectedResource;
  pieces: Piece[];
}

/** The principal and the account, by what they are or, where that is not known yet, by what they are made from. */
function whoAndWhere({ urn: own, props, sources }: ConnectedResource): string {
  return ["principalId", "targetId"]
    .map((property) =>
      props[property] === unknown
        ? (sources[property] ?? []).map(({ urn }) => urn).join(" ") || own
        : JSON.stringify(props[property] ?? ""),
    )
    .join(" ");
}

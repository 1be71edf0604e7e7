import { isNamed } from "../boundary-policies.ts";
import { fsbp } from "../framework.ts";
import { givers } from "../givers.ts";
import type { ConnectedResource } from "../resource.ts";
import type { Example, Rule } from "../rule.ts";

const limit = "arn:aws:iam::111122223333:policy/limit";
const trust =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}';

const bounded = (policyArn: string): Example => ({
  shop: {
    type: "aws:iam:Role",
    properties: { name: "shop", assumeRolePolicy: trust, permissionsBoundary: limit },
  },
  grant: { type: "aws:iam:RolePolicyAttachment", properties: { role: "shop", policyArn } },
});

/** No policy is a permissions boundary of one and a grant to another. */
export const boundaryAttached: Rule = {
  name: "boundary-attached",
  description: "No customer managed policy that is a permissions boundary is attached as a grant too.",
  level: "mandatory",
  severity: "high",
  requirements: [fsbp("IAM.1")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
  remediation: "Attach a policy of its own, with what is needed.",
  why:
    "A boundary says the most that anybody may ever do, so it is broad; attached, it gives all of that. Who widens it for the " +
    "bounded widens the grant as well. Policies are told apart by their ARN, by their path and name, or by the resource that makes " +
    "them. AWS's own policies may be both. Judged at the end: in an update without preview it exists by then.",
  bad: bounded(limit),
  good: bounded("arn:aws:iam::111122223333:policy/shop"),
  parameters: [],
  types: [],
  *checkStack(stack) {
    const policies = stack.filter(({ type }) => type === "aws:iam/policy:Policy");
    const bounds = new Set(stack.flatMap((one) => policiesIn(one, "permissionsBoundary", policies)));
    if (bounds.size === 0) return;
    for (const giver of stack)
      for (const property of givers[giver.type]?.managed ?? (giver.type === role ? ["managedPolicyArns"] : [])) {
        const [granted] = policiesIn(giver, property, policies).filter((one) => bounds.has(one));
        if (granted === undefined) continue;
        yield {
          who: `Whoever gets this may do all that the permissions boundary ${nameOf(granted)} leaves to others.`,
          where: property,
          why: "a boundary is the most that anybody may do, and no grant: it is broad, and is widened for others' sake.",
          instead: "a policy of its own with what is needed; the boundary stays a boundary.",
          resource: giver,
        };
      }
  },
};

const role = "aws:iam/role:Role";

/** The customer managed policies that a property names: the stack's own by their URN, others by ARN, or path and name. */
function policiesIn({ props, sources }: ConnectedResource, property: string, own: readonly ConnectedResource[]) {
  const made = own.filter(({ urn }) => sources[property]?.some((source) => source.urn === urn) === true);
  return [...made.map(({ urn }) => urn), ...namesIn(props[property]).flatMap((value) => keysOf(value, own))];
}

/** Each ARN and each reference in a property's value. */
function namesIn(value: unknown): (string | Record<string, unknown>)[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== "object" || value === null) return [];
  const reference = value as Record<string, unknown>;
  return typeof reference["name"] === "string" ? [reference] : Object.values(reference).flatMap(namesIn);
}

function keysOf(value: string | Record<string, unknown>, own: readonly ConnectedResource[]): string[] {
  const named = own.filter(({ props }) => isNamed(value, props)).map(({ urn }) => urn);
  if (named.length > 0) return named;
  if (typeof value === "string") return /^arn:[^:]+:iam::\d{12}:policy\//.test(value) ? [value] : [];
  const { name, path = "/" } = value;
  return typeof name === "string" && typeof path === "string" ? [path + name] : [];
}

function nameOf(key: string): string {
  return `"${key.split("::").at(-1) ?? key}"`;
}

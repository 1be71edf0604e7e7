import fc from "fast-check";
import type { DecisionInput, DecisionPolicies, DecisionRequest } from "../../iam/decision.ts";
import type { PolicyDocument, Statement } from "../../iam/document.ts";

// A small world, so that policies and requests meet often.
const [home, other] = ["111122223333", "444455556666"];
const role = `arn:aws:iam::${home}:role/apps/shop`;
const session = `arn:aws:sts::${home}:assumed-role/shop/one`;
const user = `arn:aws:iam::${home}:user/ann`;
const targets = [
  ["s3:GetObject", "arn:aws:s3:::images/a"],
  ["s3:PutObject", "arn:aws:s3:::images/b"],
  ["kms:Decrypt", `arn:aws:kms:eu-central-1:${home}:key/1`],
  ["sts:AssumeRole", `arn:aws:iam::${home}:role/deploy`],
  ["ec2:StartInstances", "*"],
] as const;

export const keys = ["aws:SourceVpc", "aws:PrincipalTag/team", "s3:prefix"];
export const values = ["a", "b"];

const some = <T>(...items: T[]): fc.Arbitrary<T[]> =>
  fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength: 3 });
const actions = fc.oneof(
  fc.constant<string[]>(["*"]),
  some("*", "s3:*", "s3:Get*", "S3:getobject", "kms:Decrypt", "sts:*", "ec2:StartInstances"),
);
const resources = some(
  "*",
  "arn:aws:s3:::images/*",
  "arn:aws:s3:::images/${aws:PrincipalTag/team}",
  "arn:aws:kms:*:*:key/*",
  "arn:aws:iam::*:role/*",
);
const operators = some(
  "StringEquals",
  "StringNotLike",
  "StringEqualsIfExists",
  "ForAllValues:StringLike",
  "ForAnyValue:StringEquals",
);
const condition = fc
  .tuple(operators, some(...keys), some("a", "b*", "${aws:PrincipalTag/team}"))
  .map(([names, tested, wanted]) =>
    Object.fromEntries(names.map((name) => [name, Object.fromEntries(tested.map((key) => [key, wanted]))])),
  );

const caller = fc
  .tuple(
    fc.constantFrom("Allow" as const, "Allow" as const, "Allow" as const, "Deny" as const),
    actions,
    resources,
    fc.option(condition, { freq: 2, nil: {} }),
  )
  .map(([Effect, Action, Resource, Condition]): Statement => {
    // A Deny of all leaves nothing to look at.
    const isNarrow = Effect === "Allow" || Object.keys(Condition).length > 0 || !Action.includes("*");
    return { Effect, Action: isNarrow ? Action : ["s3:PutObject"], Resource, Condition };
  });

const principals: fc.Arbitrary<NonNullable<Statement["Principal"]>> = fc.oneof(
  fc.constant("*" as const),
  fc.record({ AWS: some("*", home, `arn:aws:iam::${home}:root`, role, session, user, other) }),
  fc.constant<{ Service: string[] }>({ Service: ["ec2.amazonaws.com"] }),
);
const named = fc.tuple(caller, principals).map(([statement, Principal]): Statement => ({ ...statement, Principal }));

const documentOf = (statement: fc.Arbitrary<Statement>): fc.Arbitrary<PolicyDocument> =>
  fc.array(statement, { minLength: 1, maxLength: 3 }).map((Statement) => ({ Version: "2012-10-17", Statement }));
export const callerDocument = documentOf(caller);
const resourceDocument = documentOf(named);
const orNull = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ arbitrary: fc.constant(null), weight: 3 }, { arbitrary, weight: 1 });

const everything: PolicyDocument = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
};

const policies: fc.Arbitrary<Required<DecisionPolicies>> = fc.record({
  identity: fc.array(callerDocument, { maxLength: 2 }),
  boundary: orNull(callerDocument),
  session: orNull(fc.array(callerDocument, { minLength: 1, maxLength: 2 })),
  resource: fc.oneof(fc.constant(null), resourceDocument),
  trust: fc.oneof(fc.constant(null), resourceDocument),
  scps: fc.oneof(
    fc.constant<PolicyDocument[][]>([[everything]]),
    fc.array(fc.array(callerDocument, { maxLength: 2 }), { maxLength: 2 }),
  ),
  rcps: fc.oneof(
    fc.constant<PolicyDocument[][]>([]),
    fc.array(fc.array(callerDocument, { maxLength: 1 }), { maxLength: 2 }),
  ),
});

type Caller = Pick<DecisionRequest, "principal" | "principalKind" | "roleArn">;
const who: fc.Arbitrary<Caller> = fc.constantFrom<Caller>(
  { principal: user, principalKind: "user" },
  { principal: session, principalKind: "assumed-role", roleArn: role },
  { principal: `arn:aws:iam::${home}:root`, principalKind: "root" },
  { principal: "ec2.amazonaws.com", principalKind: "service" },
  { principalKind: "anonymous" },
);

export interface Input extends DecisionInput {
  policies: Required<DecisionPolicies>;
}

export const input: fc.Arbitrary<Input> = fc
  .record({
    policies,
    who,
    target: fc.constantFrom(...targets),
    context: fc.dictionary(fc.constantFrom(...keys), fc.oneof(fc.constantFrom(...values), fc.constant(values)), {
      maxKeys: 3,
    }),
    unknown: fc.uniqueArray(fc.constantFrom(...keys), { maxLength: 1 }),
    resource: fc.constantFrom(home, home, other),
  })
  .map(({ policies, who, target: [action, resource], context, unknown, ...accounts }) => ({
    request: { ...who, action, resource, context, unknown },
    policies,
    accounts: { principal: home, resource: accounts.resource },
  }));

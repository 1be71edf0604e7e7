import { decoded, normalised } from "../policy-json.ts";
import type { Properties } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { arn, between, iamName, lengthBetween, policyDocument } from "../rules.ts";
import { call, doing, list, retrying, unlessGone } from "../session.ts";
import type { OperationError, Session } from "../session.ts";
import { tagList, tagProperties, updateTags } from "../tags.ts";
import { inlinePolicies, inlinePolicyNames, managedPolicyArns } from "./attached-policies.ts";
import { keptDocument, nameFor, present, timestamp } from "../state.ts";

const deprecated = "deprecated upstream in favour of RolePolicy, RolePolicyAttachment and the Exclusive resources";

// A principal that was made a moment ago is unknown to IAM for a while.
const invalidPrincipal = (error: OperationError): boolean =>
  error.code.startsWith("MalformedPolicyDocument") && error.message.includes("Invalid principal in policy");

export const role: ResourceType = {
  token: "aws:iam/role:Role",
  namedAutomatically: true,
  unsupported: { inlinePolicies: deprecated, managedPolicyArns: deprecated },
  defaults: { path: "/", maxSessionDuration: 3600, forceDetachPolicies: false },
  computed: ["name", "namePrefix", "inlinePolicies", "managedPolicyArns"],
  documents: ["assumeRolePolicy"],
  replaceOnChange: ["name", "namePrefix", "path"],
  rules: {
    name: iamName(64),
    path: [lengthBetween(0, 512)],
    description: [lengthBetween(0, 1000)],
    assumeRolePolicy: [policyDocument],
    maxSessionDuration: [between(3600, 43200)],
    permissionsBoundary: [arn],
  },

  async create(session, inputs) {
    const name = nameFor(inputs);
    const input = {
      RoleName: name,
      AssumeRolePolicyDocument: normalised(inputs["assumeRolePolicy"] ?? ""),
      Path: inputs["path"],
      Description: inputs["description"] === "" ? undefined : inputs["description"],
      MaxSessionDuration: inputs["maxSessionDuration"],
      PermissionsBoundary: inputs["permissionsBoundary"],
      Tags: tagList(inputs),
    };
    const made = retrying(() => call(session, "iam", "CreateRole", input), invalidPrincipal);
    await doing(`creating IAM Role (${name})`, made);
    return { id: name };
  },

  async read(session, id, known) {
    const answer = await doing(
      `reading IAM Role (${id})`,
      unlessGone(call(session, "iam", "GetRole", { RoleName: id })),
    );
    if (answer === undefined) return undefined;
    const found = answer["Role"] as Record<string, unknown>;
    const trust = decoded(found["AssumeRolePolicyDocument"]);
    const boundary = found["PermissionsBoundary"] as Record<string, unknown> | undefined;
    return {
      ...present({
        arn: found["Arn"],
        createDate: timestamp(found["CreateDate"]),
        uniqueId: found["RoleId"],
        name: found["RoleName"],
        path: found["Path"],
        description: found["Description"],
        maxSessionDuration: found["MaxSessionDuration"],
        permissionsBoundary: boundary?.["PermissionsBoundaryArn"],
      }),
      assumeRolePolicy: keptDocument(known["assumeRolePolicy"], trust),
      forceDetachPolicies: known["forceDetachPolicies"] ?? false,
      namePrefix: known["namePrefix"] ?? "",
      inlinePolicies: await inlinePolicies(session, id),
      managedPolicyArns: await managedPolicyArns(session, "Role", id),
      ...tagProperties(session, found["Tags"], known),
    };
  },

  async update(session, id, { olds, news, changes }) {
    const input = (more: Record<string, unknown>): Record<string, unknown> => ({ RoleName: id, ...more });
    if (changes("assumeRolePolicy")) {
      const document = input({ PolicyDocument: normalised(news["assumeRolePolicy"] ?? "") });
      const updated = retrying(() => call(session, "iam", "UpdateAssumeRolePolicy", document), invalidPrincipal);
      await doing(`updating IAM Role (${id}) assume role policy`, updated);
    }
    if (changes("description")) {
      const description = input({ Description: news["description"] ?? "" });
      await doing(`updating IAM Role (${id}) description`, call(session, "iam", "UpdateRoleDescription", description));
    }
    if (changes("maxSessionDuration")) {
      const duration = input({ MaxSessionDuration: news["maxSessionDuration"] });
      await doing(`updating IAM Role (${id}) MaxSessionDuration`, call(session, "iam", "UpdateRole", duration));
    }
    if (changes("permissionsBoundary")) {
      const boundary = news["permissionsBoundary"];
      const changed = boundary
        ? call(session, "iam", "PutRolePermissionsBoundary", input({ PermissionsBoundary: boundary }))
        : call(session, "iam", "DeleteRolePermissionsBoundary", input({}));
      await doing(`updating IAM Role (${id}) permissions boundary`, changed);
    }
    const tagged = updateTags(
      olds,
      news,
      (TagKeys) => call(session, "iam", "UntagRole", input({ TagKeys })),
      (Tags) => call(session, "iam", "TagRole", input({ Tags })),
    );
    await doing(`updating tags for IAM Role (${id})`, tagged);
  },

  async delete(session, id, state) {
    await doing(`deleting IAM Role (${id})`, unlessGone(deleteRole(session, id, state)));
  },
};

async function deleteRole(session: Session, id: string, state: Properties): Promise<void> {
  const role = { RoleName: id };
  const profiles = await list<{ InstanceProfileName: string }>(
    session,
    "iam",
    "ListInstanceProfilesForRole",
    role,
    "InstanceProfiles",
  );
  for (const { InstanceProfileName } of profiles) {
    await unlessGone(call(session, "iam", "RemoveRoleFromInstanceProfile", { ...role, InstanceProfileName }));
  }
  if (state["forceDetachPolicies"] === true) {
    for (const PolicyArn of await managedPolicyArns(session, "Role", id)) {
      await unlessGone(call(session, "iam", "DetachRolePolicy", { ...role, PolicyArn }));
    }
    for (const PolicyName of await inlinePolicyNames(session, "Role", id)) {
      await unlessGone(call(session, "iam", "DeleteRolePolicy", { ...role, PolicyName }));
    }
  }
  await call(session, "iam", "DeleteRole", role);
}

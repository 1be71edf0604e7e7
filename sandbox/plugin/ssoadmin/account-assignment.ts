import { textOf } from "../property-values.ts";
import type { Properties } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { accountId, arn, lengthBetween, matching, oneOf } from "../rules.ts";
import { call, doing, list, regionOf, unlessGone } from "../session.ts";
import type { Output, Session } from "../session.ts";
import { idParts } from "../state.ts";
import { keyOf, keyProperties } from "./key.ts";
import type { PermissionSetKey } from "./key.ts";
import { settled } from "./provisioning.ts";

const principalId = /^([0-9a-f]{10}-|)[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$/;

export const accountAssignment: ResourceType = {
  token: "aws:ssoadmin/accountAssignment:AccountAssignment",
  replaceOnChange: "everything",
  rules: {
    instanceArn: [arn],
    permissionSetArn: [arn],
    principalId: [lengthBetween(1, 47), matching(principalId, `must match ${principalId.source.slice(1, -1)}`)],
    principalType: [oneOf("USER", "GROUP")],
    targetId: [accountId],
    targetType: [oneOf("AWS_ACCOUNT")],
  },

  async create(session, inputs) {
    const [assignment, region] = [assignmentOf(inputs), regionOf(session, inputs)];
    const whom = `SSO Account Assignment for ${assignment.PrincipalType} (${assignment.PrincipalId})`;
    // AWS takes the same assignment twice without a word.
    const existing = await doing(`listing ${whom}`, unlessGone(isAssigned(session, assignment, region)));
    if (existing === true) throw new Error(`creating ${whom}: already exists`);

    const made = call(session, "sso-admin", "CreateAccountAssignment", { ...assignment }, region);
    const answer = await doing(`creating ${whom}`, made);
    await settled(`waiting for ${whom} create`, answer["AccountAssignmentCreationStatus"], async (requestId) => {
      const request = { InstanceArn: assignment.InstanceArn, AccountAssignmentCreationRequestId: requestId };
      const status = await call(session, "sso-admin", "DescribeAccountAssignmentCreationStatus", request, region);
      return status["AccountAssignmentCreationStatus"];
    });
    return { id: idOf(assignment) };
  },

  async read(session, id, known) {
    const [assignment, region] = [assignmentIn(id), regionOf(session, known)];
    const what = `reading SSO Account Assignment for Principal (${assignment.PrincipalId})`;
    const found = await doing(what, unlessGone(isAssigned(session, assignment, region)));
    if (found !== true) return undefined;
    return {
      ...keyProperties(assignment, region),
      principalId: assignment.PrincipalId,
      principalType: assignment.PrincipalType,
      targetId: assignment.TargetId,
      targetType: assignment.TargetType,
    };
  },

  async delete(session, id, state) {
    const [assignment, region] = [assignmentIn(id), regionOf(session, state)];
    const whom = `SSO Account Assignment for Principal (${assignment.PrincipalId})`;
    const deleted = unlessGone(call(session, "sso-admin", "DeleteAccountAssignment", { ...assignment }, region));
    const answer: Output | undefined = await doing(`deleting ${whom}`, deleted);
    if (answer === undefined) return;
    await settled(`waiting for ${whom} delete`, answer["AccountAssignmentDeletionStatus"], async (requestId) => {
      const request = { InstanceArn: assignment.InstanceArn, AccountAssignmentDeletionRequestId: requestId };
      const status = await call(session, "sso-admin", "DescribeAccountAssignmentDeletionStatus", request, region);
      return status["AccountAssignmentDeletionStatus"];
    });
  },
};

interface Assignment extends PermissionSetKey {
  PrincipalId: string;
  PrincipalType: string;
  TargetId: string;
  TargetType: string;
}

function assignmentOf(inputs: Properties): Assignment {
  return {
    ...keyOf(inputs),
    PrincipalId: textOf(inputs["principalId"]),
    PrincipalType: textOf(inputs["principalType"]),
    TargetId: textOf(inputs["targetId"]),
    TargetType: textOf(inputs["targetType"]),
  };
}

function idOf(assignment: Assignment): string {
  const { PrincipalId, PrincipalType, TargetId, TargetType, PermissionSetArn, InstanceArn } = assignment;
  return [PrincipalId, PrincipalType, TargetId, TargetType, PermissionSetArn, InstanceArn].join(",");
}

function assignmentIn(id: string): Assignment {
  const expected = "PRINCIPAL_ID,PRINCIPAL_TYPE,TARGET_ID,TARGET_TYPE,PERMISSION_SET_ARN,INSTANCE_ARN";
  const parts = idParts(id, ",", 6, expected);
  const [PrincipalId = "", PrincipalType = "", TargetId = "", TargetType = "", set = "", instance = ""] = parts;
  return { PrincipalId, PrincipalType, TargetId, TargetType, PermissionSetArn: set, InstanceArn: instance };
}

async function isAssigned(session: Session, assignment: Assignment, region: string): Promise<boolean> {
  const { InstanceArn, PermissionSetArn, TargetId, PrincipalId, PrincipalType } = assignment;
  const input = { InstanceArn, PermissionSetArn, AccountId: TargetId };
  type Found = Record<"PrincipalId" | "PrincipalType", string>;
  const assignments = await list<Found>(
    session,
    "sso-admin",
    "ListAccountAssignments",
    input,
    "AccountAssignments",
    region,
  );
  return assignments.some((found) => found.PrincipalId === PrincipalId && found.PrincipalType === PrincipalType);
}

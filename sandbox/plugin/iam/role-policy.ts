import { decoded, normalised } from "../policy-json.ts";
import { textOf } from "../property-values.ts";
import type { Properties } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { iamName, policyDocument } from "../rules.ts";
import { call, doing, unlessGone } from "../session.ts";
import type { Session } from "../session.ts";
import { idParts, keptDocument, nameFor } from "../state.ts";

export const rolePolicy: ResourceType = {
  token: "aws:iam/rolePolicy:RolePolicy",
  namedAutomatically: true,
  computed: ["name", "namePrefix"],
  documents: ["policy"],
  replaceOnChange: ["name", "namePrefix", "role"],
  rules: { name: iamName(128), policy: [policyDocument] },

  async create(session, inputs) {
    const [RoleName, PolicyName] = [textOf(inputs["role"]), nameFor(inputs)];
    await put(session, RoleName, PolicyName, inputs);
    return { id: `${RoleName}:${PolicyName}` };
  },

  async read(session, id, known) {
    const [RoleName = "", PolicyName = ""] = roleAndPolicy(id);
    const found = unlessGone(call(session, "iam", "GetRolePolicy", { RoleName, PolicyName }));
    const answer = await doing(`reading IAM Role Policy (${id})`, found);
    if (answer === undefined) return undefined;
    return {
      name: PolicyName,
      namePrefix: known["namePrefix"] ?? "",
      policy: keptDocument(known["policy"], decoded(answer["PolicyDocument"])),
      role: RoleName,
    };
  },

  async update(session, id, { news }) {
    const [RoleName = "", PolicyName = ""] = roleAndPolicy(id);
    await put(session, RoleName, PolicyName, news);
  },

  async delete(session, id) {
    const [RoleName, PolicyName] = roleAndPolicy(id);
    const deleted = unlessGone(call(session, "iam", "DeleteRolePolicy", { RoleName, PolicyName }));
    await doing(`deleting IAM Role Policy (${id})`, deleted);
  },
};

async function put(session: Session, RoleName: string, PolicyName: string, inputs: Properties): Promise<void> {
  const input = { RoleName, PolicyName, PolicyDocument: normalised(inputs["policy"] ?? "") };
  await doing(`putting IAM Role (${RoleName}) Policy (${PolicyName})`, call(session, "iam", "PutRolePolicy", input));
}

function roleAndPolicy(id: string): string[] {
  return idParts(id, ":", 2, "<role name>:<policy name>");
}

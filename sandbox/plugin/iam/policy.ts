import { decoded, normalised } from "../policy-json.ts";
import type { ResourceType } from "../resource-type.ts";
import { iamName, policyDocument } from "../rules.ts";
import { call, doing, list, unlessGone } from "../session.ts";
import type { Session } from "../session.ts";
import { tagList, tagProperties, updateTags } from "../tags.ts";
import { keptDocument, nameFor, present } from "../state.ts";

export const policy: ResourceType = {
  token: "aws:iam/policy:Policy",
  namedAutomatically: true,
  unsupported: { delayAfterPolicyCreationInMs: "the virtual AWS is consistent at once" },
  defaults: { path: "/" },
  computed: ["name", "namePrefix"],
  documents: ["policy"],
  replaceOnChange: ["name", "namePrefix", "path", "description"],
  rules: { name: iamName(128), policy: [policyDocument] },

  async create(session, inputs) {
    const name = nameFor(inputs);
    const input = {
      PolicyName: name,
      Path: inputs["path"],
      Description: inputs["description"],
      PolicyDocument: normalised(inputs["policy"] ?? ""),
      Tags: tagList(inputs),
    };
    const answer = await doing(`creating IAM Policy (${name})`, call(session, "iam", "CreatePolicy", input));
    return { id: (answer["Policy"] as { Arn: string }).Arn };
  },

  async read(session, id, known) {
    const answer = await doing(
      `reading IAM Policy (${id})`,
      unlessGone(call(session, "iam", "GetPolicy", { PolicyArn: id })),
    );
    if (answer === undefined) return undefined;
    const found = answer["Policy"] as Record<string, unknown>;
    const version = { PolicyArn: id, VersionId: found["DefaultVersionId"] };
    const document = await doing(`reading IAM Policy (${id})`, call(session, "iam", "GetPolicyVersion", version));
    const { Document } = document["PolicyVersion"] as { Document: unknown };
    return {
      ...present({
        arn: found["Arn"],
        attachmentCount: found["AttachmentCount"],
        name: found["PolicyName"],
        path: found["Path"],
        description: found["Description"],
        policyId: found["PolicyId"],
      }),
      namePrefix: known["namePrefix"] ?? "",
      policy: keptDocument(known["policy"], decoded(Document)),
      ...tagProperties(session, found["Tags"], known),
    };
  },

  async update(session, id, { olds, news, changes }) {
    if (changes("policy")) {
      await pruneVersions(session, id);
      const version = { PolicyArn: id, PolicyDocument: normalised(news["policy"] ?? ""), SetAsDefault: false };
      const answer = await doing(`updating IAM Policy (${id})`, call(session, "iam", "CreatePolicyVersion", version));
      const { VersionId } = answer["PolicyVersion"] as { VersionId: string };
      const chosen = call(session, "iam", "SetDefaultPolicyVersion", { PolicyArn: id, VersionId });
      await doing(`setting Default Policy version for IAM Policy (${id})`, chosen);
    }
    const tagged = updateTags(
      olds,
      news,
      (TagKeys) => call(session, "iam", "UntagPolicy", { PolicyArn: id, TagKeys }),
      (Tags) => call(session, "iam", "TagPolicy", { PolicyArn: id, Tags }),
    );
    await doing(`updating tags for IAM Policy (${id})`, tagged);
  },

  async delete(session, id) {
    await doing(`deleting IAM Policy (${id})`, unlessGone(deleteWithVersions(session, id)));
  },
};

interface Version {
  VersionId: string;
  IsDefaultVersion: boolean;
  CreateDate: unknown;
}

/** The versions that are not in force, oldest first. */
async function idleVersions(session: Session, PolicyArn: string): Promise<{ idle: Version[]; count: number }> {
  const versions = await list<Version>(session, "iam", "ListPolicyVersions", { PolicyArn }, "Versions");
  const number = (version: Version): number => Number(version.VersionId.slice(1));
  const idle = versions.filter((version) => !version.IsDefaultVersion).sort((a, b) => number(a) - number(b));
  return { idle, count: versions.length };
}

/** AWS keeps five versions at most: makes room for one more. */
async function pruneVersions(session: Session, PolicyArn: string): Promise<void> {
  const { idle, count } = await idleVersions(session, PolicyArn);
  const oldest = idle[0];
  if (count >= 5 && oldest) {
    const deleted = call(session, "iam", "DeletePolicyVersion", { PolicyArn, VersionId: oldest.VersionId });
    await doing(`deleting IAM Policy (${PolicyArn}) version (${oldest.VersionId})`, deleted);
  }
}

async function deleteWithVersions(session: Session, PolicyArn: string): Promise<void> {
  for (const { VersionId } of (await idleVersions(session, PolicyArn)).idle) {
    await call(session, "iam", "DeletePolicyVersion", { PolicyArn, VersionId });
  }
  await call(session, "iam", "DeletePolicy", { PolicyArn });
}

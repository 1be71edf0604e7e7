import { textOf } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { oneOf } from "../rules.ts";
import { call, doing, list, unlessGone } from "../session.ts";
import { present, timestamp } from "../state.ts";

export const accessKey: ResourceType = {
  token: "aws:iam/accessKey:AccessKey",
  unsupported: { pgpKey: "it encrypts nothing" },
  defaults: { status: "Active" },
  replaceOnChange: ["user"],
  secretOutputs: ["secret", "sesSmtpPasswordV4"],
  rules: { status: [oneOf("Active", "Inactive", "Expired")] },

  async create(session, inputs) {
    const UserName = textOf(inputs["user"]);
    const made = call(session, "iam", "CreateAccessKey", { UserName });
    const answer = await doing(`creating IAM Access Key (${UserName})`, made);
    const key = answer["AccessKey"] as Record<string, string>;
    const id = key["AccessKeyId"] ?? "";
    if (inputs["status"] === "Inactive") {
      const input = { UserName, AccessKeyId: id, Status: "Inactive" };
      await doing(`deactivating IAM Access Key (${id})`, call(session, "iam", "UpdateAccessKey", input));
    }
    return { id, outputs: { secret: key["SecretAccessKey"] ?? "" } };
  },

  async read(session, id, known) {
    const UserName = textOf(known["user"]);
    if (UserName === "") throw new Error(`reading IAM Access Key (${id}): the sandbox cannot import access keys`);
    type Key = Record<"AccessKeyId" | "Status" | "UserName", string> & { CreateDate: unknown };
    const found = unlessGone(list<Key>(session, "iam", "ListAccessKeys", { UserName }, "AccessKeyMetadata"));
    const keys = await doing(`reading IAM Access Key (${id})`, found);
    const key = keys?.find(({ AccessKeyId }) => AccessKeyId === id);
    if (key === undefined) return undefined;
    return present({
      user: key.UserName,
      status: key.Status,
      createDate: timestamp(key.CreateDate),
      secret: known["secret"],
    });
  },

  async update(session, id, { news }) {
    const input = { UserName: news["user"], AccessKeyId: id, Status: news["status"] };
    await doing(`updating IAM Access Key (${id})`, call(session, "iam", "UpdateAccessKey", input));
  },

  async delete(session, id, state) {
    const deleted = call(session, "iam", "DeleteAccessKey", { UserName: state["user"], AccessKeyId: id });
    await doing(`deleting IAM Access Key (${id})`, unlessGone(deleted));
  },
};

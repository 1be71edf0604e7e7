import { textOf } from "../property-values.ts";
import type { Properties } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { accountId } from "../rules.ts";
import { call, doing, unlessGone } from "../session.ts";
import type { Session } from "../session.ts";
import { publicAccess, publicAccessInput, publicAccessProperties } from "./public-access.ts";

export const accountPublicAccessBlock: ResourceType = {
  token: "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
  defaults: publicAccess,
  computed: ["accountId"],
  replaceOnChange: ["accountId"],
  rules: { accountId: [accountId] },

  async create(session, inputs) {
    const given = textOf(inputs["accountId"]);
    const id = given === "" ? textOf((await call(session, "sts", "GetCallerIdentity", {}))["Account"]) : given;
    await put(session, id, inputs);
    return { id };
  },

  async read(session, id) {
    const found = unlessGone(call(session, "s3control", "GetPublicAccessBlock", { AccountId: id }));
    const answer = await doing(`reading S3 Account Public Access Block (${id})`, found);
    return answer && { accountId: id, ...publicAccessProperties(answer) };
  },

  async update(session, id, { news }) {
    await put(session, id, news);
  },

  async delete(session, id) {
    const deleted = unlessGone(call(session, "s3control", "DeletePublicAccessBlock", { AccountId: id }));
    await doing(`deleting S3 Account Public Access Block (${id})`, deleted);
  },
};

async function put(session: Session, AccountId: string, inputs: Properties): Promise<void> {
  const made = call(session, "s3control", "PutPublicAccessBlock", { AccountId, ...publicAccessInput(inputs) });
  await doing(`creating S3 Account Public Access Block (${AccountId})`, made);
}

import { textOf } from "../property-values.ts";
import type { Properties } from "../property-values.ts";
import type { ResourceType, Rule } from "../resource-type.ts";
import { call, doing } from "../session.ts";
import type { Session } from "../session.ts";
import { keptOrder, textsIn } from "../state.ts";

const features = ["RootCredentialsManagement", "RootSessions"];

const known: Rule = (value) => {
  const wrong = textsIn(value).find((feature) => !features.includes(feature));
  return wrong === undefined
    ? undefined
    : `Attribute enabled_features value must be one of: ["RootCredentialsManagement" "RootSessions"], got: "${wrong}"`;
};

export const organizationsFeatures: ResourceType = {
  token: "aws:iam/organizationsFeatures:OrganizationsFeatures",
  sets: ["enabledFeatures"],
  replaceOnChange: [],
  rules: { enabledFeatures: [known] },

  async create(session, inputs) {
    return { id: await enableOnly(session, textsIn(inputs["enabledFeatures"])) };
  },

  async read(session, id, before) {
    const answer = await doing(
      `reading IAM Organizations Features (${id})`,
      call(session, "iam", "ListOrganizationsFeatures", {}),
    );
    const enabled = (answer["EnabledFeatures"] ?? []) as string[];
    return enabled.length === 0 ? undefined : { enabledFeatures: keptOrder(before["enabledFeatures"], enabled) };
  },

  async update(session, _, { news }: { news: Properties }) {
    await enableOnly(session, textsIn(news["enabledFeatures"]));
  },

  async delete(session) {
    await enableOnly(session, []);
  },
};

/** Gives the organization's id. */
async function enableOnly(session: Session, wanted: string[]): Promise<string> {
  const { OrganizationId, EnabledFeatures } = await call(session, "iam", "ListOrganizationsFeatures", {});
  const enabled = (EnabledFeatures ?? []) as string[];
  for (const feature of features) {
    if (wanted.includes(feature) === enabled.includes(feature)) continue;
    const operation = `${wanted.includes(feature) ? "Enable" : "Disable"}Organizations${feature}`;
    await doing("updating IAM Organizations Features", call(session, "iam", operation, {}));
  }
  return textOf(OrganizationId);
}

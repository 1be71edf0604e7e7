import { Config, CustomResource, ProviderResource } from "@pulumi/pulumi";

/** The smallest provider there can be: one for everything. */
const provider = new ProviderResource("aws", "floor", { region: "eu-central-1" });

/** As many resources as the configuration says, made by the engine as any other is, with no more than a name. */
for (let index = 0; index < new Config().requireNumber("resources"); index++) {
  new CustomResource("aws:sns/topic:Topic", `topic-${index}`, { name: `topic-${index}` }, { provider });
}

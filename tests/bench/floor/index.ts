import { Config, CustomResource, ProviderResource } from "@pulumi/pulumi";

class Provider extends ProviderResource {}
class Topic extends CustomResource {}

const provider = new Provider("aws", "floor", { region: "eu-central-1" });

/** As many resources as the configuration says, through one provider, with no more than a name. */
for (let index = 0; index < new Config().requireNumber("resources"); index++) {
  new Topic("aws:sns/topic:Topic", `topic-${index}`, { name: `topic-${index}` }, { provider });
}

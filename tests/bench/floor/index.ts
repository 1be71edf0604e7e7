import { ComponentResource, Config } from "@pulumi/pulumi";

/** As many resources as the configuration says, of a type that needs nothing: no provider, no input. */
for (let index = 0; index < new Config().requireNumber("resources"); index++) {
  new ComponentResource("bench:index:Nothing", `nothing-${index}`);
}

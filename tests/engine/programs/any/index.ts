import { CustomResource, type Input, ProviderResource } from "@pulumi/pulumi";
import type { Told } from "../../any-program.ts";

class Provider extends ProviderResource {}
class Resource extends CustomResource {}

const told = JSON.parse(process.env["PROGRAM"] ?? "") as Told;
const provider = new Provider("aws", "shop", { region: "eu-central-1" }, { version: told.version });
const made = new Map<string, CustomResource>();

/** A text that is `${NAME}` stands for that resource's id, which only AWS knows. */
const input = (value: unknown): Input<unknown> =>
  typeof value === "string" ? (made.get(/^\$\{(.*)\}$/.exec(value)?.[1] ?? "")?.id ?? value) : value;

for (const { type, name, props = {}, dependsOn = [] } of told.resources) {
  const inputs = Object.fromEntries(Object.entries(props).map(([key, value]) => [key, input(value)]));
  const needed = dependsOn.flatMap((other) => made.get(other) ?? []);
  made.set(name, new Resource(type, name, inputs, { provider, dependsOn: needed }));
}

/**
 * A Pulumi program that makes nothing: it is only ever previewed, asks AWS through providers like those of a stack, and
 * writes the answers to a file. Its configuration names the two files.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { Config, ProviderResource, runtime } from "@pulumi/pulumi";

/** What the file of questions holds. `inputs` are those of a recorded provider. */
export interface Questions {
  providers: { name: string; inputs: Record<string, unknown> }[];
  lookups: { provider: string; token: string; args: Record<string, string> }[];
}

const files = new Config();
const { providers, lookups } = JSON.parse(readFileSync(files.require("questions"), "utf8")) as Questions;

/** A provider with the inputs of a recorded one, which are text already. */
class BorrowedProvider extends ProviderResource {
  constructor(name: string, { version, ...inputs }: Record<string, unknown>) {
    super("aws", name, inputs, typeof version === "string" ? { version } : {});
  }
}

const declared = new Map(providers.map(({ name, inputs }) => [name, new BorrowedProvider(name, inputs)]));
const answers = await Promise.all(
  lookups.map(async ({ provider, token, args }) => {
    const through = declared.get(provider);
    if (through === undefined) throw new Error(`No provider is called ${provider}`);
    return (await runtime.invoke(token, args, { provider: through })) as unknown;
  }),
);
writeFileSync(files.require("answers"), JSON.stringify(answers));

/**
 * Runs the program of the working directory against a virtual AWS without an engine: makes each resource, reads it,
 * changes it, deletes it, and tells its parent which operations that took.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import * as pulumi from "@pulumi/pulumi";
import type { Aws, Credentials } from "../../sandbox/aws/call.ts";
import { virtualAws } from "../../sandbox/aws/virtual-aws.ts";
import { check } from "../../sandbox/plugin/check.ts";
import { configure } from "../../sandbox/plugin/configuration.ts";
import { lookUp } from "../../sandbox/plugin/lookups.ts";
import type { Properties } from "../../sandbox/plugin/property-values.ts";
import { resourceType } from "../../sandbox/plugin/resource-types.ts";
import { OperationError, type Session } from "../../sandbox/plugin/session.ts";
import type { Phase, Recording, Recorded } from "./recording.ts";

const { stack, directory, credentials } = JSON.parse(process.argv[2] ?? "") as Recording & { credentials: Credentials };

interface Made {
  type: string;
  account: string;
  session: Session;
  id: string;
  state: Properties;
}

const recorded: Recorded[] = [];
const doing = new AsyncLocalStorage<{ type: string; account: string; phase: Phase }>();
const real = virtualAws(directory);
const aws: Aws = (call) => {
  const now = doing.getStore();
  if (now !== undefined) recorded.push({ ...now, service: call.service, operation: call.operation, input: call.input });
  return real(call);
};
const sessions = new Map<string, Promise<Session>>();
const made: Made[] = [];

const nameOf = (provider = "") => provider.split("::")[3] ?? "";

async function sessionOf(account: string): Promise<Session> {
  const session = sessions.get(account);
  if (session === undefined) throw new Error(`There is no provider ${account}`);
  return session;
}

async function make(type: string, account: string, name: string, news: Properties) {
  const session = await sessionOf(account);
  const kind = resourceType(type);
  const { inputs, failures } = check(session, kind, { name, olds: {}, news, seed: new Uint8Array(32) });
  if (failures.length > 0) throw new Error(`${name}: ${JSON.stringify(failures)}`);
  const within = <Result>(phase: Phase, run: () => Promise<Result>) => doing.run({ type, account, phase }, run);
  const { id, failure } = await within("create", () => kind.create(session, inputs));
  if (failure !== undefined) throw failure;
  const state = { ...inputs, ...(await within("read", () => kind.read(session, id, inputs))) };
  made.push({ type, account, session, id, state });
  return { id, state };
}

/** Changes everything that can be changed in place, to what it is already; tags to others. */
async function change({ type, account, session, id, state }: Made): Promise<void> {
  const kind = resourceType(type);
  const before = { ...state, tags: { before: "yes" }, tagsAll: { before: "yes" } };
  const after: Properties = { ...state, tags: { after: "yes" }, tagsAll: { after: "yes" } };
  const given = (...names: string[]) => names.some((name) => after[name] !== undefined);
  // AWS keeps five versions of a policy: the sixth change makes room first.
  for (let time = 0; time < 6; time++) {
    await doing.run({ type, account, phase: "update" }, async () => {
      await kind.update?.(session, id, { olds: before, news: after, changes: given });
    });
  }
}

await pulumi.runtime.setMocks(
  {
    newResource: async ({ name, type, inputs, custom, provider }) => {
      const given = inputs as Properties;
      if (type === "pulumi:pulumi:StackReference") {
        return { id: name, state: { ...given, outputs: {}, secretOutputNames: [] } };
      }
      if (type === "pulumi:providers:aws") {
        sessions.set(name, configure(aws, given, credentials));
        return { id: name, state: given };
      }
      if (custom !== true) return { id: undefined, state: given };
      return make(type, nameOf(provider), name, given);
    },
    call: async ({ token, inputs, provider }) => {
      const account = nameOf(provider);
      const session = await sessionOf(account);
      return doing.run({ type: token, account, phase: "read" }, () => lookUp(session, token, inputs as Properties));
    },
  },
  "securecart-iam",
  stack,
  false,
  "securecart",
);
pulumi.runtime.setAllConfig({ "securecart-iam:config": `config/${stack}.yaml` });
await import(pathToFileURL(resolve("index.ts")).href);
await pulumi.runtime.disconnect();
for (const one of made) await change(one);
for (const { type, account, session, id, state } of made.toReversed()) {
  await doing.run({ type, account, phase: "delete" }, async () => {
    try {
      await resourceType(type).delete(session, id, state);
    } catch (error) {
      // The log files' bucket has log files in it.
      if (!(error instanceof OperationError && error.code === "BucketNotEmpty")) throw error;
    }
  });
}
process.send?.(recorded, () => {
  process.exit(0);
});

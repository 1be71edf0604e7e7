import type { DecisionInput } from "./decision.ts";
import type { Policy } from "./layer.ts";
import { MalformedDocument, normalize, type NormalStatement } from "./normalize.ts";

/** Documents of one request, read. */
export interface Policies {
  identity: Policy[];
  boundary: Policy[];
  session: Policy[];
  resource: Policy[];
  trust: Policy[];
  scps: Policy[][];
  rcps: Policy[][];
}

/** Reads all documents of a request; throws MalformedDocument where one is none. */
export function readPolicies({ policies: given }: DecisionInput): Policies {
  return {
    identity: list("identity", given.identity, "caller"),
    boundary: one("boundary", given.boundary, "caller"),
    session: list("session", given.session, "caller"),
    resource: one("resource", given.resource, "resource"),
    trust: one("trust", given.trust, "resource"),
    scps: levels("scps", given.scps, "caller"),
    rcps: levels("rcps", given.rcps, "everybody"),
  };
}

/** Whom a policy is about: the caller it is attached to, whom its Principal names, or whoever asks. */
type About = "caller" | "resource" | "everybody";

function one(name: string, document: unknown, about: About): Policy[] {
  return document === undefined || document === null ? [] : [read(name, document, about)];
}

function list(name: string, documents: readonly unknown[] | null | undefined, about: About): Policy[] {
  return (documents ?? []).map((document, at) => read(`${name}[${at}]`, document, about));
}

function levels(name: string, of: unknown[][] | null | undefined, about: About): Policy[][] {
  return (of ?? []).map((level, at) => list(`${name}[${at}]`, level, about));
}

function read(name: string, document: unknown, about: About): Policy {
  const statements = inContext(name, () => normalized(document));
  for (const { index, principal } of statements)
    if (about !== "everybody" && (principal !== undefined) !== (about === "resource"))
      throw new MalformedDocument(
        `${name}: Statement ${index}: ${principal === undefined ? "it has no Principal" : "it has a Principal"}.`,
      );
  return { name, statements, named: about === "resource" };
}

/** One document is asked about again and again: with each action, account and resource. */
const known = new WeakMap<object, NormalStatement[]>();

function normalized(document: unknown): NormalStatement[] {
  if (typeof document !== "object" || document === null) return normalize(document);
  let statements = known.get(document);
  if (statements === undefined) known.set(document, (statements = normalize(document)));
  return statements;
}

function inContext<T>(name: string, task: () => T): T {
  try {
    return task();
  } catch (error) {
    if (error instanceof MalformedDocument) throw new MalformedDocument(`${name}: ${error.message}`);
    throw error;
  }
}

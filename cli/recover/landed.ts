import { accountOf } from "./account.ts";
import type { Creation } from "./creation.ts";
import { importId } from "./import-id.ts";
import { lookedUpIds, lookupFor } from "./looked-up-id.ts";
import type { Candidate, Existing, Question, ThrowAwayStack } from "./throw-away-stack.ts";

/** A creation that AWS would refuse, because what it makes exists. */
export interface Landed {
  creation: Creation;
  existing: Existing;
}

/**
 * Where a thing is. Its id alone does not say: a role's id is its name, and the same name may stand in every account,
 * which each have a provider of their own.
 */
export function placeOf(type: string, id: string, providerUrn: string): string {
  return JSON.stringify([type, id, providerUrn]);
}

/** Which of the creations have come about already. `recorded` holds the places of what the stack has. */
export async function landedOf(
  creations: Creation[],
  recorded: ReadonlySet<string>,
  aws: ThrowAwayStack,
): Promise<Landed[]> {
  const asked = creations.flatMap((creation) => {
    const lookup = lookupFor(creation.type, creation.inputs);
    return lookup === undefined ? [] : [{ creation, question: { ...lookup, provider: creation.provider } }];
  });
  // One question answers for all the permission sets of an instance, and one for all the groups of a store.
  const questions = new Map(asked.map(({ question }) => [key(question), question]));
  const given = await aws.lookUp([...questions.values()]);
  const answers = new Map([...questions.keys()].map((name, index) => [name, given[index]]));

  const candidates = new Map<string, Candidate>();
  const possible = new Map<Creation, string[]>();
  const consider = (creation: Creation, id: string) => {
    const place = placeOf(creation.type, id, creation.provider.urn);
    if (recorded.has(place)) return;
    candidates.set(place, { type: creation.type, id, provider: creation.provider });
    possible.set(creation, [...(possible.get(creation) ?? []), place]);
  };
  for (const creation of creations) {
    const id = importId(creation.type, creation.inputs, accountOf(creation.provider));
    if (id !== undefined) consider(creation, id);
  }
  for (const { creation, question } of asked) {
    for (const id of lookedUpIds(creation.type, creation.inputs, answers.get(key(question)))) consider(creation, id);
  }

  const read = await aws.read([...candidates.values()]);
  const existing = new Map(read.map((one) => [placeOf(one.type, one.id, one.provider.urn), one]));
  return creations.flatMap((creation) => {
    const found = (possible.get(creation) ?? []).map((name) => existing.get(name));
    const one = found.find((thing) => thing !== undefined && isNamedAs(creation, thing));
    return one === undefined ? [] : [{ creation, existing: one }];
  });
}

/** What is found among all of an instance, or of an organization, and told by its name alone. */
const toldByName = new Set(["aws:ssoadmin/permissionSet:PermissionSet", "aws:organizations/policy:Policy"]);

function isNamedAs({ type, inputs }: Creation, { outputs }: Existing): boolean {
  return !toldByName.has(type) || outputs["name"] === inputs["name"];
}

function key({ provider, token, args }: Question): string {
  return JSON.stringify([provider.urn, token, args]);
}

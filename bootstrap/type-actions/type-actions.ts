/**
 * What AWS has to allow for one resource type of Pulumi, by what is done with it. An action stands here because the
 * official plugin calls its operation, or because AWS demands it for another call: tags at a creation, the role that is
 * passed on; to read, also because `npm run recover` lists what an interrupted update may have made.
 */
export interface TypeActions {
  create: readonly string[];
  read: readonly string[];
  update: readonly string[];
  delete: readonly string[];
}

/** Pulumi's token, such as `aws:iam/role:Role` → actions. */
export type ActionsByType = Readonly<Record<string, TypeActions>>;

/** `service:` in front of each name. */
export function of(service: string, names: string): string[] {
  return names
    .split(" ")
    .filter((name) => name !== "")
    .map((name) => `${service}:${name}`);
}

/** What a synthetic organization consists of. */
export interface OrganizationSize {
  seed: number;
  assignments: number;
}

/**
 * The YAML of one stack of a synthetic organization, the same for the same seed: a group for every ten assignments, an
 * account for every twenty, twelve permission sets, a workload in every tenth account.
 */
export function organizationYaml({ seed, assignments }: OrganizationSize): string {
  const random = generator(seed);
  const accounts = Math.ceil(assignments / 20);
  const groups = Math.ceil(assignments / 10);
  const name = (kind: string, index: number) => `${kind}-${index}`;
  const pick = (count: number) => Math.floor(random() * count);

  const access = new Map<string, Map<string, Set<string>>>();
  for (let made = 0; made < assignments;) {
    const row = getOr(access, name("Group", pick(groups)), new Map<string, Set<string>>());
    const cell = getOr(row, name("Account", pick(accounts)), new Set<string>());
    const set = name("Set", pick(12));
    if (cell.has(set)) continue;
    cell.add(set);
    made++;
  }
  return [
    "version: 1",
    "stack: bench",
    "organization:",
    "  id: o-a1b2c3d4e5",
    "  home-region: eu-central-1",
    "  management-account: Management",
    "  deploy-role: deploy",
    '  deployer: "arn:aws:iam::999999999999:role/deployer"',
    "identity-center: { synced-from: Okta }",
    "identity-providers:",
    "  Okta:",
    "    type: saml",
    "    serves: identity-center",
    "    owner: Owners",
    "    mfa: { enforced-by: identity-provider, evidence: Sign-on policy, owner: Owners, next-review: 2099-12-31 }",
    "accounts:",
    '  Management: { id: "900000000000", ou: root, stack: bench, owner: Owners }',
    ...range(accounts).map(
      (index) =>
        `  ${name("Account", index)}: { id: "${100_000_000_000 + index}", ou: Unit-${index % 7}, stack: bench, owner: Owners }`,
    ),
    "groups:",
    "  Owners: { synced-from: Okta, display-name: owners }",
    ...range(groups).map(
      (index) => `  ${name("Group", index)}: { synced-from: Okta, display-name: ${name("group", index)} }`,
    ),
    "permission-sets:",
    "  Admin:",
    "    description: Administers Identity Center",
    "    owner: Owners",
    "    administered-from: Management",
    "    aws-managed-policies: [AWSSSOMasterAccountAdministrator]",
    ...range(12).flatMap((index) => [
      `  ${name("Set", index)}:`,
      `    description: The set number ${index}`,
      "    owner: Owners",
      "    aws-managed-policies: [ViewOnlyAccess]",
      "    statements:",
      `      - { Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::bucket-${index}/*" }`,
    ]),
    "access:",
    "  Owners: { Management: [Admin] }",
    ...[...access].flatMap(([group, row]) => [
      `  ${group}:`,
      ...[...row].map(([account, sets]) => `    ${account}: [${[...sets].join(", ")}]`),
    ]),
    "workloads:",
    ...range(Math.ceil(accounts / 10)).flatMap((index) => [
      `  ${name("workload", index)}:`,
      "    description: A workload",
      "    owner: Owners",
      `    account: ${name("Account", index * 10)}`,
      "    runs-on: lambda",
      `    allow: [{ write logs: "/bench/${index}" }]`,
    ]),
    "",
  ].join("\n");
}

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

function getOr<K, V>(map: Map<K, V>, key: K, otherwise: V): V {
  const value = map.get(key) ?? otherwise;
  map.set(key, value);
  return value;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

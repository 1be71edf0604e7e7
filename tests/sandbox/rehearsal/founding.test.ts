import assert from "node:assert/strict";
import { join } from "node:path";
import { load } from "../../../model/load.ts";
import { organizationSeed } from "../../../sandbox/rehearsal/founding.ts";
import { repository } from "../../../sandbox/toolchain/place.ts";
import { today } from "../../components/program.ts";

describe("the virtual organization of the shipped configuration", () => {
  const stacks = ["dev", "prod"].map((stack) => load(join(repository, `config/${stack}.yaml`), { today }).stack!);
  const seed = organizationSeed(stacks);

  it("has every account where the configuration places it", () => {
    assert.deepEqual(
      seed.accounts.map(({ id, name, ou }) => `${id} ${name} in ${ou}`),
      [
        "111122223333 Management in root",
        "222233334444 Security in Security",
        "333344445555 DevOps in Infrastructure",
        "012345678901 Development in Workloads/Development",
        "444455556666 Production in Workloads/Production",
      ],
    );
    assert.equal(seed.managementAccountId, "111122223333");
  });

  it("has delegated Identity Center, and knows the identity provider's groups by their names there", () => {
    assert.equal(seed.delegatedAdministrators["sso.amazonaws.com"], "222233334444");
    assert.deepEqual(
      seed.scimGroups.map(({ displayName }) => displayName),
      ["aws-developers", "aws-finance", "aws-operations", "aws-security"],
    );
  });

  it("has the boundary that roles get where the configuration names none", () => {
    assert.deepEqual(
      seed.policies.map(({ accountId, path, name }) => `${accountId} ${path}${name}`),
      seed.accounts.map(({ id }) => `${id} /bootstrap/securecart-deploy-ceiling`),
    );
  });

  it("does not have the groups that the program itself makes", () => {
    const [dev] = stacks;
    const groups = { ...dev!.groups, Builders: { members: [] } };
    assert.deepEqual(organizationSeed([{ ...dev!, groups }]).scimGroups, organizationSeed([dev!]).scimGroups);
  });

  it("is the same whichever stack comes first", () => {
    const sorted = ({ accounts, policies, ...rest }: typeof seed) => ({
      ...rest,
      policies: policies.toSorted((a, b) => a.accountId.localeCompare(b.accountId)),
      accounts: accounts.toSorted((a, b) => a.id.localeCompare(b.id)),
    });
    assert.deepEqual(sorted(organizationSeed(stacks.toReversed())), sorted(seed));
  });
});

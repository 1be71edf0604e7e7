import assert from "node:assert/strict";
import { founded, management, production, refused, security, type Client } from "../founded.ts";

describe("organizations", () => {
  let organizations: Client;
  let member: Client;

  before(async () => {
    const { client } = await founded();
    organizations = client("organizations", management, "us-east-1");
    member = client("organizations", production);
  });

  it("describes the organization, to every account", async () => {
    for (const client of [organizations, member]) {
      const { Organization } = await client<{ Organization: Record<string, unknown> }>("DescribeOrganization");
      const { Id, MasterAccountId, Arn, FeatureSet } = Organization;
      const arn = `arn:aws:organizations::${management}:organization/o-a1b2c3d4e5`;
      assert.deepEqual([Id, MasterAccountId, Arn, FeatureSet], ["o-a1b2c3d4e5", management, arn, "ALL"]);
    }
  });

  it("shows the tree from the root to the accounts, and back", async () => {
    type Unit = { Id: string; Name: string; Path: string };
    const { Roots } = await organizations<{ Roots: { Id: string }[] }>("ListRoots");
    const units = async (ParentId: string) =>
      (await organizations<{ OrganizationalUnits: Unit[] }>("ListOrganizationalUnitsForParent", { ParentId }))
        .OrganizationalUnits;
    const accounts = async (ParentId: string) =>
      (await organizations<{ Accounts: { Id: string }[] }>("ListAccountsForParent", { ParentId })).Accounts.map(
        ({ Id }) => Id,
      );
    const root = Roots[0]!.Id;
    const top = await units(root);
    assert.deepEqual(
      top.map(({ Name }) => Name),
      ["Security", "Workloads"],
    );
    assert.deepEqual(await accounts(root), [management]);
    const [below] = await units(top[1]!.Id);
    assert.equal(below?.Name, "Production");
    assert.equal(below.Path, `o-a1b2c3d4e5/${root}/${top[1]!.Id}/${below.Id}/`);
    assert.deepEqual(await accounts(below.Id), [production]);
    const parents = async (ChildId: string) => (await organizations("ListParents", { ChildId }))["Parents"];
    assert.deepEqual(await parents(production), [{ Id: below.Id, Type: "ORGANIZATIONAL_UNIT" }]);
    assert.deepEqual(await parents(management), [{ Id: root, Type: "ROOT" }]);
    const input = { OrganizationalUnitId: below.Id };
    assert.deepEqual(await organizations("DescribeOrganizationalUnit", input), { OrganizationalUnit: below });
  });

  it("lists accounts in parts, with their tags", async () => {
    type Part = { Accounts: { Id: string }[]; NextToken?: string };
    const first = await organizations<Part>("ListAccounts", { MaxResults: 2 });
    const second = await organizations<Part>("ListAccounts", { MaxResults: 2, NextToken: first.NextToken });
    const ids = [...first.Accounts, ...second.Accounts].map(({ Id }) => Id);
    assert.deepEqual([ids, second.NextToken], [[management, security, production], undefined]);
    const { Account } = await organizations<{ Account: Record<string, unknown> }>("DescribeAccount", {
      AccountId: production,
    });
    assert.deepEqual([Account["Name"], Account["Email"], Account["State"]], ["Production", "p@shop.example", "ACTIVE"]);
    const { Tags } = await organizations("ListTagsForResource", { ResourceId: production });
    assert.deepEqual(Tags, [{ Key: "data", Value: "customer" }]);
    await refused(organizations("ListAccounts", { NextToken: "nonsense" }), "InvalidInputException");
  });

  it("lists delegated administrators and trusted services", async () => {
    const list = async (ServicePrincipal?: string) => {
      const input = ServicePrincipal === undefined ? {} : { ServicePrincipal };
      type Answer = { DelegatedAdministrators: { Id: string }[] };
      const answer = await organizations<Answer>("ListDelegatedAdministrators", input);
      return answer.DelegatedAdministrators.map(({ Id }) => Id);
    };
    assert.deepEqual(await list(), [security]);
    assert.deepEqual(await list("sso.amazonaws.com"), [security]);
    assert.deepEqual(await list("access-analyzer.amazonaws.com"), []);
    const { EnabledServicePrincipals } = await organizations("ListAWSServiceAccessForOrganization");
    const [service] = EnabledServicePrincipals as { ServicePrincipal: string }[];
    assert.equal(service?.ServicePrincipal, "sso.amazonaws.com");
  });

  it("tells ordinary accounts nothing else, and nobody what does not exist", async () => {
    await refused(member("ListAccounts"), "AccessDeniedException");
    await refused(organizations("DescribeAccount", { AccountId: "999999999999" }), "AccountNotFoundException");
    await refused(organizations("ListParents", { ChildId: "999999999999" }), "ChildNotFoundException");
    await refused(organizations("ListAccountsForParent", { ParentId: "r-zzzz" }), "ParentNotFoundException");
    await refused(organizations("ListTagsForResource", { ResourceId: "999999999999" }), "TargetNotFoundException");
    const unit = organizations("DescribeOrganizationalUnit", { OrganizationalUnitId: "ou-zzzz-abcdefgh" });
    await refused(unit, "OrganizationalUnitNotFoundException");
  });
});

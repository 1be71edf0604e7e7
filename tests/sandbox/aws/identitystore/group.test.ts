import assert from "node:assert/strict";
import { inventory } from "../../../../sandbox/aws/inventory.ts";
import { management, production, refused, type Client } from "../founded.ts";
import { identityStore } from "./identity-store.ts";

interface Group {
  GroupId: string;
  DisplayName: string;
  Description?: string;
  Revision: string;
}

describe("identitystore groups", () => {
  let store: Awaited<ReturnType<typeof identityStore>>;
  let people: Client;

  beforeEach(async () => {
    store = await identityStore();
    people = store.people();
  });

  it("are made, read, changed and deleted", async () => {
    const made = await people<Group>("CreateGroup", { DisplayName: "Auditors", Description: "External" });
    assert.match(made.GroupId, /^[0-9a-f]{10}-[0-9a-f-]{36}$/);
    const Operations = [{ AttributePath: "displayName", AttributeValue: "Audit" }, { AttributePath: "description" }];
    const { Revision } = await people<Group>("UpdateGroup", { GroupId: made.GroupId, Operations });
    assert.equal(Revision, "2");
    const { DisplayName, Description } = await people<Group>("DescribeGroup", { GroupId: made.GroupId });
    assert.deepEqual([DisplayName, Description], ["Audit", undefined]);
    assert.deepEqual(inventory(store.directory).find(({ place }) => place === "Identity Center")?.made, {
      groups: ["Audit"],
    });
    const stale = people("UpdateGroup", { GroupId: made.GroupId, Operations, Revision: "1" });
    await refused(stale, "ConflictException");
    await people("DeleteGroup", { GroupId: made.GroupId });
    await refused(people("DescribeGroup", { GroupId: made.GroupId }), "ResourceNotFoundException", /GROUP not found/);
    await refused(people("DeleteGroup", { GroupId: made.GroupId }), "ResourceNotFoundException");
  });

  it("have unique display names", async () => {
    await refused(people("CreateGroup", { DisplayName: "aws-developers" }), "ConflictException", /Duplicate/);
    const { GroupId } = await people<Group>("CreateGroup", { DisplayName: "Auditors" });
    const Operations = [{ AttributePath: "displayName", AttributeValue: "aws-developers" }];
    await refused(people("UpdateGroup", { GroupId, Operations }), "ConflictException");
    await refused(people("CreateGroup"), "ValidationException", /displayName is required/);
  });

  it("refuse attributes that groups do not have", async () => {
    const { GroupId } = await people<Group>("CreateGroup", { DisplayName: "Auditors" });
    const Operations = [{ AttributePath: "userName", AttributeValue: "x" }];
    await refused(people("UpdateGroup", { GroupId, Operations }), "ValidationException");
  });

  it("are found by display name", async () => {
    const find = (AttributeValue: string) =>
      people<Group>("GetGroupId", {
        AlternateIdentifier: { UniqueAttribute: { AttributePath: "displayName", AttributeValue } },
      });
    const filter = (AttributePath: string, AttributeValue: string) =>
      people<{ Groups: Group[] }>("ListGroups", { Filters: [{ AttributePath, AttributeValue }] });
    const { GroupId } = await find("aws-security");
    const { Groups } = await filter("DisplayName", "aws-security");
    assert.deepEqual(
      Groups.map((group) => group.GroupId),
      [GroupId],
    );
    assert.deepEqual((await filter("DisplayName", "missing")).Groups, []);
    await refused(find("missing"), "ResourceNotFoundException");
    await refused(filter("Description", "x"), "ValidationException");
  });

  it("are listed in parts", async () => {
    for (let number = 0; number < 5; number++) await people("CreateGroup", { DisplayName: `g${number}` });
    const names: string[] = [];
    let NextToken: string | undefined;
    do {
      type Part = { Groups: Group[]; NextToken?: string };
      const part: Part = await people<Part>("ListGroups", {
        MaxResults: 3,
        ...(NextToken !== undefined && { NextToken }),
      });
      assert.ok(part.Groups.length <= 3);
      names.push(...part.Groups.map(({ DisplayName }) => DisplayName));
      ({ NextToken } = part);
    } while (NextToken !== undefined);
    assert.deepEqual(names, ["aws-developers", "aws-security", "g0", "g1", "g2", "g3", "g4"]);
    await refused(people("ListGroups", { NextToken: "nonsense" }), "ValidationException");
  });

  it("are seen only from where Identity Center is administered, in its home region", async () => {
    assert.equal((await store.people(management)<{ Groups: Group[] }>("ListGroups")).Groups.length, 2);
    await refused(store.people(production)("ListGroups"), "AccessDeniedException");
    await refused(store.people(management, "us-east-1")("ListGroups"), "ResourceNotFoundException");
    await refused(people("ListGroups", { IdentityStoreId: "d-0000000000" }), "ResourceNotFoundException");
  });
});

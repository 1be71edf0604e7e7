import assert from "node:assert/strict";
import type { PermissionSet } from "../../../model/deployment.ts";
import { resolved } from "./resolved.ts";

type Edits = NonNullable<Parameters<typeof resolved>[1]>;
const set = (name: string, edits: Edits = []): PermissionSet =>
  resolved("prod", edits).deployment.permissionSets.find((one) => one.name === name)!;
const release: Edits[number] = [
  "prod.yaml",
  "    description: Release the shop\n",
  "    description: Release the shop\n    allow:\n      - read items: products\n",
];

describe("a permission set", () => {
  it("is what the YAML says, in AWS's words", () => {
    assert.deepEqual(set("Deploy"), {
      name: "Deploy",
      formerly: [],
      configPath: "permission-sets.Deploy",
      administeredFrom: "Security",
      permissionSetName: "Deploy",
      description: "Release the shop",
      sessionDuration: "PT4H",
      relayState: "https://console.aws.amazon.com/ecs/home",
      tags: { owner: "Operations" },
      awsManagedPolicyArns: ["arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"],
      customerManagedPolicies: [{ name: "read-logs", path: "/" }],
      shortGrants: [],
      needsPolicies: ["read-logs/Production"],
    });
    assert.equal(set("Audit").administeredFrom, "Management");
    assert.equal(set("Audit").sessionDuration, "PT1H");
  });

  it("means, by its short grants, the accounts in which it lands", () => {
    const table = (id: string): string => `arn:aws:dynamodb:eu-central-1:${id}:table/products`;
    const get = (edits: Edits) => set("Deploy", edits).inlinePolicy!.Statement[0]!;
    assert.deepEqual(get([release]).Resource, table("444455556666"));
    const both: Edits = [
      release,
      ["prod.yaml", "    Production: [Deploy]\n", "    Production: [Deploy]\n    Security: [Deploy]\n"],
    ];
    const twoAccounts: Edits = [
      ...both,
      ["base.yaml", "accounts: [Development, Production]", "accounts: [Development, Production, Security]"],
    ];
    assert.deepEqual(get(twoAccounts).Resource, [table("222233334444"), table("444455556666")]);
    assert.deepEqual(set("Deploy", twoAccounts).needsPolicies, ["read-logs/Production", "read-logs/Security"]);
  });

  it("has no inline policy where its short grants mean no account", () => {
    const nowhere: Edits = [
      release,
      ["prod.yaml", "  Developers:\n    Production: [Deploy]\n", ""],
      [
        "prod.yaml",
        "      - permission-set: Deploy\n        until: 2027-03-31\n        reason: Move the database\n        owner: Operations\n",
        "      - Audit\n",
      ],
    ];
    assert.equal(set("Deploy", nowhere).inlinePolicy, undefined);
  });

  it("keeps its name in AWS when its key changes", () => {
    const renamed = set("Deploy", [
      [
        "prod.yaml",
        "    description: Release the shop\n",
        "    description: Release the shop\n    formerly: [Ship, Launch]\n",
      ],
    ]);
    assert.equal(renamed.permissionSetName, "Launch");
    assert.deepEqual(renamed.formerly, ["Ship", "Launch"]);
  });

  it("takes a boundary of either kind", () => {
    const bounded = (boundary: string) =>
      set("Deploy", [
        [
          "prod.yaml",
          "    session-duration: 4 hours\n",
          `    session-duration: 4 hours\n    permissions-boundary: { ${boundary} }\n`,
        ],
      ]);
    const customer = bounded("customer-managed-policy: boundary");
    assert.deepEqual(customer.permissionsBoundary, { customerManagedPolicy: { name: "boundary", path: "/" } });
    assert.deepEqual(customer.needsPolicies, ["boundary/Production", "read-logs/Production"]);
    assert.deepEqual(bounded("aws-managed-policy: ViewOnlyAccess").permissionsBoundary, {
      awsManagedPolicyArn: "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess",
    });
  });
});

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plan } from "../../model/plan.ts";

interface Spoiled {
  what: string;
  /** File, text that stands in it once, text instead; `▸` stands before the place of the diagnostic. */
  edits: [file: string, from: string, to: string][];
  code: string;
  path: string;
  says: RegExp;
}

const admin = "    Security: [IdentityCenterAdmin]\n";
const many = (count: number) => Array.from({ length: count }, (_, at) => `"arn:aws:s3:::bucket-${at}/*"`).join(", ");

const cases: Spoiled[] = [
  {
    what: "moving the only administrator of Identity Center to where it is not administered",
    edits: [
      ["prod.yaml", "\naccess:\n", "\n▸access:\n"],
      ["prod.yaml", admin, "    Security: [ReadOnly]\n    Development: [IdentityCenterAdmin]\n"],
    ],
    code: "identity-center-locked-out",
    path: "access",
    says: /no group could administer Identity Center.*Security or Management/,
  },
  {
    what: "an explicit denial in the administrator's set",
    edits: [
      ["prod.yaml", "\naccess:\n", "\n▸access:\n"],
      [
        "prod.yaml",
        "    aws-managed-policies: [AWSSSOMemberAccountAdministrator]",
        '    aws-managed-policies: [AWSSSOMemberAccountAdministrator]\n    statements:\n      - { Effect: Deny, Action: "sso:CreateAccountAssignment", Resource: "*" }',
      ],
    ],
    code: "identity-center-locked-out",
    path: "access",
    says: /no group could administer/,
  },
  {
    what: "taking an account out of the deployer's reach",
    edits: [
      ["base.yaml", "  deployer: pipeline access", "  deployer: ▸pipeline access"],
      [
        "base.yaml",
        "- assume roles: securecart-deploy\n          in: all accounts",
        "- assume roles: securecart-deploy\n          in: all accounts except Production",
      ],
    ],
    code: "deployer-locked-out",
    path: "organization.deployer",
    says: /pipeline access could not assume the deploy role in Production\./,
  },
  {
    what: "a deployer that is no pipeline",
    edits: [["base.yaml", "  deployer: pipeline access", "  deployer: ▸pipeline acess"]],
    code: "deployer-locked-out",
    path: "organization.deployer",
    says: /did you mean "access"/,
  },
  {
    what: "a deployer that is a group without the right",
    edits: [["base.yaml", "  deployer: pipeline access", "  deployer: ▸group Finance"]],
    code: "deployer-locked-out",
    path: "organization.deployer",
    says: /group Finance could not assume the deploy role in DevOps/,
  },
  {
    what: "a deployer's role that the configuration manages itself",
    edits: [
      ["base.yaml", "  deployer: pipeline access", "  deployer: ▸arn:aws:iam::333344445555:role/pipelines/access"],
    ],
    code: "deployer-locked-out",
    path: "organization.deployer",
    says: /belongs to a pipeline of this configuration/,
  },
  ...["pipeline reviews", "group Finance", "somebody"].map((words) => ({
    what: `a previewer that is nobody: ${words}`,
    edits: [["base.yaml", "  previewer: pipeline review", `  previewer: ▸${words}`]] as [string, string, string][],
    code: "previewer" as const,
    path: "organization.previewer",
    says: new RegExp(`"${words}" is nobody`),
  })),
  {
    what: "a role name that only differs in case",
    edits: [["prod.yaml", "  product-images:\n", "  ▸product-images:\n    role-name: Payments-Processor\n"]],
    code: "name-twice-in-account",
    path: "workloads.product-images",
    says: /"Payments-Processor" is also workloads.payments-processor/,
  },
  {
    what: "an application that takes the deploy role's name",
    edits: [["prod.yaml", "  payments-processor:\n", "  ▸payments-processor:\n    role-name: SecureCart-Deploy\n"]],
    code: "name-twice-in-account",
    path: "workloads.payments-processor",
    says: /the deploy role/,
  },
  {
    what: "a policy that is not made where the role is, once",
    edits: [
      [
        "prod.yaml",
        "        - write logs: /securecart/release\n",
        "        - write logs: /securecart/release\n      customer-managed-policies: [▸read-application-logs]\n",
      ],
    ],
    code: "policy-not-in-account",
    path: "pipelines.release.from.customer-managed-policies[0]",
    says: /is not made in DevOps/,
  },
  {
    what: "a boundary that is not made where the role is, once",
    edits: [
      [
        "prod.yaml",
        "        - write logs: /securecart/release\n",
        "        - write logs: /securecart/release\n      permissions-boundary: { customer-managed-policy: ▸pipeline-boundary }\n",
      ],
    ],
    code: "policy-not-in-account",
    path: "pipelines.release.from.permissions-boundary.customer-managed-policy",
    says: /is not made in DevOps/,
  },
  {
    what: "a managed policy beyond AWS's size",
    edits: [
      ["base.yaml", "  read-application-logs:", "  ▸read-application-logs:"],
      [
        "base.yaml",
        "      - read logs: /securecart/*",
        `      - read logs: /securecart/*\n    statements:\n      - { Effect: Allow, Action: "s3:GetObject", Resource: [${many(300)}] }`,
      ],
    ],
    code: "document-too-large",
    path: "policies.read-application-logs",
    says: /at most 6144/,
  },
  {
    what: "a statement with an action that AWS does not have",
    edits: [["prod.yaml", "        Action: ses:SendEmail", "        Action: ▸ses:SendEmial"]],
    code: "iam-statement",
    path: "workloads.storefront-web.statements[0].Action",
    says: /ses:SendEmial/,
  },
  {
    what: "a statement in another partition",
    edits: [
      ["prod.yaml", "        Resource: arn:aws:ses:", "        Resource: arn:aws-cn:ses:"],
      ["prod.yaml", "      - Sid: OrderMailFromOneAddress", "      - ▸Sid: OrderMailFromOneAddress"],
    ],
    code: "other-partition",
    path: "workloads.storefront-web.statements[0]",
    says: /aws-cn/,
  },
];

const guardrail = (type: string, targets: string, statement: string): [string, string, string] => [
  "guardrails.yaml",
  "guardrails:\n",
  `guardrails:\n  ▸mistake:\n    type: ${type}\n    owner: SecurityTeam\n    targets: [${targets}]\n    statements:\n      - ${statement}\n`,
];
const scp = (targets: string, action: string, more = "") =>
  guardrail("service-control-policy", targets, `{ Effect: Deny, Action: "${action}", Resource: "*"${more} }`);

const guardrails: (Omit<Spoiled, "code" | "path" | "edits"> & { edit: [string, string, string] })[] = [
  {
    what: "keeps the deployer from assuming anything",
    edit: scp("root", "sts:AssumeRole"),
    says: /pipeline access could not assume the deploy role in DevOps, Management, Production, Security/,
  },
  {
    what: "keeps the deployer's tokens out",
    edit: guardrail(
      "resource-control-policy",
      "ou Infrastructure",
      '{ Effect: Deny, Principal: "*", Action: "sts:AssumeRoleWithWebIdentity", Resource: "*" }',
    ),
    says: /pipeline access could not assume the deploy role/,
  },
  {
    what: "keeps everybody from a deploy role",
    edit: guardrail(
      "resource-control-policy",
      "Production",
      '{ Effect: Deny, Principal: "*", Action: "sts:AssumeRole", Resource: "*" }',
    ),
    says: /pipeline access could not assume the deploy role in Production\./,
  },
  {
    what: "takes Identity Center from its administrators",
    edit: scp(
      "Security",
      "sso:CreateAccountAssignment",
      ', Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/aws-reserved/*" } }',
    ),
    says: /no group could administer Identity Center/,
  },
  {
    what: "takes an account's roles from its deploy role",
    edit: scp("ou Workloads/Development", "iam:*"),
    says: /the deploy role in Development could not iam:CreateRole/,
  },
];

describe("the plan of a stack", () => {
  it("is whole for the shipped configuration", () => {
    const { codes, deployments } = planned([]);
    assert.deepEqual(codes, []);
    assert.deepEqual(deployments, ["dev", "prod"]);
  });

  for (const { what, edits, code, path, says } of cases) {
    it(`refuses ${what}`, () => {
      const { codes, deployments, expected, messages } = planned(edits);
      assert.deepEqual(codes, [`${expected} ${code} ${path}`]);
      assert.match(messages, says);
      assert.deepEqual(deployments, []);
    });
  }

  it("lets a lock-out pass that security.yaml overrides, until the day it names", () => {
    const override = (until: string): Record<string, string> => ({
      "security.yaml": `lock-out-overrides:\n  deployer-locked-out: { reason: x, owner: SecurityTeam, until: ${until} }\n`,
    });
    const edits: Spoiled["edits"] = [["base.yaml", "deployer: pipeline access", "deployer: pipeline acess"]];
    const { codes, deployments } = planned(edits, override("2026-11-25"));
    assert.deepEqual(codes, [
      "base.yaml:15:13 lock-out-overridden organization.deployer",
      "security.yaml:2:65 ends-soon lock-out-overrides.deployer-locked-out.until",
    ]);
    assert.deepEqual(deployments, ["dev", "prod"]);
    const ended = planned(edits, override("2026-11-24"));
    assert.match(ended.codes.join(), / deployer-locked-out .* override-expired /u);
    assert.deepEqual(ended.deployments, []);
  });

  it("refuses a set for administrators in the hands of other groups, and one that there is not", () => {
    const named = (set: string, group: string): Record<string, string> => ({
      "security.yaml": `administrators:\n  ${set}: { groups: [${group}], reason: Repairs, owner: SecurityTeam }\n`,
    });
    assert.deepEqual(planned([], named("IdentityCenterAdmin", "Operations")).codes, []);
    const { codes, deployments } = planned([], named("IdentityCenterAdmin", "SecurityTeam"));
    assert.equal(codes.length, 1, codes.join());
    assert.match(codes[0] ?? "", /^prod\.yaml:\d+:\d+ administrator access\.Operations\.Security$/u);
    assert.deepEqual(deployments, []);
    assert.match(planned([], named("IdentityCentreAdmin", "Operations")).codes.join(), / unknown-permission-set /u);
  });

  for (const { what, edit, says } of guardrails) {
    it(`refuses a guardrail that ${what}`, () => {
      const { codes, deployments, expected, messages } = planned([edit]);
      assert.deepEqual(codes, [`${expected} guardrail-locks-out guardrails.mistake`]);
      assert.match(messages, says);
      assert.deepEqual(deployments, []);
    });
  }

  it("refuses a guardrail that shuts the deployer out of more accounts than an override knows of", () => {
    const override =
      "lock-out-overrides:\n  deployer-locked-out: { reason: x, owner: SecurityTeam, until: 2027-03-31 }\n";
    const { codes, deployments, expected } = planned(
      [
        [
          "base.yaml",
          "- assume roles: securecart-deploy\n          in: all accounts",
          "- assume roles: securecart-deploy\n          in: all accounts except Production",
        ],
        scp("root", "sts:AssumeRole"),
      ],
      { "security.yaml": override },
    );
    assert.deepEqual(codes, [
      "base.yaml:15:13 lock-out-overridden organization.deployer",
      `${expected} guardrail-locks-out guardrails.mistake`,
    ]);
    assert.deepEqual(deployments, []);
  });

  it("lets a guardrail pass that excepts whoever it would shut out", () => {
    const [file, from, to] = scp("root", "sts:AssumeRole");
    const excepted =
      "    exceptions:\n      pipeline access: { reason: It deploys, owner: SecurityTeam, review: 2027-06-30 }\n";
    assert.deepEqual(planned([[file, from, to.replace("▸", "") + excepted]]).codes, []);
  });

  it("lets no guardrail pass by the exception of a role that is only called alike", () => {
    const [file, from, to] = scp("root", "sts:AssumeRole");
    const excepted =
      "    exceptions:\n      role access: { reason: It deploys, owner: SecurityTeam, review: 2027-06-30 }\n";
    const { codes, expected } = planned([[file, from, to + excepted]]);
    assert.deepEqual(codes, [`${expected} guardrail-locks-out guardrails.mistake`]);
  });

  it("lets a guardrail say about the management account what it will: none binds it", () => {
    const edit = guardrail(
      "service-control-policy",
      "root",
      '{ Effect: Deny, Action: "organizations:*", Resource: "*" }',
    );
    assert.deepEqual(planned([[edit[0], edit[1], edit[2].replace("▸", "")]]).codes, []);
  });

  it("judges a deployer outside of the configuration by the guardrails that bind it", () => {
    const deployer: [string, string, string] = [
      "base.yaml",
      "deployer: pipeline access",
      "deployer: arn:aws:iam::333344445555:role/ci",
    ];
    const { codes, messages, expected } = planned([deployer, scp("DevOps", "sts:AssumeRole")]);
    assert.deepEqual(codes, [`${expected} guardrail-locks-out guardrails.mistake`]);
    assert.match(messages, /role\/ci could not assume/);
  });

  it("lets a role outside of the configuration deploy", () => {
    const { codes } = planned([
      ["base.yaml", "deployer: pipeline access", "deployer: arn:aws:iam::999999999999:role/ci"],
    ]);
    assert.deepEqual(codes, []);
  });

  it("lets a group deploy that may assume every deploy role", () => {
    const { codes } = planned([
      ["base.yaml", "deployer: pipeline access", "deployer: group Operations"],
      [
        "prod.yaml",
        "    aws-managed-policies: [AWSSSOMemberAccountAdministrator]\n",
        "    aws-managed-policies: [AWSSSOMemberAccountAdministrator]\n    allow:\n      - assume roles: securecart-deploy\n        in: all accounts\n",
      ],
    ]);
    assert.deepEqual(codes, []);
  });
});

/** Plans a copy of the shipped configuration with edits. */
function planned(edits: Spoiled["edits"], files: Record<string, string> = {}) {
  const directory = mkdtempSync(join(tmpdir(), "plan-"));
  try {
    let expected = "";
    for (const file of readdirSync("config").filter((name) => name.endsWith(".yaml"))) {
      let text = readFileSync(join("config", file), "utf8");
      for (const [, from, to] of edits.filter(([edited]) => edited === file)) {
        assert.equal(text.split(from).length, 2, `${file} holds "${from}" once`);
        text = text.replace(from, () => to);
      }
      text.split("\n").forEach((line, at) => {
        if (line.includes("▸")) expected = `${file}:${at + 1}:${line.indexOf("▸") + 1}`;
      });
      writeFileSync(join(directory, file), text.replace("▸", ""));
    }
    for (const [file, text] of Object.entries(files)) writeFileSync(join(directory, file), text);
    const { diagnostics, deployments } = plan(join(directory, "prod.yaml"), { today: "2026-11-25" });
    return {
      expected,
      codes: diagnostics.map(
        ({ file, line, column, code, path }) => `${file.slice(directory.length + 1)}:${line}:${column} ${code} ${path}`,
      ),
      messages: diagnostics.map(({ message }) => message).join("\n"),
      deployments: deployments.map(({ stack }) => stack).sort(),
    };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

import assert from "node:assert/strict";
import { type Bearer, bearerNamed, stacks } from "./bearers.ts";
import { can } from "./changes.ts";
import { trusts } from "./expectation.ts";

const secret = (name: string): string => `arn:aws:secretsmanager:eu-central-1:{account}:secret:${name}`;
const key = "arn:aws:kms:eu-central-1:{account}:key/1234abcd-12ab-34cd-56ef-1234567890ab";

describe("S2 EC2 instances read product images through an instance profile", () => {
  for (const [stack, account, bucket] of [
    ["dev", "Development", "securecart-dev-product-images"],
    ["prod", "Production", "securecart-product-images"],
  ] as const) {
    const role = bearerNamed(`workload product-images in ${account}`);

    it(`has the profile that instances in ${account} are started with`, () => {
      const workload = stacks[stack]!.workloads.find(({ role: { arn } }) => arn === role.roleArn);
      assert.equal(workload?.runsOn, "ec2");
      assert.equal(workload.instanceProfile, "product-images");
    });

    it(`lets EC2, and nobody else, use the role in ${account}`, () => {
      assert.ok(trusts(role, "service ec2.amazonaws.com"));
      assert.ok(!trusts(role, "service lambda.amazonaws.com"));
      assert.ok(!trusts(role, "role arn:aws:iam::{account}:role/anybody"));
    });

    it(`reads the images in ${account}, and does nothing else to them`, () => {
      assert.ok(can(role, `s3:GetObject on arn:aws:s3:::${bucket}/products/mug.jpg`));
      for (const action of ["s3:PutObject", "s3:DeleteObject", "s3:PutObjectAcl"]) {
        assert.ok(!can(role, `${action} on arn:aws:s3:::${bucket}/products/mug.jpg`), action);
      }
      assert.ok(!can(role, "s3:GetObject on arn:aws:s3:::securecart-customer-data/2027/orders.csv"));
    });
  }
});

describe("S3 the Lambda function that processes payments reads its secrets", () => {
  const role = bearerNamed("workload payments-processor in Production");
  const throughSecretsManager = "kms:ViaService=secretsmanager.eu-central-1.amazonaws.com";

  it("through its role, which Lambda alone can use", () => {
    assert.ok(trusts(role, "service lambda.amazonaws.com"));
    assert.ok(!trusts(role, "service ec2.amazonaws.com"));
  });

  it("reads its own secrets and no other", () => {
    assert.ok(can(role, `secretsmanager:GetSecretValue on ${secret("payments/stripe-api-key-AbCdEf")}`));
    assert.ok(can(role, `secretsmanager:GetSecretValue on ${secret("payments/webhook-signing-AbCdEf")}`));
    for (const other of [
      "payments/stripe-api-key-backup-AbCdEf",
      "payments/payroll-AbCdEf",
      "storefront/session-key-AbCdEf",
    ]) {
      assert.ok(!can(role, `secretsmanager:GetSecretValue on ${secret(other)}`), other);
    }
    assert.ok(!can(role, `secretsmanager:PutSecretValue on ${secret("payments/stripe-api-key-AbCdEf")}`));
  });

  it("decrypts with the payments key, through Secrets Manager only", () => {
    assert.ok(can(role, `kms:Decrypt on ${key} when kms:ResourceAliases=alias/payments ${throughSecretsManager}`));
    assert.ok(!can(role, `kms:Decrypt on ${key} when kms:ResourceAliases=alias/payments`));
    assert.ok(!can(role, `kms:Decrypt on ${key} when kms:ResourceAliases=alias/customers ${throughSecretsManager}`));
    assert.ok(!can(role, `kms:Decrypt on ${key} when ${throughSecretsManager}`));
    assert.ok(!can(role, `kms:Encrypt on ${key} when kms:ResourceAliases=alias/payments ${throughSecretsManager}`));
  });
});

describe("S6 applications on ECS have a task role and an execution role", () => {
  const task = bearerNamed("workload storefront-web in Production");
  const execution = bearerNamed("execution-role storefront-web-execution in Production");
  const from = (account: string, arnAccount = account): string =>
    `service ecs-tasks.amazonaws.com when aws:SourceAccount=${account} aws:SourceArn=arn:aws:ecs:eu-central-1:${arnAccount}:task/storefront/01`;

  it("lets ECS use them for tasks of their own account only", () => {
    for (const role of [task, execution]) {
      assert.ok(trusts(role, from("{account}")), role.name);
      assert.ok(!trusts(role, from("999999999999")), role.name);
      assert.ok(!trusts(role, from("{account}", "999999999999")), role.name);
      assert.ok(!trusts(role, from("999999999999", "{account}")), role.name);
      assert.ok(!trusts(role, "service ecs-tasks.amazonaws.com"), role.name);
    }
  });

  it("keeps what starts a task apart from what the task does", () => {
    const requests: [string, Bearer, Bearer][] = [
      ["dynamodb:GetItem on arn:aws:dynamodb:eu-central-1:{account}:table/products", task, execution],
      ["sqs:SendMessage on arn:aws:sqs:eu-central-1:{account}:payments-requests", task, execution],
      ["ecr:BatchGetImage on arn:aws:ecr:eu-central-1:{DevOps}:repository/storefront", execution, task],
      [`secretsmanager:GetSecretValue on ${secret("storefront/session-key-AbCdEf")}`, execution, task],
    ];
    for (const [request, who, other] of requests) {
      assert.ok(can(who, request), `${who.name}: ${request}`);
      assert.ok(!can(other, request), `${other.name}: ${request}`);
    }
  });
});

import type { Given } from "../judge.ts";
import { one } from "./holders.ts";
import type { Row } from "./row.ts";
import { account } from "./statements.ts";

const variables = (value: Record<string, string>) =>
  one("aws:lambda/function:Function", { role: `arn:aws:iam::${account}:role/shop`, environment: { variables: value } });
/** Put together, so that nobody's scanner takes them for real ones. */
const joined = (...parts: string[]) => parts.join("");
const hex = "0123456789abcdef0123456789abcdef";
const mixed = "aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xYz1A2";
const digits = "123456789012";

const keys: Record<string, string> = {
  "AWS access key": joined("AK", "IAI44QH8DHB", "7SHOPKE"),
  "AWS temporary access key": joined("AS", "IAI44QH8DHB", "7SHOPKE"),
  "GitHub personal token": joined("gh", "p_", mixed),
  "GitHub OAuth token": joined("gh", "o_", mixed),
  "GitHub server token": joined("gh", "s_", mixed),
  "GitHub fine-grained token": joined("github", "_pat_", mixed.slice(0, 22), "_", (mixed + mixed).slice(0, 59)),
  "GitLab token": joined("gl", "pat-", mixed.slice(0, 20)),
  "Slack bot token": joined("xo", "xb-", digits, "-", digits, "-", mixed.slice(0, 24)),
  "Slack user token": joined("xo", "xp-", digits, "-", digits, "-", digits, "-", hex),
  "Slack app token": joined("xa", "pp-1-A0123456789-", digits, "-", hex + hex),
  "Slack webhook": joined("https://hooks.slack", ".com/services/T01234567/B01234567/", mixed.slice(0, 24)),
  "Stripe secret key": joined("sk", "_live_", mixed.slice(0, 24)),
  "Stripe restricted key": joined("rk", "_live_", mixed.slice(0, 24)),
  "Google API key": joined("AI", "za", mixed.slice(0, 35)),
  "SendGrid key": joined("S", "G.", mixed.slice(0, 22), ".", (mixed + mixed).slice(0, 43)),
  "npm token": joined("npm", "_", mixed),
  "PyPI token": joined("py", "pi-AgEIcHlwaS5vcmc", mixed, mixed),
  "Docker Hub token": joined("dckr", "_pat_", mixed.slice(0, 27)),
  "DigitalOcean token": joined("dop", "_v1_", hex, hex),
  "Vault token": joined("hv", "s.", mixed.slice(0, 24), mixed, mixed),
  "Terraform Cloud token": joined(mixed.slice(0, 14), ".atlas", "v1.", mixed, mixed.slice(0, 31)),
  "Databricks token": joined("da", "pi", hex),
  "Shopify token": joined("shp", "at_", hex),
  "Anthropic key": joined("sk-", "ant-api03-", mixed, mixed, mixed.slice(0, 21), "AA"),
  "OpenAI project key": joined("sk-", "proj-", mixed, mixed),
  "Hugging Face token": joined("h", "f_", mixed.slice(0, 34)),
  "Pulumi token": joined("pu", "l-", hex, hex.slice(0, 8)),
  "Grafana token": joined("gl", "sa_", mixed.slice(0, 32), "_0123abcd"),
  "New Relic key": joined("NR", "AK-", "ABCDEFGHJKLMNPQRSTUVWXYZ012"),
  "Mailgun key": joined("key", "-", hex),
  "Linear key": joined("lin", "_api_", mixed, mixed.slice(0, 4)),
  "Postman key": joined("PM", "AK-", hex.slice(0, 24), "-", hex, hex.slice(0, 2)),
  "Atlassian token": joined("ATA", "TT3xFfGF0", mixed, mixed, mixed, mixed),
  "age key": joined("AGE-SECRET-", "KEY-1", "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7LQPZRY9X8GF2TVDW0S3JN54KHCE"),
  "Azure storage key": joined(
    "DefaultEndpointsProtocol=https;AccountName=shop;Account",
    "Key=",
    mixed,
    mixed,
    mixed.slice(0, 14),
    "==",
  ),
  "OpenSSH private key": joined(
    "-----BEGIN OPENSSH PRI",
    "VATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n-----END OPENSSH PRIVATE KEY-----",
  ),
  "PKCS #8 private key": joined(
    "-----BEGIN PRI",
    "VATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----",
  ),
  "EC private key": joined(
    "-----BEGIN EC PRI",
    "VATE KEY-----\nMHcCAQEEIIrYSSNQFaA2Hwf1duRSxKtL\n-----END EC PRIVATE KEY-----",
  ),
  "PGP private key": joined("-----BEGIN PGP PRI", "VATE KEY BLOCK-----\n\nlQOYBF\n-----END PGP PRIVATE KEY BLOCK-----"),
};
const id = keys["AWS access key"]!;
const secret = joined("wJalrXUtnFEMI/K7MDENG/", "bPxRfiCYzSHOPSHOPK");
const base64 = (text: string) => Buffer.from(text).toString("base64");

/** Keys that stand where anybody who may look at a resource reads them. */
export const clearText: Record<string, Row<Given[]>> = {
  "keys by their shape": {
    bad: Object.values(keys).map((key) => variables({ TOKEN: key })),
    good: [
      variables({ STRIPE_PUBLISHABLE_KEY: joined("pk", "_live_", mixed.slice(0, 24)) }),
      variables({ CERTIFICATE: "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----" }),
      variables({
        SSH_PUBLIC: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl ops@example.com",
      }),
      variables({ COMMIT: "da39a3ee5e6b4b0d3255bfef95601890afd80709", DIGEST: `sha256:${hex}${hex}` }),
      variables({ IMAGE: `${account}.dkr.ecr.eu-central-1.amazonaws.com/shop@sha256:${hex}${hex}` }),
      variables({ CONFIG_PATH: "/opt/shop/config/production/settings1234" }),
      variables({ SECRET_NAME: "shop/production/database/credentials-v2x" }),
      variables({ SECRET_ARN: `arn:aws:secretsmanager:eu-central-1:${account}:secret:shop/db-AbCdEf` }),
      variables({ AWS_SECRET_ACCESS_KEY_PARAMETER: "/shop/production/aws/secret/access/key00" }),
      variables({ USER_POOL_ID: "eu-central-1_aBcDeFgHi", CLIENT_ID: "1h57kf5cpq17m0eml12EXAMPLE" }),
      variables({ HOSTED_ZONE: "Z2FDTNDATAQYW2", DISTRIBUTION: "E2QWRUHAPOMQZL", ROLE_ID: "AROAJ2UCCR6DPCEXAMPLE" }),
      variables({ QUEUE_URL: `https://sqs.eu-central-1.amazonaws.com/${account}/orders` }),
      variables({ WEBHOOK: "https://hooks.example.com/services/orders" }),
      variables({ FEATURE: "sk-learn", PACKAGE: "npm_config_cache", KIND: "key-value-store", PAGE: "SG.html" }),
      one("aws:secretsmanager/secretVersion:SecretVersion", { secretId: "s", secretString: "hunter2" }),
      one("aws:ec2/keyPair:KeyPair", { publicKey: "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC7 ops@example.com" }),
      one("aws:iam/role:Role", { assumeRolePolicy: "", tags: { owner: "platform", "cost-center": "4711" } }),
    ],
  },
  "keys by their place": {
    bad: [
      variables({ AWS_SECRET_ACCESS_KEY: secret }),
      variables({ aws_secret_access_key: secret }),
      variables({ DATA: JSON.stringify({ accessKeyId: id, secretAccessKey: secret }) }),
      one("aws:ec2/launchConfiguration:LaunchConfiguration", { userData: `export AWS_ACCESS_KEY_ID=${id}` }),
      one("aws:ec2/launchTemplate:LaunchTemplate", {
        userData: base64(`#!/bin/sh\nexport AWS_ACCESS_KEY_ID=${id}\nexport AWS_SECRET_ACCESS_KEY=${secret}`),
      }),
      one("aws:ec2/instance:Instance", { userData: `#!/bin/sh\naws configure set aws_secret_access_key ${secret}\n` }),
      one("aws:ec2/spotInstanceRequest:SpotInstanceRequest", { userData: `AWS_ACCESS_KEY_ID=${id}` }),
      one("aws:batch/jobDefinition:JobDefinition", {
        type: "container",
        containerProperties: JSON.stringify({ image: "i", environment: [{ name: "AWS_ACCESS_KEY_ID", value: id }] }),
      }),
      one("aws:elasticbeanstalk/environment:Environment", {
        settings: [{ namespace: "aws:elasticbeanstalk:application:environment", name: "AWS_ACCESS_KEY_ID", value: id }],
      }),
      one("aws:amplify/app:App", { environmentVariables: { AWS_ACCESS_KEY_ID: id } }),
      one("aws:glue/job:Job", { defaultArguments: { "--aws_access_key_id": id } }),
      one("aws:sagemaker/model:Model", { primaryContainer: { environment: { AWS_ACCESS_KEY_ID: id } } }),
      one("aws:ssm/parameter:Parameter", { type: "String", name: "/shop/key", value: id }),
      one("aws:cloudformation/stack:Stack", { parameters: { AccessKey: id } }),
      one("aws:lightsail/instance:Instance", { userData: `AWS_ACCESS_KEY_ID=${id}` }),
      one("aws:sfn/stateMachine:StateMachine", {
        definition: JSON.stringify({ States: { a: { Parameters: { key: id } } } }),
      }),
      one("aws:ecs/taskDefinition:TaskDefinition", {
        containerDefinitions: JSON.stringify([
          { name: "a", command: ["run", `--token=${keys["GitHub personal token"]!}`] },
        ]),
      }),
      one("aws:codebuild/project:Project", {
        source: { buildspec: `env:\n  variables:\n    AWS_ACCESS_KEY_ID: ${id}\n` },
      }),
      one("aws:s3/bucketObject:BucketObject", { bucket: "b", key: "config.json", content: JSON.stringify({ id }) }),
      one("aws:ec2/instance:Instance", { tags: { note: `key ${id}` } }),
      one("pulumi:providers:aws", { accessKey: id, secretKey: secret }),
      one("pulumi:providers:aws", { secretKey: secret }),
    ],
    good: [
      one("pulumi:providers:aws", {
        region: "eu-central-1",
        assumeRoles: JSON.stringify([{ roleArn: `arn:aws:iam::${account}:role/deploy` }]),
      }),
      one("aws:ssm/parameter:Parameter", { type: "String", name: "/shop/table", value: "orders" }),
      one("aws:ec2/launchTemplate:LaunchTemplate", {
        userData: base64("#!/bin/sh\nyum install -y amazon-cloudwatch-agent\n"),
      }),
      one("aws:ec2/instance:Instance", {
        userData: `#!/bin/sh\nexport KEY=$(aws ssm get-parameter --name /shop/aws-secret-access-key --with-decryption --query Parameter.Value)\nexport AWS_SECRET_ACCESS_KEY=$KEY\n`,
      }),
      one("aws:ecs/taskDefinition:TaskDefinition", {
        containerDefinitions: JSON.stringify([
          {
            name: "a",
            secrets: [
              { name: "AWS_SECRET_ACCESS_KEY", valueFrom: `arn:aws:ssm:eu-central-1:${account}:parameter/shop/key` },
            ],
          },
        ]),
      }),
      one("aws:codebuild/project:Project", {
        environment: {
          environmentVariables: [{ name: "AWS_ACCESS_KEY_ID", type: "PARAMETER_STORE", value: "/shop/key" }],
        },
      }),
      one("aws:lambda/function:Function", { code: "", sourceCodeHash: "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=" }),
      one("aws:kms/ciphertext:Ciphertext", { keyId: "k", plaintext: "shop" }),
      variables({
        ENCRYPTED:
          "AQICAHhQZrbVpJvHbHTl5pN8zE0Fv3M9F8mKqZl0HMWJqk0J0gGr6yW5lqB2VqkDqfJxVbO9AAAAajBoBgkqhkiG9w0BBwagWzBZAgEAMFQGCSqGSIb3DQEHATAeBglghkgBZQMEAS4wEQQM",
      }),
    ],
  },
};

import type { Given } from "../policypack/judge.ts";

const account = "111122223333";

/**
 * A stack of so many resources that no rule refuses: services, each with a role, policies of its own and attached, what it
 * keeps things in and who may use that; besides, permission sets with their policies and assignments.
 */
export function shop(size: number): Given[] {
  const resources: Given[] = [];
  for (let index = 0; resources.length < size; index++) resources.push(...service(index), ...permissionSet(index));
  return resources.slice(0, size);
}

const document = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });

function service(index: number): Given[] {
  const name = `service-${index}`;
  const role = `arn:aws:iam::${account}:role/${name}`;
  const key = `arn:aws:kms:eu-central-1:${account}:key/00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;
  const owner = { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: "kms:*", Resource: "*" };
  const rights = document(
    { Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"], Resource: `arn:aws:s3:::${name}/*` },
    {
      Effect: "Allow",
      Action: ["sqs:SendMessage", "sqs:ReceiveMessage"],
      Resource: `arn:aws:sqs:eu-central-1:${account}:${name}`,
    },
    { Effect: "Allow", Action: ["ec2:DescribeInstances", "ec2:DescribeSubnets"], Resource: "*" },
  );
  const shared = document(
    {
      Effect: "Allow",
      Action: "secretsmanager:GetSecretValue",
      Resource: `arn:aws:secretsmanager:eu-central-1:${account}:secret:${name}/*`,
    },
    { Effect: "Allow", Action: "kms:Decrypt", Resource: key },
    { Effect: "Deny", Action: "rds:Delete*", Resource: "*" },
  );
  const one = (type: string, props: Record<string, unknown>, part = ""): Given => ({ type, name: name + part, props });
  return [
    one("aws:iam/role:Role", {
      name,
      assumeRolePolicy: document({
        Effect: "Allow",
        Principal: { Service: "lambda.amazonaws.com" },
        Action: "sts:AssumeRole",
      }),
    }),
    one("aws:iam/rolePolicy:RolePolicy", { role: name, policy: rights }),
    one("aws:iam/policy:Policy", { name, policy: shared }),
    one("aws:iam/rolePolicyAttachment:RolePolicyAttachment", {
      role: name,
      policyArn: `arn:aws:iam::${account}:policy/${name}`,
    }),
    one(
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      { role: name, policyArn: "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole" },
      "-logs",
    ),
    one("aws:lambda/function:Function", {
      name,
      role,
      runtime: "nodejs24.x",
      handler: "index.handler",
      environment: { variables: { STAGE: "prod" } },
    }),
    one("aws:lambda/permission:Permission", {
      function: name,
      action: "lambda:InvokeFunction",
      principal: "s3.amazonaws.com",
      sourceArn: `arn:aws:s3:::${name}`,
      sourceAccount: account,
    }),
    one("aws:s3/bucket:Bucket", { bucket: name }),
    one("aws:s3/bucketPolicy:BucketPolicy", {
      bucket: name,
      policy: document(
        { Effect: "Allow", Principal: { AWS: role }, Action: "s3:GetObject", Resource: `arn:aws:s3:::${name}/*` },
        {
          Effect: "Deny",
          Principal: "*",
          Action: "s3:*",
          Resource: [`arn:aws:s3:::${name}`, `arn:aws:s3:::${name}/*`],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ),
    }),
    one("aws:kms/key:Key", { description: name, policy: document(owner) }),
    one("aws:sqs/queue:Queue", { name }),
    one("aws:cloudwatch/logGroup:LogGroup", { name: `/aws/lambda/${name}`, retentionInDays: 30 }),
    one("aws:ec2/securityGroup:SecurityGroup", { name, description: name, vpcId: "vpc-0123456789abcdef0" }),
    one("aws:dynamodb/table:Table", {
      name,
      billingMode: "PAY_PER_REQUEST",
      hashKey: "id",
      attributes: [{ name: "id", type: "S" }],
    }),
  ];
}

function permissionSet(index: number): Given[] {
  const name = `set-${index}`;
  const instanceArn = "arn:aws:sso:::instance/ssoins-0123456789abcdef";
  const permissionSetArn = `arn:aws:sso:::permissionSet/ssoins-0123456789abcdef/ps-${String(index).padStart(16, "0")}`;
  return [
    { type: "aws:ssoadmin/permissionSet:PermissionSet", name, props: { name, instanceArn, sessionDuration: "PT8H" } },
    {
      type: "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
      name,
      props: {
        instanceArn,
        permissionSetArn,
        inlinePolicy: document({
          Effect: "Allow",
          Action: ["logs:GetLogEvents", "logs:FilterLogEvents"],
          Resource: `arn:aws:logs:eu-central-1:${account}:log-group:/aws/lambda/service-${index}:*`,
        }),
      },
    },
    {
      type: "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment",
      name,
      props: { instanceArn, permissionSetArn, managedPolicyArn: "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess" },
    },
    {
      type: "aws:ssoadmin/accountAssignment:AccountAssignment",
      name,
      props: {
        instanceArn,
        permissionSetArn,
        principalType: "GROUP",
        principalId: "9067-1",
        targetType: "AWS_ACCOUNT",
        targetId: account,
      },
    },
  ];
}

/** Events as CloudTrail records them, and the alarms that each has to raise. */
export interface Recorded {
  what: string;
  raises: string[];
  event: Record<string, unknown>;
}

const management = "111122223333";
const production = "444455556666";

const user = (name: string, account = management) => ({
  type: "IAMUser",
  principalId: "AIDAEXAMPLEEXAMPLE12",
  arn: `arn:aws:iam::${account}:user/break-glass/${name}`,
  accountId: account,
  userName: name,
});

const session = (role: string, account: string, path = "/") => ({
  type: "AssumedRole",
  principalId: "AROAEXAMPLEEXAMPLE12:alex",
  arn: `arn:aws:sts::${account}:assumed-role/${role}/alex`,
  accountId: account,
  sessionContext: {
    sessionIssuer: {
      type: "Role",
      principalId: "AROAEXAMPLEEXAMPLE12",
      arn: `arn:aws:iam::${account}:role${path}${role}`,
      accountId: account,
      userName: role,
    },
    attributes: { mfaAuthenticated: "true" },
  },
});

const root = (account: string) => ({
  type: "Root",
  principalId: account,
  arn: `arn:aws:iam::${account}:root`,
  accountId: account,
});

const call = (eventSource: string, eventName: string, more: Record<string, unknown>) => ({
  eventVersion: "1.11",
  eventTime: "2026-11-29T03:00:00Z",
  eventSource: `${eventSource}.amazonaws.com`,
  eventName,
  awsRegion: "eu-central-1",
  sourceIPAddress: "203.0.113.64",
  readOnly: false,
  eventType: "AwsApiCall",
  managementEvent: true,
  ...more,
});

const signIn = (userIdentity: object, more: Record<string, unknown> = {}) =>
  call("signin", "ConsoleLogin", {
    userIdentity,
    eventType: "AwsConsoleSignIn",
    awsRegion: "us-east-1",
    responseElements: { ConsoleLogin: "Success" },
    additionalEventData: { MFAUsed: "Yes" },
    ...more,
  });

const assume = (userIdentity: object, roleArn: string, more: Record<string, unknown> = {}) =>
  call("sts", "AssumeRole", { userIdentity, requestParameters: { roleArn, roleSessionName: "alex" }, ...more });

const breakGlass = (account: string) => `arn:aws:iam::${account}:role/break-glass/BreakGlass`;

export const recorded: Recorded[] = [
  { what: "a break-glass user signs in", raises: ["break-glass-1-used"], event: signIn(user("break-glass-1")) },
  {
    what: "a break-glass user fails to sign in",
    raises: ["break-glass-2-used"],
    event: signIn(user("break-glass-2"), {
      responseElements: { ConsoleLogin: "Failure" },
      errorMessage: "Failed authentication",
    }),
  },
  {
    what: "a break-glass user only looks",
    raises: ["break-glass-1-used"],
    event: call("iam", "ListUsers", { userIdentity: user("break-glass-1"), readOnly: true }),
  },
  {
    what: "a break-glass user does something in another region",
    raises: ["break-glass-1-used"],
    event: call("ec2", "DescribeInstances", {
      userIdentity: user("break-glass-1"),
      readOnly: true,
      awsRegion: "ap-southeast-2",
    }),
  },
  {
    what: "a break-glass user takes on the role in another account",
    raises: ["break-glass-role-used", "break-glass-1-used"],
    event: assume(user("break-glass-1"), breakGlass(production), { recipientAccountId: production }),
  },
  {
    what: "somebody else is refused the role",
    raises: ["break-glass-role-used"],
    event: assume(session("Developer", production), breakGlass(production), { errorCode: "AccessDenied" }),
  },
  {
    what: "the role only looks, in another account and region",
    raises: ["break-glass-role-used"],
    event: call("s3", "GetBucketAcl", {
      userIdentity: session("BreakGlass", production, "/break-glass/"),
      readOnly: true,
      awsRegion: "eu-west-1",
      recipientAccountId: production,
    }),
  },
  {
    what: "root signs in to the management account",
    raises: ["root-used"],
    event: signIn(root(management)),
  },
  {
    what: "root of another account only looks",
    raises: ["root-used"],
    event: call("iam", "GetAccountSummary", { userIdentity: root(production), readOnly: true }),
  },
  {
    what: "a session by AssumeRoot deletes root's password",
    raises: ["root-used"],
    event: call("iam", "DeleteLoginProfile", {
      userIdentity: { ...root(production), sessionContext: { assumedRoot: "true", attributes: {} } },
    }),
  },
  {
    what: "a service acts in the name of root",
    raises: [],
    event: call("kms", "Decrypt", { userIdentity: { ...root(production), invokedBy: "autoscaling.amazonaws.com" } }),
  },
  {
    what: "a service reports what it did in an account",
    raises: [],
    event: call("kms", "RotateKey", { userIdentity: root(production), eventType: "AwsServiceEvent" }),
  },
  {
    what: "a service acts for itself",
    raises: [],
    event: call("sts", "AssumeRole", {
      userIdentity: { type: "AWSService", invokedBy: "ecs-tasks.amazonaws.com" },
      requestParameters: { roleArn: `arn:aws:iam::${production}:role/workloads/storefront-web` },
    }),
  },
  {
    what: "somebody works by an ordinary role",
    raises: [],
    event: call("ecs", "UpdateService", { userIdentity: session("AWSReservedSSO_DeploymentManager_0123", production) }),
  },
  {
    what: "the pipeline takes on its role",
    raises: [],
    event: assume(
      session("release", "333344445555", "/pipelines/"),
      `arn:aws:iam::${production}:role/pipelines/release`,
    ),
  },
  {
    what: "the program looks at the role and at the users",
    raises: [],
    event: call("iam", "GetRole", {
      userIdentity: session("securecart-deploy", management),
      requestParameters: { roleName: "BreakGlass", userName: "break-glass-1" },
      readOnly: true,
    }),
  },
  {
    what: "a role of a like name is used",
    raises: [],
    event: assume(session("Developer", production), `arn:aws:iam::${production}:role/NotBreakGlass`),
  },
  {
    what: "a user of a like name signs in",
    raises: [],
    event: signIn(user("break-glass-10")),
  },
];

import type { Row } from "./row.ts";
import { account } from "./statements.ts";

const assume = "sts:AssumeRole";
const trust = (Principal: unknown, Condition?: object, Action: unknown = assume) => ({
  Effect: "Allow",
  Principal,
  Action,
  ...(Condition && { Condition }),
});
const provider = (issuer: string) => ({ Federated: `arn:aws:iam::${account}:oidc-provider/${issuer}` });
const web = (issuer: string, Condition?: object) => trust(provider(issuer), Condition, "sts:AssumeRoleWithWebIdentity");
const github = "token.actions.githubusercontent.com";
const forAws = { [`${github}:aud`]: "sts.amazonaws.com" };
const repo = (operator: string, sub: unknown) => ({
  StringLike: forAws,
  [operator]: { ...(operator === "StringLike" && forAws), [`${github}:sub`]: sub },
});
const eks = "oidc.eks.eu-central-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE";
const gitlab = "gitlab.com";
const cognito = "cognito-identity.amazonaws.com";

/** Trust policies of roles. */
export const trusts: Record<string, Row> = {
  "trust-public": {
    bad: [
      trust({ AWS: "arn:aws:iam::*:root" }),
      trust({ "*": "*" }),
      trust(["*"]),

      trust("*"),
      trust({ AWS: "*" }),
      trust({ AWS: ["*"] }),
      trust({ AWS: [`arn:aws:iam::${account}:root`, "*"] }),
      trust({ Service: "ec2.amazonaws.com", AWS: "*" }),
      trust("*", undefined, "sts:*"),
      trust({ AWS: "*" }, undefined, ["sts:AssumeRole", "sts:TagSession"]),
      trust({ Service: "*" }),
      trust({ Federated: "*" }, undefined, "sts:AssumeRoleWithSAML"),
      { Effect: "Allow", NotPrincipal: { AWS: `arn:aws:iam::${account}:root` }, Action: assume },
      { Effect: "Allow", Principal: { AWS: "*" }, NotAction: "sts:TagSession" },
      [trust({ Service: "ec2.amazonaws.com" }), trust({ AWS: "*" })],
      '{"Statement":{"Principal":"\\u002a","Effect":"Allow","Action":"STS:assumerole"}}',
      trust("*", undefined, "sts:Assume*"),
      { Effect: "Allow", NotPrincipal: { Service: "ec2.amazonaws.com" }, Action: assume },
    ],
    good: [
      trust({ Service: "lambda.amazonaws.com" }),
      trust({ Service: ["ec2.amazonaws.com", "ssm.amazonaws.com"] }),
      trust({ Service: "ec2.amazonaws.com.cn" }),
      trust({ Service: "edgelambda.amazonaws.com" }),
      trust({ Service: "pods.eks.amazonaws.com" }, undefined, ["sts:AssumeRole", "sts:TagSession"]),
      trust({ Service: "scheduler.amazonaws.com" }, { StringEquals: { "aws:SourceAccount": account } }),
      trust({ AWS: `arn:aws:iam::${account}:role/deploy` }),
      [
        trust({ Service: "ec2.amazonaws.com" }),
        { Effect: "Deny", Principal: "*", Action: assume, Condition: { Bool: { "aws:SecureTransport": "false" } } },
      ],
      trust({ Service: "states.eu-central-1.amazonaws.com" }),
      '{"Version":"2008-10-17","Statement":{"Sid":"","Effect":"Allow","Principal":{"Service":"ecs.amazonaws.com"},"Action":"sts:AssumeRole"}}',
      trust({ Service: "monitoring.rds.amazonaws.com" }),
      trust({ Service: "vpc-flow-logs.amazonaws.com" }),
    ],
  },
  "trust-illusion": {
    bad: [
      trust({ AWS: "*" }, { StringLike: { "aws:PrincipalArn": "arn:aws:*:111122223333:*" } }),
      trust({ AWS: "*" }, { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }),
      trust({ AWS: "*" }, { StringNotLike: { "aws:PrincipalArn": "arn:aws:iam::444455556666:*" } }),

      trust({ AWS: "*" }, { Bool: { "aws:SecureTransport": "true" } }),
      trust({ AWS: "*" }, { Bool: { "aws:MultiFactorAuthPresent": "true" } }),
      trust({ AWS: "*" }, { StringEquals: { "sts:ExternalId": "secret" } }),
      trust({ AWS: "*" }, { StringEquals: { "sts:RoleSessionName": "ci" } }),
      trust({ AWS: "*" }, { StringLike: { "aws:PrincipalArn": "*" } }),
      trust({ AWS: "*" }, { StringLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/deploy" } }),
      trust({ AWS: "*" }, { StringNotEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }),
      trust({ AWS: "*" }, { StringEqualsIfExists: { "aws:SourceVpc": "vpc-1" } }),
      trust({ AWS: "*" }, { "ForAllValues:StringEquals": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*" } }),
      trust({ AWS: "*" }, { IpAddress: { "aws:SourceIp": "0.0.0.0/0" } }),
      trust({ AWS: "*" }, { StringEquals: { "aws:UserAgent": "deployer" } }),
      trust({ AWS: "*" }, { StringLike: { "aws:PrincipalOrgID": "o-*" } }),
      trust({ AWS: "*" }, { Null: { "aws:PrincipalOrgID": "false" } }),
      trust({ AWS: "*" }, { StringLike: { "aws:PrincipalAccount": "*" } }),
      trust({ AWS: "*" }, { StringEquals: { "aws:PrincipalTag/team": "shop" } }),
      trust({ AWS: "*" }, { StringEquals: { "aws:PrincipalType": "AssumedRole" } }),
      trust({ AWS: "*" }, { StringEquals: { "aws:RequestedRegion": "eu-central-1" } }),
      trust({ AWS: "*" }, { StringLike: { "aws:PrincipalArn": ["arn:aws:iam::111122223333:role/a", "*"] } }),
      trust({ AWS: "*" }, { ArnLike: { "aws:PrincipalArn": "arn:*:iam::*:*" } }),
      trust({ AWS: "*" }, { Bool: { "aws:PrincipalIsAWSService": "false" } }),
    ],
    good: [
      trust({ AWS: "*" }, { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }),
      trust({ AWS: "*" }, { ArnEquals: { "aws:PrincipalArn": `arn:aws:iam::${account}:role/deploy` } }),
      trust({ AWS: "*" }, { StringLike: { "aws:PrincipalArn": `arn:aws:iam::${account}:role/deploy-*` } }),
      trust(
        { AWS: "*" },
        { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*" } },
      ),
      trust({ AWS: `arn:aws:iam::${account}:role/deploy` }, { StringEquals: { "sts:ExternalId": "x" } }),
      trust(
        { AWS: "*" },
        { StringEquals: { "AWS:principalorgid": ["o-a1b2c3d4e5"] }, Bool: { "aws:SecureTransport": "true" } },
      ),
      trust(
        { AWS: "*" },
        {
          StringEquals: { "aws:PrincipalAccount": account },
          ArnLike: {
            "aws:PrincipalArn": `arn:aws:iam::${account}:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Admin_*`,
          },
        },
      ),
    ],
  },
  "trust-oidc": {
    bad: [
      web(github),
      web(github, { StringEquals: forAws }),
      web(github, repo("StringLike", "repo:*")),
      web(github, repo("StringLike", "*")),
      web(github, repo("StringLike", "repo:acme*")),
      web(github, repo("StringLike", "repo:acme*/*")),
      web(github, repo("StringLike", "repo:*/shop:*")),
      web(github, repo("StringLike", "*:ref:refs/heads/main")),
      web(github, repo("StringLike", ["repo:acme/shop:*", "repo:*"])),
      web(github, repo("StringLikeIfExists", "repo:acme/shop:*")),
      web(github, repo("ForAllValues:StringLike", "repo:acme/shop:*")),
      web(github, repo("StringNotEquals", "repo:evil/x:*")),
      web(github, { StringEquals: { [`${github}:sub`]: "repo:acme/shop:ref:refs/heads/main" } }),
      web(github, { StringLike: { [`${github}:aud`]: "*", [`${github}:sub`]: "repo:acme/shop:*" } }),
      web(github, repo("StringLike", "re?o:*")),
      web(eks),
      web(eks, { StringEquals: { [`${eks}:aud`]: "sts.amazonaws.com" } }),
      web(eks, {
        StringEquals: { [`${eks}:aud`]: "sts.amazonaws.com" },
        StringLike: { [`${eks}:sub`]: "system:serviceaccount:*" },
      }),
      web(eks, {
        StringEquals: { [`${eks}:aud`]: "sts.amazonaws.com" },
        StringLike: { [`${eks}:sub`]: "system:serviceaccount:*:*" },
      }),
      web(gitlab, { StringEquals: { [`${gitlab}:aud`]: "https://gitlab.com" } }),
      web(gitlab, {
        StringEquals: { [`${gitlab}:aud`]: "https://gitlab.com" },
        StringLike: { [`${gitlab}:sub`]: "project_path:*" },
      }),
      web("app.terraform.io", { StringEquals: { "app.terraform.io:aud": "aws.workload.identity" } }),
      web("app.terraform.io", {
        StringEquals: { "app.terraform.io:aud": "aws.workload.identity" },
        StringLike: { "app.terraform.io:sub": "organization:*:project:shop:*" },
      }),
      trust({ Federated: cognito }, undefined, "sts:AssumeRoleWithWebIdentity"),
      trust(
        { Federated: cognito },
        { StringEquals: { [`${cognito}:aud`]: "eu-central-1:x" } },
        "sts:AssumeRoleWithWebIdentity",
      ),
      trust({ Federated: "accounts.google.com" }, undefined, "sts:AssumeRoleWithWebIdentity"),
      trust({ Federated: "graph.facebook.com" }, undefined, "sts:AssumeRoleWithWebIdentity"),
      web("api.bitbucket.org/2.0/workspaces/acme/pipelines-config/identity/oidc"),
      web("oidc.circleci.com/org/11111111-2222-3333-4444-555555555555"),
      web(github, { StringEquals: { ...forAws, [`${github}:actor`]: "alice" } }),
      web("api.pulumi.com/oidc", { StringEquals: { "api.pulumi.com/oidc:aud": "aws:acme" } }),
      web(github, { StringEqualsIgnoreCase: forAws, StringLike: { [`${github}:sub`]: "repo:*:environment:prod" } }),
    ],
    good: [
      web(github, repo("StringEquals", "repo:acme/shop:ref:refs/heads/main")),
      web(github, repo("StringLike", "repo:acme/shop:*")),
      web(github, repo("StringLike", ["repo:acme/shop:ref:refs/heads/main", "repo:acme/web:environment:prod"])),
      web(github, repo("ForAnyValue:StringLike", "repo:acme/shop:ref:refs/tags/v*")),
      web(github, { StringLike: { [`${github}:sub`]: "repo:acme/shop:*", [`${github}:aud`]: "sts.amazonaws.com" } }),
      web(eks, {
        StringEquals: { [`${eks}:aud`]: "sts.amazonaws.com", [`${eks}:sub`]: "system:serviceaccount:shop:api" },
      }),
      web(eks, {
        StringEquals: { [`${eks}:aud`]: "sts.amazonaws.com" },
        StringLike: { [`${eks}:sub`]: "system:serviceaccount:shop:*" },
      }),
      web(gitlab, {
        StringEquals: { [`${gitlab}:aud`]: "https://gitlab.com" },
        StringLike: { [`${gitlab}:sub`]: "project_path:acme/shop:ref_type:branch:ref:main" },
      }),
      web("app.terraform.io", {
        StringEquals: { "app.terraform.io:aud": "aws.workload.identity" },
        StringLike: { "app.terraform.io:sub": "organization:acme:project:shop:workspace:prod:run_phase:*" },
      }),
      trust(
        { Federated: cognito },
        {
          StringEquals: { [`${cognito}:aud`]: "eu-central-1:11111111-2222-3333-4444-555555555555" },
          "ForAnyValue:StringLike": { [`${cognito}:amr`]: "authenticated" },
        },
        "sts:AssumeRoleWithWebIdentity",
      ),
      trust(
        { Federated: "graph.facebook.com" },
        { StringEquals: { "graph.facebook.com:app_id": "1234" } },
        "sts:AssumeRoleWithWebIdentity",
      ),
      trust(
        { Federated: `arn:aws:iam::${account}:saml-provider/okta` },
        { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } },
        "sts:AssumeRoleWithSAML",
      ),
      web("api.pulumi.com/oidc", {
        StringEquals: {
          "api.pulumi.com/oidc:aud": "aws:acme",
          "api.pulumi.com/oidc:sub": "pulumi:deploy:org:acme:project:shop:stack:prod:operation:up:scope:write",
        },
      }),
      web("oidc.circleci.com/org/11111111-2222-3333-4444-555555555555", {
        StringEquals: {
          "oidc.circleci.com/org/11111111-2222-3333-4444-555555555555:aud": "11111111-2222-3333-4444-555555555555",
        },
        StringLike: {
          "oidc.circleci.com/org/11111111-2222-3333-4444-555555555555:sub":
            "org/11111111-2222-3333-4444-555555555555/project/66666666-7777-8888-9999-000000000000/user/*",
        },
      }),
    ],
  },
};

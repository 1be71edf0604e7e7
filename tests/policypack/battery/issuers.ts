import type { Row } from "./row.ts";
import { account } from "./statements.ts";

const saml = `arn:aws:iam::${account}:saml-provider/entra`;
const federated = (Federated: unknown, Action: unknown, Condition?: object) => ({
  Effect: "Allow",
  Principal: { Federated },
  Action,
  ...(Condition && { Condition }),
});
const provider = (issuer: string) => `arn:aws:iam::${account}:oidc-provider/${issuer}`;
const web = (issuer: string, Condition?: object) =>
  federated(provider(issuer), "sts:AssumeRoleWithWebIdentity", Condition);

interface Issuer {
  issuer: string;
  aud: string;
  /** Subjects that pin who it is. */
  pins: string[];
  /** Subjects that anybody at the issuer has, or too many. */
  opens: string[];
}

const uuid = "11111111-2222-3333-4444-555555555555";
const workspace = "{11111111-2222-3333-4444-555555555555}";
const issuers: Issuer[] = [
  {
    issuer: "token.actions.githubusercontent.com",
    aud: "sts.amazonaws.com",
    pins: [
      "repo:acme/shop:environment:production",
      "repo:acme/shop:ref:refs/heads/release/*",
      "repo:acme/shop:pull_request",
      "repo:acme/*:ref:refs/heads/main",
    ],
    opens: [
      "repo:*:ref:refs/heads/main",
      "repo:ac*",
      "repo:?cme/shop:*",
      "*acme/shop*",
      "*:environment:production",
      "repo:acme?/shop:*",
    ],
  },
  {
    issuer: "token.actions.githubusercontent.com/acme-enterprise",
    aud: "sts.amazonaws.com",
    pins: ["repo:acme/shop:ref:refs/heads/main"],
    opens: ["*"],
  },
  {
    issuer: "gitlab.example.com",
    aud: "https://gitlab.example.com",
    pins: ["project_path:acme/shop:ref_type:branch:ref:main", "project_path:acme/platform/*:ref_type:tag:ref:v*"],
    opens: ["*", "project_path:*:ref_type:branch:ref:main"],
  },
  {
    issuer: "gitlab.com",
    aud: "https://gitlab.com",
    pins: ["project_path:acme/shop:ref_type:branch:ref:*"],
    opens: ["project_path:acme*:ref_type:branch:ref:main", "*:ref_type:branch:ref:main", "project_path:*/shop:*"],
  },
  {
    issuer: "api.bitbucket.org/2.0/workspaces/acme/pipelines-config/identity/oidc",
    aud: `ari:cloud:bitbucket::workspace/${uuid}`,
    pins: [`${workspace}:*`, `${workspace}*:*`, `${workspace}:{66666666-7777-8888-9999-000000000000}:*`],
    opens: ["*", "{*}:*", "{11111111-2222-3333-4444-*", `${uuid.slice(0, 24)}*:*`],
  },
  {
    issuer: `oidc.circleci.com/org/${uuid}`,
    aud: uuid,
    pins: [`org/${uuid}/project/66666666-7777-8888-9999-000000000000/user/*`],
    opens: ["*", "org/*"],
  },
  {
    issuer: "app.terraform.io",
    aud: "aws.workload.identity",
    pins: [
      "organization:acme:project:shop:workspace:prod:run_phase:apply",
      "organization:acme:project:shop:workspace:*:run_phase:*",
    ],
    opens: [
      "organization:*",
      "organization:ac*:project:shop:workspace:prod:run_phase:*",
      "*:workspace:prod:run_phase:*",
    ],
  },
  {
    issuer: "agent.buildkite.com",
    aud: "sts.amazonaws.com",
    pins: ["organization:acme:pipeline:shop:ref:refs/heads/main:commit:*:step:deploy"],
    opens: ["organization:*:pipeline:shop:*", "*", "organization:acme*"],
  },
  {
    issuer: "acme.app.spacelift.io",
    aud: "acme.app.spacelift.io",
    pins: ["space:prod-01:stack:infra:run_type:TRACKED:scope:write", "space:prod-01:*"],
    opens: ["*"],
  },
  {
    issuer: "oidc.vercel.com/acme",
    aud: "https://vercel.com/acme",
    pins: ["owner:acme:project:shop:environment:production", "owner:acme:project:shop:environment:*"],
    opens: ["*"],
  },
  {
    issuer: "oidc.vercel.com",
    aud: "https://vercel.com/acme",
    pins: ["owner:acme:project:shop:environment:production"],
    opens: ["owner:*:project:shop:environment:production"],
  },
  {
    issuer: `sts.windows.net/${uuid}/`,
    aud: "api://AzureADTokenExchange",
    pins: ["66666666-7777-8888-9999-000000000000"],
    opens: ["*"],
  },
  {
    issuer: `login.microsoftonline.com/${uuid}/v2.0`,
    aud: "66666666-7777-8888-9999-000000000000",
    pins: ["aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789_-AbCdE"],
    opens: ["*"],
  },
  {
    issuer: "oidc.eks.us-west-2.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF",
    aud: "sts.amazonaws.com",
    pins: ["system:serviceaccount:kube-system:aws-load-balancer-controller", "system:serviceaccount:shop:*"],
    opens: ["*", "system:serviceaccount:*", "system:*", "system:serviceaccount:?*:*"],
  },
  {
    issuer: "api.pulumi.com/oidc",
    aud: "aws:acme",
    pins: ["pulumi:deploy:org:acme:project:shop:*", "pulumi:environments:org:acme:env:shop/prod"],
    opens: ["pulumi:deploy:org:*", "pulumi:*"],
  },
  {
    issuer: "acme.semaphoreci.com",
    aud: "https://acme.semaphoreci.com",
    pins: [`org:acme:project:${uuid}:repo:shop:ref_type:branch:ref:refs/heads/main`],
    opens: ["*"],
  },
  {
    issuer: "oidc.fly.io/acme",
    aud: "sts.amazonaws.com",
    pins: ["acme:shop:*"],
    opens: ["*"],
  },
  {
    issuer: "id.example.org/realms/shop",
    aud: "aws",
    pins: ["service-account-deploy"],
    opens: ["*", "?*"],
  },
];

const github = "token.actions.githubusercontent.com";
const cognito = "cognito-identity.amazonaws.com";
const pool = "eu-central-1:11111111-2222-3333-4444-555555555555";
const byGithub = (sub: unknown) => ({ [`${github}:sub`]: sub, [`${github}:aud`]: "sts.amazonaws.com" });

/** Trusts in the tokens of others. */
export const tokens: Record<string, Row> = {
  "every issuer": {
    bad: issuers.flatMap(({ issuer, aud, opens }) => [
      web(issuer),
      web(issuer, { StringEquals: { [`${issuer}:aud`]: aud } }),
      ...opens.map((sub) =>
        web(issuer, { StringEquals: { [`${issuer}:aud`]: aud }, StringLike: { [`${issuer}:sub`]: sub } }),
      ),
    ]),
    good: issuers.flatMap(({ issuer, aud, pins }) =>
      pins.map((sub) =>
        web(issuer, { StringEquals: { [`${issuer}:aud`]: aud }, StringLike: { [`${issuer}:sub`]: sub } }),
      ),
    ),
  },
  "spellings of tokens": {
    bad: [
      web(github, { StringLike: byGithub(["repo:acme/shop:ref:refs/heads/main", "repo:*"]) }),
      web(github, { "ForAllValues:StringEquals": byGithub("repo:acme/shop:ref:refs/heads/main") }),
      web(github, { StringEqualsIfExists: byGithub("repo:acme/shop:ref:refs/heads/main") }),
      web(github, { StringNotLike: byGithub("repo:evil/*") }),
      web(github, { StringEquals: { "aws:SourceAccount": account }, StringLike: { [`${github}:aud`]: "*" } }),
      web(github, {
        StringEquals: { "gitlab.com:sub": "repo:acme/shop:ref:refs/heads/main", "gitlab.com:aud": "sts.amazonaws.com" },
      }),
      web(github, { Null: { [`${github}:sub`]: "false" }, StringEquals: { [`${github}:aud`]: "sts.amazonaws.com" } }),
      [
        web(github, { StringLike: byGithub("repo:acme/shop:*") }),
        web(github, { StringEquals: { [`${github}:aud`]: "sts.amazonaws.com" } }),
      ],
      federated(provider(github), "sts:*", { StringEquals: { [`${github}:aud`]: "sts.amazonaws.com" } }),
      federated(provider(github), ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"]),
      federated([provider("gitlab.com"), provider(github)], "sts:AssumeRoleWithWebIdentity"),
      federated(cognito, "sts:AssumeRoleWithWebIdentity", { StringLike: { [`${cognito}:aud`]: "*" } }),
      federated(cognito, "sts:AssumeRoleWithWebIdentity", {
        "ForAnyValue:StringLike": { [`${cognito}:amr`]: "authenticated" },
      }),
      federated(cognito, ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"], {
        StringEqualsIfExists: { [`${cognito}:aud`]: pool },
      }),
      federated("accounts.google.com", "sts:AssumeRoleWithWebIdentity", {
        StringLike: { "accounts.google.com:aud": "*" },
      }),
      federated("www.amazon.com", "sts:AssumeRoleWithWebIdentity"),
      web("accounts.google.com"),
      federated("arn:aws:iam::*:oidc-provider/*", "sts:AssumeRoleWithWebIdentity"),
    ],
    good: [
      web(github, {
        StringEquals: byGithub(["repo:acme/shop:ref:refs/heads/main", "repo:acme/web:ref:refs/heads/main"]),
      }),
      web(github, { "ForAnyValue:StringEquals": byGithub("repo:acme/shop:environment:prod") }),
      web(github, {
        "ForAllValues:StringEquals": { [`${github}:iss`]: "https://token.actions.githubusercontent.com" },
        StringLike: byGithub("repo:acme/shop:*"),
      }),
      web(github, {
        StringEquals: {
          "Token.Actions.GitHubUserContent.com:SUB": "repo:acme/shop:environment:prod",
          "Token.Actions.GitHubUserContent.com:AUD": ["sts.amazonaws.com", "https://github.com/acme"],
        },
      }),
      web(github, {
        StringLike: byGithub("repo:acme/shop:*"),
        StringEquals: { "aws:RequestedRegion": "eu-central-1" },
      }),
      [
        federated(provider(github), ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"], {
          StringEquals: byGithub("repo:acme/shop:environment:prod"),
        }),
        { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${account}:role/deploy` }, Action: "sts:AssumeRole" },
      ],
      federated(cognito, ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"], {
        StringEquals: { [`${cognito}:aud`]: [pool] },
        "ForAnyValue:StringEquals": { [`${cognito}:amr`]: "authenticated" },
      }),
      federated("accounts.google.com", "sts:AssumeRoleWithWebIdentity", {
        StringEquals: {
          "accounts.google.com:aud": "123456789012-abc.apps.googleusercontent.com",
          "accounts.google.com:sub": "110123456789012345678",
        },
      }),
      federated("www.amazon.com", "sts:AssumeRoleWithWebIdentity", {
        StringEquals: { "www.amazon.com:app_id": "amzn1.application-oa2-client.0123456789abcdef" },
      }),
      federated(saml, ["sts:AssumeRoleWithSAML", "sts:TagSession"], {
        StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" },
      }),
      federated(saml, "sts:AssumeRoleWithSAML", {
        StringEquals: {
          "SAML:aud": ["https://eu-central-1.signin.aws.amazon.com/saml", "https://signin.aws.amazon.com/saml"],
          "SAML:sub_type": "persistent",
        },
      }),
      federated("arn:aws-us-gov:iam::111122223333:saml-provider/okta", "sts:AssumeRoleWithSAML", {
        StringEquals: { "SAML:aud": "https://signin.amazonaws-us-gov.com/saml" },
      }),
      {
        Effect: "Allow",
        Principal: { Service: "pods.eks.amazonaws.com" },
        Action: ["sts:AssumeRole", "sts:TagSession"],
      },
      {
        Effect: "Allow",
        Principal: { Service: "pods.eks.amazonaws.com" },
        Action: ["sts:AssumeRole", "sts:TagSession"],
        Condition: {
          StringEquals: { "aws:SourceAccount": account },
          ArnEquals: { "aws:SourceArn": `arn:aws:eks:eu-central-1:${account}:cluster/shop` },
        },
      },
    ],
  },
};

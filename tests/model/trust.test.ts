import assert from "node:assert/strict";
import { isTrustable, roleTrust, serviceTrust, trustedServices, webIdentityTrust } from "../../model/trust.ts";
import { service, session, trusts } from "./trusts.ts";

const place = { partition: "aws", accountId: "444455556666", region: "eu-central-1" };

/** The service as the YAML calls it, its principal, and the source that it names, where it names one. */
const services: [string, string, string?][] = [
  ["codebuild", "codebuild.amazonaws.com", "arn:aws:codebuild:eu-central-1:444455556666:project/release"],
  ["ec2", "ec2.amazonaws.com"],
  ["ecs", "ecs-tasks.amazonaws.com", "arn:aws:ecs:eu-central-1:444455556666:task/storefront/01"],
  ["eks", "pods.eks.amazonaws.com"],
  ["lambda", "lambda.amazonaws.com"],
  ["scheduler", "scheduler.amazonaws.com", "arn:aws:scheduler:eu-central-1:444455556666:schedule/default/nightly"],
  ["states", "states.amazonaws.com", "arn:aws:states:eu-central-1:444455556666:stateMachine:orders"],
];

describe("trust in a service", () => {
  it("is tested for every service of the table", () => {
    assert.deepEqual(
      services.map(([name]) => name),
      Object.keys(trustedServices),
    );
    for (const { page } of Object.values(trustedServices)) assert.match(page, /^https:\/\/docs\.aws\.amazon\.com\//);
  });

  for (const [name, principal, sourceArn] of services) {
    const trust = serviceTrust(name, place);
    const source = sourceArn === undefined ? {} : { "aws:SourceAccount": "444455556666", "aws:SourceArn": sourceArn };

    it(`lets ${principal} in, and nobody else`, () => {
      assert.ok(trusts(trust, service(principal, source)));
      assert.ok(!trusts(trust, service("glue.amazonaws.com", source)));
      assert.ok(!trusts(trust, session("arn:aws:iam::444455556666:role/admin", source)));
      assert.ok(!trusts(trust, { principalKind: "anonymous", context: source }));
    });

    if (sourceArn !== undefined) {
      it(`lets ${principal} in for the role's own account and region only`, () => {
        const elsewhere = {
          "aws:SourceAccount": "999999999999",
          "aws:SourceArn": sourceArn.replace("444455556666", "999999999999"),
        };
        assert.ok(!trusts(trust, service(principal)));
        assert.ok(!trusts(trust, service(principal, elsewhere)));
        assert.ok(!trusts(trust, service(principal, { ...source, "aws:SourceAccount": "999999999999" })));
        assert.ok(!trusts(trust, service(principal, { ...source, "aws:SourceArn": elsewhere["aws:SourceArn"] })));
        assert.ok(
          !trusts(
            trust,
            service(principal, { ...source, "aws:SourceArn": sourceArn.replace("eu-central-1", "us-east-1") }),
          ),
        );
      });
    }
  }

  it("lets EKS tag its sessions, and in for the named service account only", () => {
    const trust = serviceTrust("eks", place, "shop/storefront");
    assert.deepEqual(trust.Statement[0]!.Action, ["sts:AssumeRole", "sts:TagSession"]);
    const pod = (namespace: string, account: string) =>
      service("pods.eks.amazonaws.com", {
        "aws:RequestTag/kubernetes-namespace": namespace,
        "aws:RequestTag/kubernetes-service-account": account,
      });
    assert.ok(trusts(trust, pod("shop", "storefront")));
    assert.ok(trusts(trust, { ...pod("shop", "storefront"), action: "sts:TagSession" }));
    assert.ok(!trusts(trust, pod("shop", "default")));
    assert.ok(!trusts(trust, pod("other", "storefront")));
    assert.ok(!trusts(trust, service("pods.eks.amazonaws.com")));
  });

  it("takes a service principal as it is written, without conditions that the service might not fulfil", () => {
    const trust = serviceTrust("glue.amazonaws.com", place);
    assert.deepEqual(trust.Statement, [
      { Effect: "Allow", Principal: { Service: "glue.amazonaws.com" }, Action: "sts:AssumeRole" },
    ]);
    assert.ok(trusts(trust, service("glue.amazonaws.com")));
  });

  it("is called as each partition calls it: of these, EC2 alone has a name of its own in China", () => {
    const china = { ...place, partition: "aws-cn", region: "cn-north-1" };
    for (const [name, principal] of services) {
      const trust = serviceTrust(name, china);
      assert.deepEqual(trust.Statement[0]!.Principal, { Service: name === "ec2" ? "ec2.amazonaws.com.cn" : principal });
      assert.doesNotMatch(JSON.stringify(trust), /arn:aws:/);
    }
  });

  it("is known by its name of the table or by a principal, and by nothing else", () => {
    for (const [name] of services) assert.ok(isTrustable(name));
    for (const text of ["glue.amazonaws.com", "ec2.amazonaws.com.cn", "pods.eks.amazonaws.com"])
      assert.ok(isTrustable(text), text);
    for (const text of [
      "glue",
      "*",
      "*.amazonaws.com",
      "amazonaws.com",
      "glue.example.com",
      "toString",
      "GLUE.amazonaws.com",
      "glue.amazonaws.com.evil.com",
    ]) {
      assert.ok(!isTrustable(text), text);
    }
  });
});

describe("trust in tokens", () => {
  const github = {
    arn: "arn:aws:iam::444455556666:oidc-provider/token.actions.githubusercontent.com",
    url: "https://token.actions.githubusercontent.com",
    audiences: ["sts.amazonaws.com"],
  };
  const gitlab = {
    arn: "arn:aws:iam::444455556666:oidc-provider/gitlab.com",
    url: "https://gitlab.com/",
    audiences: ["https://gitlab.com", "sts.amazonaws.com"],
  };
  const token = (provider: string, issuer: string, aud: string, sub: string) => ({
    principalKind: "web-identity" as const,
    principal: provider,
    context: { [`${issuer}:aud`]: aud, [`${issuer}:sub`]: sub },
    action: "sts:AssumeRoleWithWebIdentity",
  });
  const issuer = "token.actions.githubusercontent.com";

  for (const subject of [
    "repo:securecart/storefront:environment:production",
    "repo:securecart/storefront:ref:refs/heads/main",
  ]) {
    it(`takes exactly one subject of GitHub: ${subject}`, () => {
      const trust = webIdentityTrust(github, [subject]);
      assert.ok(trusts(trust, token(github.arn, issuer, "sts.amazonaws.com", subject)));
      for (const other of [
        `${subject}2`,
        subject.replace("securecart", "attacker"),
        "repo:securecart/storefront:pull_request",
        subject.toUpperCase(),
      ]) {
        assert.ok(!trusts(trust, token(github.arn, issuer, "sts.amazonaws.com", other)), other);
      }
      assert.ok(!trusts(trust, token(github.arn, issuer, "https://github.com/attacker", subject)));
      assert.ok(!trusts(trust, token(gitlab.arn, issuer, "sts.amazonaws.com", subject)));
      assert.ok(
        !trusts(trust, { ...token(github.arn, issuer, "sts.amazonaws.com", subject), action: "sts:AssumeRole" }),
      );
      assert.ok(!trusts(trust, { ...token(github.arn, issuer, "", ""), context: {} }));
    });
  }

  it("takes each of several subjects, and no other", () => {
    const subjects = ["repo:securecart/access:environment:dev", "repo:securecart/access:environment:prod"];
    const trust = webIdentityTrust(github, subjects);
    for (const subject of subjects) assert.ok(trusts(trust, token(github.arn, issuer, "sts.amazonaws.com", subject)));
    const other = "repo:securecart/access:environment:preview";
    assert.ok(!trusts(trust, token(github.arn, issuer, "sts.amazonaws.com", other)));
  });

  it("takes a subject to the letter, wildcards too", () => {
    const trust = webIdentityTrust(github, ["repo:securecart/*"]);
    assert.ok(
      !trusts(trust, token(github.arn, issuer, "sts.amazonaws.com", "repo:securecart/anything:ref:refs/heads/main")),
    );
  });

  it("takes GitLab's tokens, for each of several audiences", () => {
    const subject = "project_path:securecart/storefront:ref_type:branch:ref:main";
    const trust = webIdentityTrust(gitlab, [subject]);
    for (const audience of gitlab.audiences)
      assert.ok(trusts(trust, token(gitlab.arn, "gitlab.com", audience, subject)), audience);
    assert.ok(!trusts(trust, token(gitlab.arn, "gitlab.com", "https://gitlab.example", subject)));
    assert.ok(!trusts(trust, token(gitlab.arn, "gitlab.com", "https://gitlab.com", subject.replace("main", "topic"))));
  });
});

describe("trust in a role of another account", () => {
  const arn = "arn:aws:iam::333344445555:role/pipelines/release";
  const organization = "o-a1b2c3d4e5";
  const right = { "aws:PrincipalOrgID": organization, "sts:ExternalId": "securecart-release" };

  for (const [form, sameStack] of [
    ["made by this stack", true],
    ["made by another stack", false],
  ] as const) {
    const trust = roleTrust({ arn, accountId: "333344445555", sameStack }, organization, "aws", "securecart-release");

    it(`lets exactly that role in, ${form}`, () => {
      assert.ok(trusts(trust, session(arn, right)));
      for (const other of [
        arn.replace("release", "preview"),
        arn.replace("pipelines/", ""),
        arn.replace("333344445555", "999999999999"),
        `${arn}2`,
      ]) {
        assert.ok(!trusts(trust, session(other, right)), other);
      }
      assert.ok(
        !trusts(trust, { principalKind: "user", principal: "arn:aws:iam::333344445555:user/release", context: right }),
      );
    });

    it(`lets it in from the organization and with the external id only, ${form}`, () => {
      assert.ok(!trusts(trust, session(arn, { "aws:PrincipalOrgID": organization })));
      assert.ok(!trusts(trust, session(arn, { ...right, "sts:ExternalId": "other" })));
      assert.ok(!trusts(trust, session(arn, { "sts:ExternalId": "securecart-release" })));
      assert.ok(!trusts(trust, session(arn, { ...right, "aws:PrincipalOrgID": "o-zzzzzzzzzz" })));
    });

    it(`asks for no external id where there is none, ${form}`, () => {
      const without = roleTrust({ arn, accountId: "333344445555", sameStack }, organization, "aws");
      assert.ok(trusts(without, session(arn, { "aws:PrincipalOrgID": organization })));
      assert.doesNotMatch(JSON.stringify(without), /ExternalId/);
    });
  }

  it("names the role itself where it exists before, so that AWS pins it, else the account, which always exists", () => {
    const principal = (sameStack: boolean, partition = "aws") =>
      roleTrust({ arn, accountId: "333344445555", sameStack }, organization, partition).Statement[0]!.Principal;
    assert.deepEqual(principal(true), { AWS: arn });
    assert.deepEqual(principal(false), { AWS: "arn:aws:iam::333344445555:root" });
    assert.deepEqual(principal(false, "aws-us-gov"), { AWS: "arn:aws-us-gov:iam::333344445555:root" });
  });
});

import { Policy, Role, RolePolicy, RolePolicyAttachment } from "@pulumi/aws/iam/index.js";
import { Config, type Input, jsonStringify } from "@pulumi/pulumi";
import { Account } from "../../../../components/account.ts";
import { plan } from "../../../../model/plan.ts";

const { deployment } = plan(new Config().require("config"));
const [account] = deployment?.accounts ?? [];
if (account === undefined) throw new Error("The configuration has no account");
const parent = new Account(account);

const trust = (principal: string | object) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: principal, Action: "sts:AssumeRole" }],
  });
const allowing = (Action: string, Resource: string) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource }] });

const ceiling = new Policy("ceiling", { name: "ceiling", policy: allowing("*", "*") }, { parent });
const web = new Role(
  "web",
  { name: "web", assumeRolePolicy: trust({ Service: "ec2.amazonaws.com" }), permissionsBoundary: ceiling.arn },
  { parent },
);
new Role("open", { name: "open", assumeRolePolicy: trust("*") }, { parent });
new RolePolicy("all", { role: web.name, policy: allowing("*", "*") }, { parent });
new RolePolicy("data", { role: web.name, policy: allowing("s3:GetObject", "*") }, { parent });
new RolePolicy("fine", { role: web.name, policy: allowing("s3:GetObject", "arn:aws:s3:::images/*") }, { parent });
const later = jsonStringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "iam:GetRole", Resource: web.arn }],
});
new RolePolicy("later", { role: web.name, policy: later }, { parent });
const inPart = (Action: string, Resource: Input<string>[]) => ({
  Version: "2012-10-17" as const,
  Statement: [{ Effect: "Allow" as const, Action, Resource }],
});
new RolePolicy("in-part", { role: web.name, policy: inPart("iam:GetRole", [web.arn]) }, { parent });
new RolePolicy("all-in-part", { role: web.name, policy: inPart("s3:GetObject", [web.arn, "*"]) }, { parent });
const passing = new Policy("passing", { name: "passing", policy: allowing("iam:PassRole", "*") }, { parent });
new RolePolicyAttachment("passing", { role: web.name, policyArn: passing.arn }, { parent });
const administrator = "arn:aws:iam::aws:policy/AdministratorAccess";
new RolePolicyAttachment("administrator", { role: web.name, policyArn: administrator }, { parent });

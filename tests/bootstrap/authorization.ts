import type { ContextValues } from "../../iam/context.ts";
import { actionOf } from "../../sandbox/aws/action.ts";
import { auditAuthorization } from "./authorization-of-audit.ts";
import type { Recorded } from "./recording.ts";

/** What AWS asks IAM about before it does what was called. */
export interface Authorization {
  action: string;
  resource: string;
  context?: ContextValues;
}

/** Turns calls of one stack into questions; what a resource is called is told by the calls that made it. */
export function authorizations(calls: readonly Recorded[], accountId: (name: string) => string) {
  const made = new Map<string, { resource: string; boundary?: string }>();
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  const arnIn = (call: Recorded, rest: string) => `arn:aws:iam::${accountId(call.account)}:${rest}`;
  const key = ({ account }: Recorded, kind: string, name: unknown) => `${account} ${kind} ${text(name)}`;

  for (const call of calls) {
    const { RoleName, InstanceProfileName, UserName, Path, PermissionsBoundary } = call.input;
    if (call.operation === "CreateRole") {
      const resource = arnIn(call, `role${text(Path)}${text(RoleName)}`);
      made.set(key(call, "role", RoleName), { resource, boundary: text(PermissionsBoundary) });
    }
    if (call.service === "iam" && call.operation === "CreateUser") {
      made.set(key(call, "user", UserName), { resource: arnIn(call, `user${text(Path)}${text(UserName)}`) });
    }
    if (call.operation === "CreateInstanceProfile") {
      const resource = arnIn(call, `instance-profile${text(Path)}${text(InstanceProfileName)}`);
      made.set(key(call, "instance-profile", InstanceProfileName), { resource });
    }
  }

  function ofIam(call: Recorded): Authorization[] {
    const { input, operation } = call;
    const action = actionOf(call);
    const role = made.get(key(call, "role", input["RoleName"]));
    const user = made.get(key(call, "user", input["UserName"]));
    const profile = made.get(key(call, "instance-profile", input["InstanceProfileName"]));
    if (operation === "CreatePolicy")
      return [{ action, resource: arnIn(call, `policy${text(input["Path"])}${text(input["PolicyName"])}`) }];
    if (operation === "CreateOpenIDConnectProvider")
      return [{ action, resource: arnIn(call, `oidc-provider/${text(input["Url"]).replace("https://", "")}`) }];
    if (operation === "AddRoleToInstanceProfile")
      return [
        { action, resource: profile?.resource ?? "*" },
        {
          action: "iam:PassRole",
          resource: role?.resource ?? "*",
          context: { "iam:PassedToService": "ec2.amazonaws.com" },
        },
      ];
    if (user !== undefined) return [{ action, resource: user.resource }];
    if (profile !== undefined) return [{ action, resource: profile.resource }];
    const boundary = text(input["PermissionsBoundary"]) || role?.boundary;
    if (role !== undefined)
      return [
        { action, resource: role.resource, ...(boundary && { context: { "iam:PermissionsBoundary": boundary } }) },
      ];
    return [{ action, resource: text(input["PolicyArn"]) || text(input["OpenIDConnectProviderArn"]) || "*" }];
  }

  function ofIdentityCenter(call: Recorded): Authorization[] {
    const { InstanceArn, PermissionSetArn, TargetId, ResourceArn } = call.input;
    const account = TargetId === undefined ? [] : [`arn:aws:sso:::account/${text(TargetId)}`];
    const named = [InstanceArn, PermissionSetArn, ResourceArn].flatMap((arn) => text(arn) || []);
    const resources = [...named, ...account];
    return (resources.length === 0 ? ["*"] : resources).map((resource) => ({ action: actionOf(call), resource }));
  }

  function ofOrganizations(call: Recorded): Authorization[] {
    const { PolicyId, ResourceId, TargetId, Type, ServicePrincipal } = call.input;
    if (ServicePrincipal !== undefined) {
      const context = { "organizations:ServicePrincipal": text(ServicePrincipal) };
      return [{ action: actionOf(call), resource: "*", context }];
    }
    const arn = (kind: string, rest: string) =>
      `arn:aws:organizations::${accountId(call.account)}:${kind}/o-a1b2c3d4e5/${rest}`;
    // Which type a policy has, only its creation tells.
    const types = Type === undefined ? ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"] : [text(Type)];
    const policy = text(PolicyId) || text(ResourceId) || (Type === undefined ? "" : "p-12345678");
    const target = text(TargetId);
    const kind = target.startsWith("r-") ? "root" : target.startsWith("ou-") ? "ou" : "account";
    const resources = [
      ...(policy === "" ? [] : types.map((type) => arn("policy", `${type.toLowerCase()}/${policy}`))),
      ...(target === "" ? [] : [arn(kind, target)]),
    ];
    return (resources.length === 0 ? ["*"] : resources).map((resource) => ({ action: actionOf(call), resource }));
  }

  return (call: Recorded): Authorization[] => {
    if (call.service === "organizations") return ofOrganizations(call);
    if (call.service === "iam") return ofIam(call);
    if (call.service === "sso-admin") return ofIdentityCenter(call);
    return auditAuthorization(call, accountId(call.account));
  };
}

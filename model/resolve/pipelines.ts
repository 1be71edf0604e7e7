import type { PolicyDocument, Statement } from "../../iam/document.ts";
import type { DeploymentPipeline, Role } from "../deployment.ts";
import { pipelinesPath } from "../grants/verb.ts";
import { type Pipeline, type PipelineTarget, subjectsOf } from "../sections/pipelines.ts";
import { roleTrust, serviceTrust, webIdentityTrust } from "../trust.ts";
import { audiencesOf, identityProviderArn } from "./identity-providers.ts";
import { resolveRole, roleArn } from "./role.ts";
import { type Scope, accountId, accountOf, awsName, inOrder, isOwn, keysOf, named } from "./scope.ts";

/** This stack's share of each pipeline: the roles in its own accounts. */
export function resolvePipelines(scope: Scope): DeploymentPipeline[] {
  return inOrder(scope.configuration.pipelines).flatMap(([key, pipeline]) => {
    const source = isOwn(scope, pipeline.from.account) ? resolveSource(scope, key, pipeline) : undefined;
    const targets = inOrder(pipeline.to)
      .filter(([account]) => isOwn(scope, account))
      .map(([account, target]) => resolveTarget(scope, key, pipeline, account, target));
    if (source === undefined && targets.length === 0) return [];
    return [
      {
        name: key,
        formerly: pipeline.formerly ?? [],
        configPath: `pipelines.${key}`,
        ...(source !== undefined && { source }),
        targets,
      },
    ];
  });
}

function resolveSource(scope: Scope, key: string, pipeline: Pipeline): Role {
  const { from, to, owner, description } = pipeline;
  const path = ["pipelines", key, "from"];
  const { trust, needsIdentityProvider } = sourceTrust(scope, pipeline);
  const targets = Object.keys(to)
    .filter((account) => accountOf(scope, account) !== undefined)
    .map((account) => roleArn(scope, account, pipelinesPath, awsName(key, pipeline)))
    .sort();
  const assume: Statement = { Sid: "AssumeTargetRoles", Effect: "Allow", Action: "sts:AssumeRole", Resource: targets };
  return resolveRole(
    scope,
    {
      ...named(keysOf(key, pipeline), ["from"], keysOf(from.account, accountOf(scope, from.account))),
      account: from.account,
      roleName: awsName(key, pipeline),
      path: pipelinesPath,
      description,
      owner,
      trust,
      ...(needsIdentityProvider !== undefined && { needsIdentityProvider }),
    },
    from,
    path,
    targets.length === 0 ? [] : [assume],
  );
}

function sourceTrust(scope: Scope, { from }: Pipeline): { trust: PolicyDocument; needsIdentityProvider?: string } {
  const provider = scope.configuration["identity-providers"][from["identity-provider"] ?? ""];
  if (provider?.url === undefined) {
    const place = { partition: scope.partition, accountId: accountId(scope, from.account), region: scope.homeRegion };
    return { trust: serviceTrust(from["runs-on"] ?? "", place) };
  }
  const issuer = {
    arn: identityProviderArn(scope, provider.url, from.account),
    url: provider.url,
    audiences: audiencesOf(provider),
  };
  return {
    trust: webIdentityTrust(issuer, subjectsOf(from)),
    needsIdentityProvider: `${from["identity-provider"] ?? ""}/${from.account}`,
  };
}

function resolveTarget(scope: Scope, key: string, pipeline: Pipeline, account: string, target: PipelineTarget): Role {
  const { from, owner, description } = pipeline;
  const roleName = awsName(key, pipeline);
  const source = {
    arn: roleArn(scope, from.account, pipelinesPath, roleName),
    accountId: accountId(scope, from.account),
    sameStack: isOwn(scope, from.account),
  };
  return resolveRole(
    scope,
    {
      ...named(keysOf(key, pipeline), ["to"], keysOf(account, accountOf(scope, account))),
      account,
      roleName,
      path: pipelinesPath,
      description,
      owner,
      trust: roleTrust(source, scope.configuration.organization.id, scope.partition, target["external-id"]),
    },
    target,
    ["pipelines", key, "to", account],
  );
}

import type { Condition, PolicyDocument, Statement } from "../iam/document.ts";
import { serviceDomain } from "./grants/verb.ts";

/** The account, region and partition of the role whose trust is written. */
export interface TrustPlace {
  partition: string;
  accountId: string;
  region: string;
}

/** A service that takes on roles, and what it tells IAM about on whose behalf. */
interface TrustedService {
  /** Without the domain. */
  principal: string;
  /**
   * Whether the service sends aws:SourceAccount and aws:SourceArn when it assumes the role. Where it does, the trust
   * demands them (the confused deputy); where it does not, demanding them would shut the service out.
   */
  sendsSource: boolean;
  /** The page that says so, or that shows the trust without them. */
  page: string;
}

/**
 * What a workload or a pipeline can run on. A service that is not in the table is written as its principal, and gets
 * no source condition.
 */
export const trustedServices: Readonly<Record<string, TrustedService>> = {
  codebuild: {
    principal: "codebuild",
    sendsSource: true,
    page: "https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html",
  },
  ec2: {
    principal: "ec2",
    sendsSource: false,
    page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2.html",
  },
  ecs: {
    principal: "ecs-tasks",
    sendsSource: true,
    page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html",
  },
  eks: {
    principal: "pods.eks",
    sendsSource: false,
    page: "https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html",
  },
  lambda: {
    principal: "lambda",
    sendsSource: false,
    page: "https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html",
  },
  scheduler: {
    principal: "scheduler",
    sendsSource: true,
    page: "https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html",
  },
  states: {
    principal: "states",
    sendsSource: true,
    page: "https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html",
  },
};

/** Whether the text names a service of the table, or is a service principal such as `glue.amazonaws.com`. */
export function isTrustable(runsOn: string): boolean {
  return Object.hasOwn(trustedServices, runsOn) || /^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com(\.cn)?$/.test(runsOn);
}

/** Trust in an AWS service: in EKS, only on behalf of the named service account (`NAMESPACE/NAME`). */
export function serviceTrust(runsOn: string, place: TrustPlace, serviceAccount?: string): PolicyDocument {
  const service = trustedServices[runsOn];
  const condition: Condition = {};
  if (service?.sendsSource === true) {
    condition["StringEquals"] = { "aws:SourceAccount": place.accountId };
    const arn = `arn:${place.partition}:${runsOn}:${place.region}:${place.accountId}:*`;
    condition["ArnLike"] = { "aws:SourceArn": arn };
  }
  if (serviceAccount !== undefined) {
    const [namespace = "", name = ""] = serviceAccount.split("/");
    condition["StringEquals"] = {
      "aws:RequestTag/kubernetes-namespace": namespace,
      "aws:RequestTag/kubernetes-service-account": name,
    };
  }
  return trust({
    Principal: { Service: service === undefined ? runsOn : `${service.principal}.${domain(runsOn, place)}` },
    Action: runsOn === "eks" ? ["sts:AssumeRole", "sts:TagSession"] : "sts:AssumeRole",
    ...(Object.keys(condition).length > 0 && { Condition: condition }),
  });
}

/** Only EC2's principal differs between partitions: https://docs.aws.amazon.com/general/latest/gr/rande.html */
function domain(runsOn: string, { partition }: TrustPlace): string {
  return runsOn === "ec2" ? serviceDomain(partition) : "amazonaws.com";
}

/**
 * Trust in tokens of an OpenID Connect provider: an audience and a subject, both exactly.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html
 */
export function webIdentityTrust(
  provider: { arn: string; url: string; audiences: string[] },
  subjects: string[],
): PolicyDocument {
  const issuer = issuerOf(provider.url);
  return trust({
    Principal: { Federated: provider.arn },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: {
      StringEquals: {
        [`${issuer}:aud`]: oneOrMany(provider.audiences),
        [`${issuer}:sub`]: oneOrMany(subjects),
      },
    },
  });
}

function oneOrMany(values: string[]): string | string[] {
  const [only, ...others] = values;
  return only !== undefined && others.length === 0 ? only : values;
}

/** The issuer as IAM names the provider: its URL without the scheme. */
export function issuerOf(url: string): string {
  return url.replace(/^https:\/\//, "").replace(/\/$/, "");
}

/**
 * Trust in one role of another account of the organization. Where this stack makes that role too, the principal is the
 * role itself, which AWS pins to the role's unique id. Where another stack makes it, it may not exist yet, and AWS
 * refuses a principal that does not exist: then the principal is the account, and a condition names the role.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function roleTrust(
  source: { arn: string; accountId: string; sameStack: boolean },
  organizationId: string,
  partition: string,
  externalId?: string,
): PolicyDocument {
  return trust({
    Principal: { AWS: source.sameStack ? source.arn : `arn:${partition}:iam::${source.accountId}:root` },
    Action: "sts:AssumeRole",
    Condition: {
      ...(!source.sameStack && { ArnEquals: { "aws:PrincipalArn": source.arn } }),
      StringEquals: {
        "aws:PrincipalOrgID": organizationId,
        ...(externalId !== undefined && { "sts:ExternalId": externalId }),
      },
    },
  });
}

/** Seconds since the second factor was shown: somebody else at an open console does not get in. */
const mfaAge = 3600;

/**
 * Trust in IAM users of one account, by their ARNs, with multi-factor authentication shown within the hour. The
 * principal is the account, as for a role of another stack: a user that does not exist yet is no error.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
 */
export function breakGlassTrust(userArns: string[], accountId: string, partition: string): PolicyDocument {
  return trust({
    Principal: { AWS: `arn:${partition}:iam::${accountId}:root` },
    Action: "sts:AssumeRole",
    Condition: {
      ArnEquals: { "aws:PrincipalArn": userArns },
      Bool: { "aws:MultiFactorAuthPresent": "true" },
      NumericLessThan: { "aws:MultiFactorAuthAge": String(mfaAge) },
    },
  });
}

function trust(statement: Omit<Statement, "Effect">): PolicyDocument {
  return { Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }] };
}

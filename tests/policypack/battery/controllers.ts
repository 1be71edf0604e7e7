import { allow, words } from "./statements.ts";

/** Policies that the controllers of clusters document, where they narrow by the tags of what they made themselves. */
export const controllers: Record<string, unknown> = {
  "load balancer controller, by the presence of its tags": [
    allow(words("ec2", "AuthorizeSecurityGroupIngress RevokeSecurityGroupIngress DeleteSecurityGroup"), "*", {
      Null: { "aws:ResourceTag/elbv2.k8s.aws/cluster": "false" },
    }),
    allow("ec2:CreateTags", "arn:aws:ec2:*:*:security-group/*", {
      StringEquals: { "ec2:CreateAction": "CreateSecurityGroup" },
      Null: { "aws:RequestTag/elbv2.k8s.aws/cluster": "false" },
    }),
    allow(words("elasticloadbalancing", "CreateLoadBalancer CreateTargetGroup"), "*", {
      Null: { "aws:RequestTag/elbv2.k8s.aws/cluster": "false" },
    }),
    allow(
      words("elasticloadbalancing", "AddTags RemoveTags"),
      ["arn:aws:elasticloadbalancing:*:*:targetgroup/*/*", "arn:aws:elasticloadbalancing:*:*:loadbalancer/net/*/*"],
      {
        Null: {
          "aws:RequestTag/elbv2.k8s.aws/cluster": "true",
          "aws:ResourceTag/elbv2.k8s.aws/cluster": "false",
        },
      },
    ),
    allow(
      words(
        "elasticloadbalancing",
        "ModifyLoadBalancerAttributes SetIpAddressType SetSecurityGroups SetSubnets DeleteLoadBalancer ModifyTargetGroup ModifyTargetGroupAttributes DeleteTargetGroup",
      ),
      "*",
      { Null: { "aws:ResourceTag/elbv2.k8s.aws/cluster": "false" } },
    ),
  ],
  "EBS CSI driver, volumes of claims": allow("ec2:DeleteVolume", "arn:aws:ec2:*:*:volume/*", {
    StringLike: { "ec2:ResourceTag/kubernetes.io/created-for/pvc/name": "*" },
  }),
  "EFS CSI driver": [
    allow(words("elasticfilesystem", "DescribeAccessPoints DescribeFileSystems DescribeMountTargets")),
    allow("elasticfilesystem:CreateAccessPoint", "*", {
      StringLike: { "aws:RequestTag/efs.csi.aws.com/cluster": "true" },
    }),
    allow("elasticfilesystem:DeleteAccessPoint", "*", {
      StringEquals: { "aws:ResourceTag/efs.csi.aws.com/cluster": "true" },
    }),
  ],
  "Karpenter, what it made": [
    allow("ec2:TerminateInstances", "*", { StringLike: { "ec2:ResourceTag/karpenter.sh/nodepool": "*" } }),
    allow(
      words("ec2", "TerminateInstances DeleteLaunchTemplate"),
      ["arn:aws:ec2:*:*:instance/*", "arn:aws:ec2:*:*:launch-template/*"],
      {
        StringEquals: { "aws:ResourceTag/kubernetes.io/cluster/shop": "owned" },
        StringLike: { "aws:ResourceTag/karpenter.sh/nodepool": "*" },
      },
    ),
    allow("iam:PassRole", "arn:aws:iam::111122223333:role/KarpenterNodeRole-shop", {
      StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" },
    }),
    allow(words("iam", "AddRoleToInstanceProfile RemoveRoleFromInstanceProfile DeleteInstanceProfile"), "*", {
      StringEquals: { "aws:ResourceTag/kubernetes.io/cluster/shop": "owned" },
    }),
    allow("ssm:GetParameter", "arn:aws:ssm:eu-central-1::parameter/aws/service/*"),
    allow("pricing:GetProducts"),
    allow(words("sqs", "DeleteMessage GetQueueUrl ReceiveMessage"), "arn:aws:sqs:eu-central-1:111122223333:karpenter"),
    allow("eks:DescribeCluster", "arn:aws:eks:eu-central-1:111122223333:cluster/shop"),
  ],
};

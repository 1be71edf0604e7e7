/** A small configuration without a fault, as text: each test spoils one thing of it. */
export const company: Readonly<Record<string, string>> = {
  "base.yaml": `organization:
  id: o-a1b2c3d4e5
  home-region: eu-central-1
  management-account: Management
  delegated-administrators:
    identity-center: Security
  deploy-role: deploy
  deployer: pipeline release
  tags:
    managed-by: access

identity-center:
  synced-from: Okta
  attributes:
    department: "\${path:enterprise.department}"

accounts:
  Management:
    id: "111122223333"
    ou: root
    stack: prod
    owner: Operations
    email: management@example.com
  Security:
    id: "222233334444"
    ou: Security
    stack: prod
    owner: Operations
  Development:
    id: "012345678901"
    ou: Workloads/Development
    stack: dev
    owner: Developers
    tags: { environment: development }
  Production:
    id: "444455556666"
    ou: Workloads/Production
    stack: prod
    owner: Operations
    regions: [eu-west-1]
    tags: { environment: production }

identity-providers:
  Okta:
    type: saml
    serves: identity-center
    owner: Operations
    mfa:
      enforced-by: identity-provider
      evidence: sign-on policy AWS
      owner: Operations
      next-review: 2027-06-30
  GitHub:
    type: oidc
    url: https://token.actions.githubusercontent.com
    audience: sts.amazonaws.com
    accounts: [Development, Security]
    owner: Operations

groups:
  Developers: { synced-from: Okta, display-name: aws-developers }
  Operations: { synced-from: Okta, display-name: aws-operations }
  Auditors: { members: [ada] }

users:
  ada: { given-name: Ada, family-name: Lovelace, email: ada@example.com }

policies:
  read-logs:
    description: Read logs
    accounts: [Development, Production]
    owner: Operations
    allow:
      - read logs: /shop/*
  boundary:
    description: The most that any application may do
    accounts: accounts under Workloads
    owner: Operations
    statements:
      - Effect: Allow
        Action: "s3:*"
        Resource: "*"

include: [security.yaml]
`,
  "security.yaml": `break-glass:
  owner: Operations
  account: Management
  mfa: required
  users:
    glass-1: { owner: Operations }
    glass-2: { owner: Developers }
  role:
    name: BreakGlass
    accounts: all accounts
    session-duration: 1 hour
    aws-managed-policies: [AdministratorAccess]
  iam-groups:
    Security-Audit: { owner: Operations, reason: Audits, members: [glass-2] }
  alarms:
    email: [night@example.com]

raised-quotas:
  managed-policies-per-role: "20"

lock-out-overrides:
  deployer-locked-out: { reason: It moves, owner: Operations, until: 2027-03-31 }
`,
  "prod.yaml": `version: 1
stack: prod
include: [base.yaml]

access:
  Developers:
    Production: [Deploy]
  Operations:
    all accounts: [Audit]
    accounts under Workloads except Development:
      - permission-set: Deploy
        until: 2027-03-31
        reason: Move the database
        owner: Operations
  Auditors:
    accounts tagged environment=production and Security: [Audit]

permission-sets:
  Deploy:
    description: Release the shop
    owner: Operations
    session-duration: 4 hours
    relay-state: https://console.aws.amazon.com/ecs/home
    aws-managed-policies: [ViewOnlyAccess]
    customer-managed-policies: [read-logs]
  Audit:
    description: Look at everything
    owner: Operations
    administered-from: Management
    aws-managed-policies: [SecurityAudit]

workloads:
  web:
    description: The shop
    owner: Developers
    account: Production
    runs-on: ecs
    permissions-boundary: { customer-managed-policy: boundary }
    allow:
      - read items: products
    execution-role:
      allow:
        - pull images: shop
  cluster-job:
    description: A job of the cluster
    owner: Developers
    accounts: [Production]
    runs-on: eks
    service-account: shop/job

pipelines:
  release:
    description: Deploys the shop
    owner: Operations
    from:
      account: Security
      runs-on: codebuild
    to:
      Production:
        external-id: shop-release
        allow:
          - deploy functions: payments-*

audit:
  trail:
    name: organization-trail
    account: Management
    logs-to:
      account: Security
      bucket: shop-logs
      locked-for: 400 days
      deleted-after: 2555 days
  access-analyzer:
    account: Management
    external-access:
      archive-rules:
        github:
          reason: On purpose
          owner: Operations
          filter:
            resource: { contains: role/pipelines/ }
    unused-access:
      after: 90 days
  centralized-root-access: [RootSessions]
`,
  "dev.yaml": `version: 1
stack: dev
include: [base.yaml]

access:
  Developers:
    Development: [Developer]

permission-sets:
  Developer:
    description: Build the shop
    owner: Developers
    aws-managed-policies: [ViewOnlyAccess]

workloads:
  web:
    description: The shop
    owner: Developers
    account: Development
    runs-on: lambda

pipelines:
  preview:
    description: Deploys what was merged
    owner: Developers
    from:
      account: Development
      identity-provider: GitHub
      subject: repo:securecart/storefront:ref:refs/heads/main
`,
};

import type { Given } from "../../policypack/judge.ts";

/** Types of Terraform that are not called after module and name. */
const otherwise: Record<string, string> = {
  "aws:ec2/instance:Instance": "aws_instance",
  "aws:ec2/keyPair:KeyPair": "aws_key_pair",
  "aws:ec2/launchTemplate:LaunchTemplate": "aws_launch_template",
  "aws:iam/sshKey:SshKey": "aws_iam_user_ssh_key",
  "aws:rds/instance:Instance": "aws_db_instance",
  "aws:s3/bucketV2:BucketV2": "aws_s3_bucket",
};

/** Properties of Terraform that are not called as Pulumi's, in words parted by `_`. */
const properties: Record<string, string> = {
  "aws_lambda_permission.function": "function_name",
  "aws_lambda_function.name": "function_name",
  "aws_iam_role.inline_policies": "inline_policy",
  "aws_iam_group_membership.user": "users",
};

/** Properties whose keys are the user's own. */
const maps = new Set(["tags", "variables"]);

/** A program in Terraform's language. Source: https://developer.hashicorp.com/terraform/language/syntax/configuration */
export function terraform(program: readonly Given[]): string {
  const resources = program.map(({ type, props = {} }, index) => {
    const kind = otherwise[type] ?? kindOf(type);
    const named = Object.entries(props).map(([key, value]): [string, unknown] => {
      const name = snake(key);
      return [properties[`${kind}.${name}`] ?? name, value];
    });
    return `resource "${kind}" "resource_${index}" {\n${body(named)}\n}\n`;
  });
  return resources.join("\n");
}

function kindOf(type: string): string {
  const [, module = "", name = ""] = /^aws:(\w+)\/(\w+):/.exec(type) ?? [];
  return `aws_${module === "apigateway" ? "api_gateway" : module}_${snake(name)}`;
}

/** Arguments and nested blocks. */
function body(entries: [string, unknown][]): string {
  return entries
    .flatMap(([name, value]) => {
      const isDocument = /polic(y|ies)$/.test(name) && !Array.isArray(value);
      if (typeof value !== "object" || value === null) return `${name} = ${literal(value)}`;
      if (isDocument) return `${name} = ${literal(JSON.stringify(value))}`;
      if (maps.has(name)) return `${name} = {\n${pairs(value)}\n}`;
      const items = Array.isArray(value) ? (value as unknown[]) : [value];
      if (items.every((item) => typeof item !== "object" || item === null))
        return `${name} = [${items.map(literal).join(", ")}]`;
      return items.map((item) => {
        const inner = Object.entries(item ?? {}).map(([key, one]): [string, unknown] => [snake(key), one]);
        return `${name} {\n${body(inner)}\n}`;
      });
    })
    .join("\n");
}

function pairs(map: object): string {
  return Object.entries(map)
    .map(([key, value]) => `${literal(key)} = ${literal(value)}`)
    .join("\n");
}

/** `${` and `%{` would begin something else. */
function literal(value: unknown): string {
  return JSON.stringify(value ?? null).replace(/([$%])\{/g, "$1$1{");
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

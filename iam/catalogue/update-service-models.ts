/**
 * Reduces AWS's published service models, as botocore carries them (Apache-2.0), to the operations in
 * service-operations.ts and what their shapes demand, and writes data/service-models.json.
 *
 *     node iam/catalogue/update-service-models.ts
 *
 * Needs python3's pip and unzip. To move to newer models, raise the version and run it again.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { serviceOperations } from "./service-operations.ts";

const version = "1.44.8";

interface PublishedShape {
  type: string;
  required?: string[];
  members?: Record<string, { shape: string }>;
  member?: { shape: string };
  key?: { shape: string };
  value?: { shape: string };
  min?: number;
  max?: number;
  pattern?: string;
  enum?: string[];
  exception?: boolean;
  error?: { code?: string; httpStatusCode?: number };
}

interface PublishedModel {
  metadata: { apiVersion: string };
  operations: Record<
    string,
    { input?: { shape: string }; output?: { shape: string }; errors?: { shape: string }[] } | undefined
  >;
  shapes: Record<string, PublishedShape | undefined>;
}

/** From Java's regular expressions to JavaScript's with the flag `u`, which allows fewer escapes. */
function pattern(published: string): string {
  let inClass = false;
  let result = "";
  for (let at = 0; at < published.length; at++) {
    const character = published.charAt(at);
    if (character === "\\") {
      const escaped = published.charAt(++at);
      const keeps = /[a-zA-Z0-9^$\\.*+?()[\]{}|/]/.test(escaped) || (escaped === "-" && inClass);
      result += keeps ? character + escaped : escaped;
    } else {
      if (character === "[") inClass = true;
      if (character === "]") inClass = false;
      result += character;
    }
  }
  result = result.replaceAll("\\u10000-\\u10FFFF", "\\u{10000}-\\u{10FFFF}");
  new RegExp(result, "u");
  return result;
}

function reduce(model: PublishedModel, names: readonly string[]) {
  const shapes: Record<string, object> = {};
  const errors: Record<string, number> = {};
  const published = (name: string): PublishedShape => {
    const shape = model.shapes[name];
    if (shape === undefined) throw new Error(`The model has no shape ${name}.`);
    return shape;
  };
  const keep = (name: string): void => {
    if (name in shapes) return;
    const shape = published(name);
    shapes[name] = {
      type: shape.type,
      ...(shape.required?.length ? { required: shape.required } : {}),
      ...(shape.members && {
        members: Object.fromEntries(Object.entries(shape.members).map(([member, to]) => [member, to.shape])),
      }),
      ...(shape.member && { member: shape.member.shape }),
      ...(shape.key && { key: shape.key.shape }),
      ...(shape.value && { value: shape.value.shape }),
      ...(shape.min !== undefined && { min: shape.min }),
      ...(shape.max !== undefined && { max: shape.max }),
      ...(shape.pattern !== undefined && { pattern: pattern(shape.pattern) }),
      ...(shape.enum && { enum: shape.enum }),
    };
    const parts = [...Object.values(shape.members ?? {}), shape.member, shape.key, shape.value];
    for (const part of parts) if (part) keep(part.shape);
  };
  const operations = names.map((name) => {
    const operation = model.operations[name];
    if (operation === undefined) throw new Error(`The model has no operation ${name}.`);
    if (operation.input) keep(operation.input.shape);
    if (operation.output) keep(operation.output.shape);
    const codes = (operation.errors ?? []).map(({ shape }) => {
      const error = published(shape).error ?? {};
      const code = error.code ?? shape;
      errors[code] = error.httpStatusCode ?? 400;
      return code;
    });
    const shapesOf = { input: operation.input?.shape, output: operation.output?.shape };
    return [name, { ...shapesOf, errors: codes.sort() }] as const;
  });
  const sorted = <T>(map: Record<string, T>) => Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    apiVersion: model.metadata.apiVersion,
    errors: Object.fromEntries(sorted(errors)),
    operations: Object.fromEntries(sorted(Object.fromEntries(operations))),
    shapes: Object.fromEntries(sorted(shapes)),
  };
}

/** JSON with one operation or shape a line, so that a newer version reads as a diff. */
function lines(value: object): string {
  const block = (map: object, indent: string, depth: number): string => {
    const rows = Object.entries(map).map(([key, inner]: [string, unknown]) =>
      depth > 0 && typeof inner === "object" && inner !== null
        ? `${indent}${JSON.stringify(key)}: ${block(inner, `${indent} `, depth - 1)}`
        : `${indent}${JSON.stringify(key)}: ${JSON.stringify(inner)}`,
    );
    return `{\n${rows.join(",\n")}\n${indent.slice(1)}}`;
  };
  return `${block(value, " ", 3)}\n`;
}

const folder = mkdtempSync(join(tmpdir(), "botocore-"));
try {
  execFileSync("python3", ["-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, `botocore==${version}`]);
  const wheel = join(folder, readdirSync(folder).find((file) => file.endsWith(".whl")) ?? "");
  const unzip = (...args: string[]) => execFileSync("unzip", args, { maxBuffer: 2 ** 28 });
  const date = /\d{4}-\d{2}-\d{2}/.exec(unzip("-l", wheel, "*.dist-info/METADATA").toString())?.[0];
  const services = Object.entries(serviceOperations).map(([service, operations]) => {
    const json = gunzipSync(unzip("-p", wheel, `botocore/data/${service}/*/service-2.json.gz`)).toString();
    return [service, reduce(JSON.parse(json) as PublishedModel, operations)] as const;
  });
  writeFileSync(
    join(import.meta.dirname, "data", "service-models.json"),
    lines({ source: "botocore (Apache-2.0)", version, date, services: Object.fromEntries(services) }),
  );
} finally {
  rmSync(folder, { recursive: true });
}

/** For whom a guardrail does not hold, as its key says it. */
export type ExceptionSubject =
  | { kind: "role"; /** With slashes at both ends. */ path: string; name: string }
  | { kind: "pipeline" | "permission-set"; name: string }
  | { kind: "principal"; arn: string };

/** Reads `role NAME`, `role /PATH/NAME`, `pipeline NAME`, `permission-set NAME`, `principal ARN`; undefined for any other text. */
export function exceptionSubject(text: string, partition: string): ExceptionSubject | undefined {
  const [, kind = "", value = ""] = /^([a-z-]+) (\S+)$/u.exec(text) ?? [];
  switch (kind) {
    case "role": {
      const [, path = "/", name] = /^(\/(?:[\w.,+@=-]+\/)*)?([\w.,+@=-]+)$/u.exec(value) ?? [];
      return name === undefined ? undefined : { kind, path, name };
    }
    case "pipeline":
    case "permission-set":
      return { kind, name: value };
    case "principal":
      return new RegExp(`^arn:${partition}:iam::\\d{12}:(role|user)/[\\w.,+@=/-]+$`, "u").test(value)
        ? { kind, arn: value }
        : undefined;
    default:
      return undefined;
  }
}

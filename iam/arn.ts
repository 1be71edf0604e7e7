/** The parts of an ARN; the resource may hold further colons. */
export interface Arn {
  partition: string;
  service: string;
  region: string;
  account: string;
  resource: string;
}

/** Takes an ARN, or a pattern of one, apart; undefined where it has fewer than six parts. */
export function parseArn(text: string): Arn | undefined {
  const parts = splitColons(text);
  const [prefix, partition, service, region, account, ...resource] = parts;
  if (prefix !== "arn" || partition === undefined || service === undefined || region === undefined) return undefined;
  if (account === undefined || resource.length === 0) return undefined;
  return { partition, service, region, account, resource: resource.join(":") };
}

/** At colons, but for those within policy variables such as `${aws:username}`. */
export function splitColons(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let inVariable = false;
  for (let at = 0; at < text.length; at++) {
    if (text.startsWith("${", at)) inVariable = true;
    else if (text[at] === "}") inVariable = false;
    else if (text[at] === ":" && !inVariable) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}

/**
 * A condition: the template is being deployed in one of these accounts. CloudFormation's Fn::Or takes two to ten
 * conditions: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-conditions.html
 */
export function accountIs(ids: readonly string[]): unknown {
  let level: unknown[] = ids.map((id) => ({ "Fn::Equals": [{ Ref: "AWS::AccountId" }, id] }));
  while (level.length > 1) {
    const groups: unknown[] = [];
    for (let at = 0; at < level.length; at += 10) {
      const group = level.slice(at, at + 10);
      groups.push(group.length === 1 ? group[0] : { "Fn::Or": group });
    }
    level = groups;
  }
  return level[0];
}

/** The value with every text that names `${AWS::AccountId}` put into Fn::Sub, IAM's own variables escaped in it. */
export function substituted(value: unknown): unknown {
  if (typeof value === "string") {
    if (!value.includes("${AWS::")) return value;
    return { "Fn::Sub": value.replace(/\$\{(?!AWS::)/gu, "${!") };
  }
  if (Array.isArray(value)) return value.map(substituted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, substituted(entry)]));
}

/**
 * Whether an event matches a JSON filter pattern of CloudWatch Logs: comparisons of a selector such as
 * `$.userIdentity.type` by = and != with a text (`*` stands for anything) or a word, EXISTS and NOT EXISTS, joined by &&
 * and || with && first, and parentheses. A property that is missing matches no comparison, != neither. Throws where the
 * pattern has anything else.
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function matches(pattern: string, event: unknown): boolean {
  const tokens = tokensIn(pattern);
  const next = (): string => tokens.shift() ?? "";
  const expect = (token: string): void => {
    const found = next();
    if (found !== token) throw new Error(`Expected ${token}, found "${found}" in ${pattern}`);
  };

  function either(): boolean {
    let result = all();
    while (tokens[0] === "||") {
      next();
      // Both sides are read, so that what is wrong is found.
      const other = all();
      result = result || other;
    }
    return result;
  }

  function all(): boolean {
    let result = one();
    while (tokens[0] === "&&") {
      next();
      const other = one();
      result = result && other;
    }
    return result;
  }

  function one(): boolean {
    if (tokens[0] === "(") {
      next();
      const result = either();
      expect(")");
      return result;
    }
    const selector = next();
    if (!selector.startsWith("$.")) throw new Error(`"${selector}" is no selector in ${pattern}`);
    const value = valueAt(event, selector);
    const operator = next();
    if (operator === "EXISTS") return value !== undefined;
    if (operator === "NOT") {
      expect("EXISTS");
      return value === undefined;
    }
    if (operator !== "=" && operator !== "!=") throw new Error(`"${operator}" is no operator in ${pattern}`);
    const wanted = wildcard(next());
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return false;
    return wanted.test(String(value)) === (operator === "=");
  }

  expect("{");
  const result = either();
  expect("}");
  if (tokens.length > 0) throw new Error(`"${tokens.join(" ")}" stands behind the end of ${pattern}`);
  return result;
}

function tokensIn(pattern: string): string[] {
  const found = [...pattern.matchAll(/"[^"]*"|\|\||&&|!=|[{}()=]|[^\s{}()=!"|&]+/g)].map(([token]) => token);
  if (found.join("").replace(/\s/g, "") !== pattern.replace(/\s/g, "")) throw new Error(`What is this: ${pattern}`);
  return found;
}

function valueAt(event: unknown, selector: string): unknown {
  return selector
    .slice(2)
    .split(".")
    .reduce<unknown>((node, name) => {
      const isMap = typeof node === "object" && node !== null;
      return isMap ? (node as Record<string, unknown>)[name] : undefined;
    }, event);
}

function wildcard(text: string): RegExp {
  const plain = text.replace(/^"(.*)"$/, "$1");
  if (plain === "") throw new Error("A comparison has no value");
  return new RegExp(`^${plain.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`);
}

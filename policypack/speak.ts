import { type Exception, daysLeft, defectOf } from "./exception.ts";
import { type Ledger, configPathOf, keyOf } from "./ledger.ts";
import { messageOf } from "./message.ts";
import type { Resource } from "./resource.ts";
import type { Finding, Rule, Violation } from "./rule.ts";

/** Days before its end on which an exception begins to warn. */
const warningDays = 14;

/** What the pack says once. */
export interface Told {
  rule: Rule;
  /** Only advice, whatever the rule's level. */
  advisory: boolean;
  /** Absent where the stack as a whole is meant. */
  resource: Resource | undefined;
  /** Of the nearest component around the resource. */
  configPath: string | undefined;
  /** Absent where something could not be judged, and of an exception that ends soon. */
  violation?: Violation;
  /** All of it in words, the rule's description left out. */
  text: string;
}

export interface Speaker {
  rule: Rule;
  ledger: Ledger;
  tell: (told: Told) => void;
  today: Date;
}

/** Tells what a rule found in a resource or, without one, in the stack; what is excepted is not told. */
export function speak(findings: readonly Finding[], speaker: Speaker, judged: Resource | undefined): void {
  const notKnown = new Map<Resource | undefined, string[]>();
  for (const finding of findings) {
    const resource = finding.resource ?? judged;
    if ("unknown" in finding) notKnown.set(resource, [...(notKnown.get(resource) ?? []), `\`${finding.unknown}\``]);
    else judge(finding, speaker, resource, judged === undefined);
  }
  for (const [resource, properties] of notKnown) {
    const { ledger, rule } = speaker;
    ledger.notKnown.add(keyOf(rule.name, resource?.urn));
    const what = resource === undefined ? "the stack" : `${resource.token ?? resource.type} "${resource.name}"`;
    const text = `Not judged yet: ${[...new Set(properties)].join(", ")} of ${what} is known in the update only.`;
    tell(speaker, resource, { text, advisory: true });
  }
}

function judge(finding: Violation, speaker: Speaker, resource: Resource | undefined, inStack: boolean): void {
  const { rule, ledger, today } = speaker;
  const key = keyOf(rule.name, resource?.urn);
  const told = ledger.told.get(key) ?? new Set();
  // What a resource is told before it is made is not told again at the end.
  if (inStack && told.has(finding.where ?? "")) return;
  if (!inStack) ledger.told.set(key, told.add(finding.where ?? ""));
  const advisory = finding.advisory === true;
  const text = messageOf(rule, finding, resource, resource && configPathOf(ledger, resource.urn), today);
  const exceptions = (ledger.exceptions.get(rule.name) ?? []).filter((one) => one.resource === resource?.urn);
  if (exceptions.length > 0) ledger.excepted.add(key);
  const holding = exceptions.find((one) => defectOf(one, today) === undefined);
  if (holding !== undefined) {
    const warning = warningOf(holding, finding, today);
    if (warning !== undefined) tell(speaker, resource, { text: warning, advisory: true });
    return;
  }
  const defects = exceptions.map((one) => `\nAn exception for this excepts nothing: ${defectOf(one, today) ?? ""}.`);
  tell(speaker, resource, { text: text + defects.join(""), advisory, violation: finding });
}

function warningOf(exception: Exception, finding: Violation, today: Date): string | undefined {
  const { until, owner, reason } = exception;
  const left = daysLeft(until, today) ?? 0;
  if (left > warningDays) return undefined;
  const when = left === 0 ? "today is its last day" : `its last day is ${until}, in ${left} days`;
  return `${finding.who} An exception lets it through, and ${when}; after it this blocks. ${owner} answers for it: "${reason}".`;
}

function tell(
  { rule, ledger, tell: hear }: Speaker,
  resource: Resource | undefined,
  said: Pick<Told, "text" | "advisory" | "violation">,
): void {
  hear({ rule, resource, configPath: resource && configPathOf(ledger, resource.urn), ...said });
}

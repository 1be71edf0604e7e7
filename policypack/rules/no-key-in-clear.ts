import { fsbp } from "../framework.ts";
import { unknown } from "../known.ts";
import { keyIn } from "../key-shapes.ts";
import type { Finding, Rule } from "../rule.ts";

/** Where secrets belong: what stands there is no finding. */
const stores: Readonly<Record<string, (props: Readonly<Record<string, unknown>>) => boolean>> = {
  "aws:secretsmanager/secretVersion:SecretVersion": () => true,
  "aws:ssm/parameter:Parameter": ({ type }) => type === "SecureString",
};

/** Properties by which AWS is handed the key of a certificate or of a server: it is given back to nobody. */
const handedOver = /^(?:certificatePrivateKey|hostKey|hostKeyBody|privateKey)(?:Wo)?$/;

/** No key stands in what is made: environments, user data, container definitions, tags, provider settings. */
export const noKeyInClear: Rule = {
  name: "no-key-in-clear",
  description: "No key stands in clear in what is made or in a provider's settings.",
  level: "mandatory",
  severity: "critical",
  requirements: [fsbp("ECS.8")],
  url: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html",
  remediation: "Delete the key, put a new secret into Secrets Manager, and let what needs it read it with its role.",
  why:
    "Environments, user data, container definitions and tags are read by whoever may describe the resource, and stand in the " +
    "state and in the console. Judged is the shape: access keys of AWS, private keys, and tokens whose issuers give them a shape of " +
    "their own; and variables that are named after AWS's secret key. A password that looks like any text is not seen, nor what an " +
    "archive or an image holds. A value that is not known before the update is judged in the update.",
  bad: {
    payments: {
      type: "aws:lambda:Function",
      properties: {
        role: "arn:aws:iam::111122223333:role/payments",
        environment: { variables: { AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE" } },
      },
    },
  },
  good: {
    payments: {
      type: "aws:lambda:Function",
      properties: {
        role: "arn:aws:iam::111122223333:role/payments",
        environment: {
          variables: { SECRET: "arn:aws:secretsmanager:eu-central-1:111122223333:secret:payments/key-a1b2c3" },
        },
      },
    },
  },
  parameters: [],
  types: ["*"],
  *check({ type, props }) {
    if (type === "pulumi:providers:aws") yield* providerKeys(props);
    else if (/^aws(-native)?:/.test(type) && stores[type]?.(props) !== true) yield* keys(props, "");
  },
};

/** Keys beside a session's token are temporary. */
function* providerKeys(props: Readonly<Record<string, unknown>>): Iterable<Finding> {
  for (const property of ["accessKey", "secretKey"]) {
    const value = props[property];
    if (value === undefined || value === null || value === "" || isText(props["token"]) || props["token"] === unknown)
      continue;
    yield {
      who: "Whoever reads the state has the access key that this provider works with.",
      where: property,
      why: "a provider's settings are recorded with every resource, and a key without a session token does not expire.",
      instead:
        "delete accessKey and secretKey, sign in with temporary credentials (aws sso login, OpenID Connect in a pipeline), and let " +
        "the provider take on a role (assumeRoles in version 7, assumeRole in version 6).",
    };
    return;
  }
}

function* keys(value: unknown, place: string): Iterable<Finding> {
  if (typeof value === "string") {
    // Container definitions are JSON in a text.
    const inner = /^\s*[[{]/.test(value) ? parsed(value) : undefined;
    const found = inner === undefined ? keyIn(value, place) : undefined;
    if (found !== undefined) yield finding(found, place);
    if (inner !== undefined) yield* keys(inner, place);
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* keys(item, `${place}[${index}]`);
  } else if (typeof value === "object" && value !== null) {
    const { name, value: given } = value as Record<string, unknown>;
    for (const [key, item] of Object.entries(value)) {
      // A list of variables has `name` and `value` beside each other.
      const label = key === "value" && isText(name) && isText(given) ? name : key;
      if (place === "" && handedOver.test(key)) continue;
      yield* keys(item, place === "" ? label : `${place}.${label}`);
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function finding(what: string, where: string): Finding {
  return {
    who: `Whoever may look at this resource has ${what}.`,
    where,
    why: "it stands in the state, in the console, and in every answer that describes the resource.",
    instead:
      "delete the key where it was made: it counts as known. For AWS, use the role of the resource and no key. Any other secret " +
      "goes to Secrets Manager; write its ARN here, and let the role read it (secretsmanager:GetSecretValue).",
  };
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

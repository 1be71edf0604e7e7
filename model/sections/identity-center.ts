import * as z from "zod";
import { refers } from "../references.ts";
import { type Stack, isPresent } from "../stack.ts";
import { outsideLimits } from "../values/text.ts";
import { text } from "../values/text.ts";
import { checkMfa, mfa } from "../values/mfa.ts";

export const identityCenter = z
  .strictObject({
    "synced-from": text(
      "The identity provider from which people and groups come; a key of `identity-providers`. Leave it out where Identity Center's own directory holds them.",
      "Okta",
      { offers: "identity-providers" },
    ).exactOptional(),
    mfa: mfa.exactOptional(),
    attributes: z
      .record(z.string(), z.string())
      .meta({
        description:
          "Attributes for access control: the session's tag, then the attribute of the person that fills it.",
        examples: [{ department: "${path:enterprise.department}" }],
      })
      .exactOptional(),
  })
  .meta({
    description: "IAM Identity Center: where people come from and what is known of them.",
    examples: [{ "synced-from": "Okta" }],
  });

export type IdentityCenter = z.infer<typeof identityCenter>;

/** Checks where people come from, who enforces multi-factor authentication for them, and their attributes. */
export function checkIdentityCenter(stack: Stack): void {
  const { configuration, findings } = stack;
  const own = configuration["identity-center"];
  const providers = Object.entries(configuration["identity-providers"]);
  const serving = providers.find(([, { serves }]) => serves === "identity-center")?.[0];
  const source = own?.["synced-from"];
  if (source !== undefined && refers(stack, "identity-providers", source, ["identity-center", "synced-from"])) {
    const provider = configuration["identity-providers"][source];
    if (provider !== undefined && provider.serves !== "identity-center") {
      findings.add("unknown-identity-provider", ["identity-center", "synced-from"], {
        message: `The identity provider "${source}" does not serve Identity Center.`,
        fix: `Write \`serves: identity-center\` under \`identity-providers.${source}\`.`,
      });
    }
  }
  if (own?.mfa !== undefined) {
    if (serving === undefined) checkMfa(stack, own.mfa, ["identity-center", "mfa"]);
    else {
      findings.add("key-does-not-apply", ["identity-center", "mfa"], {
        message: `\`mfa\` has no effect here: people sign in with ${serving}, under which it stands.`,
        fix: `Move it to \`identity-providers.${serving}\`, or delete it.`,
        at: "key",
      });
    }
  } else if (
    serving === undefined &&
    source === undefined &&
    !isPresent(stack, "identity-center.mfa") &&
    Object.keys(configuration.access).length > 0
  ) {
    findings.add("mfa-missing", own === undefined ? "access" : "identity-center", {
      message: "Nobody says who enforces multi-factor authentication for people.",
      fix: "Write `mfa:` with `enforced-by`, `evidence`, `owner` and `next-review` under `identity-center`.",
    });
  }
  checkAttributes(stack, own?.attributes ?? {});
}

function checkAttributes({ findings }: Stack, attributes: Record<string, string>): void {
  const service = "sso-admin";
  const characters = "letters, digits, spaces and _ . : / = + - @";
  for (const [key, value] of Object.entries(attributes)) {
    const path = ["identity-center", "attributes", key];
    const wrongKey = outsideLimits(
      { service, shape: "AccessControlAttributeKey", what: "an attribute's name", characters },
      key,
    );
    if (wrongKey !== undefined)
      findings.add(wrongKey.code, path, { message: wrongKey.message, fix: wrongKey.fix, at: "key" });
    const wrong = outsideLimits(
      {
        service,
        shape: "AccessControlAttributeValueSource",
        what: "an attribute's source",
        characters: `${characters} [ ] { } $ \\ "`,
      },
      value,
    );
    if (wrong !== undefined) findings.add(wrong.code, path, { message: wrong.message, fix: wrong.fix });
  }
  if (Object.keys(attributes).length > 50) {
    findings.add("too-many", ["identity-center", "attributes"], {
      message: "Identity Center takes at most 50 attributes.",
      fix: "Delete some.",
    });
  }
}

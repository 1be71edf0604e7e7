import { judged, shortened } from "./text.ts";

/** Key packets of OpenPGP, by their tag: https://www.rfc-editor.org/rfc/rfc4880#section-4.3 */
const publicKey = 6;
const secretKey = 5;

/** A public key, with which AWS's answer is encrypted before it is recorded anywhere. */
export const pgpKey = judged(
  "The user's public OpenPGP key, with which the first password is encrypted: `keybase:NAME`, or the key in base64. Without it no password is made: see the runbook.",
  "keybase:security_on_call",
  (value) => {
    if (/^keybase:[a-z0-9_]{1,25}$/u.test(value)) return undefined;
    const bytes = Buffer.from(value, "base64");
    const isBase64 = value !== "" && bytes.toString("base64") === value;
    const tag = isBase64 ? packetTag(bytes[0] ?? 0) : undefined;
    if (tag === publicKey) return undefined;
    return {
      code: "pgp-key",
      message:
        tag === secretKey
          ? "This is a private key: whoever has read it has it. Make another pair."
          : `"${shortened(value).slice(0, 20)}" is neither keybase:NAME nor a public OpenPGP key in base64.`,
      fix: "Write what `gpg --export NAME | base64 --wrap=0` prints.",
    };
  },
);

function packetTag(first: number): number | undefined {
  if (first < 0x80) return undefined;
  return first >= 0xc0 ? first & 0x3f : (first & 0x3c) >> 2;
}

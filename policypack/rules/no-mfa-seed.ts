import { quoted } from "../break-glass.ts";
import { fsbp } from "../framework.ts";
import type { Rule } from "../rule.ts";

const breakGlassTrust = `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:user/break-glass-1"},"Action":"sts:AssumeRole","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}]}`;

/** A virtual device that a program makes has its seed in the state. */
export const noMfaSeed: Rule = {
  name: "no-mfa-seed",
  description: "No virtual MFA device is made by a program: its seed would stand in the state.",
  level: "advisory",
  severity: "medium",
  requirements: [fsbp("IAM.19")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_virtual.html",
  remediation: "Let the person register a passkey or a device at the first sign-in.",
  why: "Whoever has the seed has the second factor. A device of the program's also proves nothing: nobody has confirmed it.",
  bad: { phone: { type: "aws:iam:VirtualMfaDevice", properties: { virtualMfaDeviceName: "break-glass-1" } } },
  good: {
    "break-glass": { type: "aws:iam:Role", properties: { name: "BreakGlass", assumeRolePolicy: breakGlassTrust } },
  },
  parameters: [],
  types: ["aws:iam/virtualMfaDevice:VirtualMfaDevice"],
  *check({ props }) {
    yield {
      who: `Whoever reads the state has the second factor ${quoted(props["virtualMfaDeviceName"])}.`,
      where: "virtualMfaDeviceName",
      why: "the seed and its QR code are recorded as base32StringSeed and qrCodePng.",
      instead: "delete this resource; the person registers a passkey or an own device at the first sign-in.",
    };
  },
};

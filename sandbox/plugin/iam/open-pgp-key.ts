import { createHash } from "node:crypto";

/**
 * The fingerprint of a public OpenPGP key in base64, in small hexadecimal digits: SHA-1 of its first packet. Throws where
 * that is no public key of version 4.
 * Sources: https://www.rfc-editor.org/rfc/rfc4880#section-4.2 and #section-12.2
 */
export function fingerprint(key: string): string {
  const packet = Buffer.from(key, "base64");
  const first = packet[0] ?? 0;
  const { tag, start, length } = first >= 0xc0 ? newHeader(packet) : oldHeader(packet);
  const body = packet.subarray(start, start + length);
  if (first < 0x80 || tag !== 6 || body.length < length || body[0] !== 4) {
    throw new Error("error parsing given PGP key: it is no public key of version 4");
  }
  return createHash("sha1")
    .update(Buffer.from([0x99, length >> 8, length & 0xff]))
    .update(body)
    .digest("hex");
}

interface Header {
  tag: number;
  /** Where the body begins, in octets. */
  start: number;
  /** Octets of the body; 0 where they are not counted, as those of a key always are. */
  length: number;
}

function oldHeader(packet: Buffer): Header {
  const first = packet[0] ?? 0;
  const octets = [1, 2, 4, 0][first & 3] ?? 0;
  const length = packet.length > octets && octets > 0 ? packet.readUIntBE(1, octets) : 0;
  return { tag: (first >> 2) & 0xf, start: 1 + octets, length };
}

function newHeader(packet: Buffer): Header {
  const [first = 0, one = 0, two = 0] = packet;
  const tag = first & 0x3f;
  if (one < 192) return { tag, start: 2, length: one };
  return { tag, start: 3, length: one < 224 ? ((one - 192) << 8) + two + 192 : 0 };
}

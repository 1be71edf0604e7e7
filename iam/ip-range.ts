/** A range of addresses: the address as a number, of which the first `prefix` bits count. */
export interface IpRange {
  bits: 32 | 128;
  address: bigint;
  prefix: number;
}

/** An address, or a range with its prefix, of IPv4 or IPv6 in any of its spellings; undefined for anything else. */
export function parseIpRange(text: string): IpRange | undefined {
  const [written = "", length, ...more] = text.split("/");
  const address = written.includes(":") ? ipv6(written) : ipv4(written);
  if (address === undefined || more.length > 0) return undefined;
  const bits = written.includes(":") ? 128 : 32;
  if (length === undefined) return { bits, address, prefix: bits };
  const prefix = /^\d{1,3}$/.test(length) ? Number(length) : bits + 1;
  return prefix <= bits ? { bits, address, prefix } : undefined;
}

/** Whether every address of `inner` is in `range`. IPv4 and IPv6 have nothing in common. */
export function ipRangeHolds(range: IpRange, inner: IpRange): boolean {
  if (range.bits !== inner.bits || inner.prefix < range.prefix) return false;
  const rest = BigInt(range.bits - range.prefix);
  return range.address >> rest === inner.address >> rest;
}

function ipv4(text: string): bigint | undefined {
  const parts = text.split(".");
  if (parts.length !== 4 || parts.some((part) => !/^\d{1,3}$/.test(part) || Number(part) > 255)) return undefined;
  return parts.reduce((address, part) => (address << 8n) | BigInt(part), 0n);
}

function ipv6(text: string): bigint | undefined {
  let rest = text;
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  if (dotted !== null) {
    const last = ipv4(dotted[2] ?? "");
    if (last === undefined) return undefined;
    rest = `${dotted[1] ?? ""}${(last >> 16n).toString(16)}:${(last & 0xffffn).toString(16)}`;
  }
  const halves = rest.split("::");
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => "0"), ...tail];
  if (groups.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return groups.reduce((address, group) => (address << 16n) | BigInt(`0x${group}`), 0n);
}

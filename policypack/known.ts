/** Stands in a resource's properties for whatever nobody can know before the update. */
export const unknown: unique symbol = Symbol("unknown");

/**
 * What the engine sends in place of a value that is not known yet; a type each.
 * Source: https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/plugin/rpc.go
 */
const sentinels: ReadonlySet<unknown> = new Set([
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", // boolean
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421", // number
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9", // text
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", // list
  "030794c1-ac77-496b-92df-f27374a8bd58", // asset
  "e48ece36-62e2-4504-bad9-02848725956a", // archive
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff", // object
]);

/**
 * Properties as Pulumi's SDK hands them over, as plain data with {@link unknown} in it. The SDK's own proxy throws where a
 * value is not known, which would end a rule with nothing but an advisory; what stands beside such a value is judged.
 */
export function known(props: unknown): unknown {
  if (sentinels.has(props)) return unknown;
  if (typeof props !== "object" || props === null) return props;
  // A descriptor gives what the proxy stands before.
  const entries = Reflect.ownKeys(props).flatMap((key) => {
    const descriptor = Object.getOwnPropertyDescriptor(props, key);
    return typeof key === "string" && descriptor?.enumerable === true
      ? [[key, known(descriptor.value)] as [string, unknown]]
      : [];
  });
  return Array.isArray(props) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}

/** The places of what is not known, such as `policy.Statement[0].Resource`. */
export function unknownPlaces(value: unknown, place = ""): string[] {
  if (value === unknown) return [place];
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => unknownPlaces(item, `${place}[${index}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => unknownPlaces(item, place === "" ? key : `${place}.${key}`));
}

const sentinel = new RegExp([...sentinels].map(String).join("|"));

/** A JSON text into which a program has written what is not known, as data with {@link unknown} in it; any other as it is. */
export function readInPart(text: string): unknown {
  if (!sentinel.test(text)) return text;
  try {
    return JSON.parse(text, (_, value: unknown) =>
      typeof value === "string" && sentinel.test(value) ? unknown : value,
    );
  } catch {
    return unknown;
  }
}

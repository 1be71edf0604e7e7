/** Values that a text may be replaced by: what YAML, the language of the files or a naive program trips over. */
export const hostileValues: readonly string[] = [
  ..."~|null|true|no|0|-0|1e400|0x7fffffffffffffff|.inf|.nan|1_000|12:30:45|2027-02-30|9999-99-99|0000-00-00".split(
    "|",
  ),
  ..."{}|[]|{ a }|[ , ]|{ : }|[[]]|- x|? x|: x|!x y|!!binary AA==|!!python/object:os.system x|&a b|*a|<<: *a".split(
    "|",
  ),
  ...'"|\'|"\\x|\'\'\'|"\\u0000"|"\\uD800"|%|@|`|#|x #y|x: y|x:y| |,|\\'.split("|"),
  ..."__proto__|constructor|prototype|toString|hasOwnProperty|length|undefined|[object Object]|NaN".split("|"),
  ..."../../../../etc/passwd|/etc/passwd|file:///etc/passwd|https://example.com/|C:\\Windows|.|..|./.|//|\\\\host".split(
    "|",
  ),
  ..."$(touch /tmp/x)|`id`|${path:enterprise.department}|{{ x }}|%s%n|\\u001b[31m|<script>|=1+1|@here".split("|"),
  ..."*|?|arn:aws:s3:::*|arn:::::|arn:aws:iam::*:role/*|a*b?c*d?e*f?g*h?i*j|**********x|s3:*|iam:Pass*|*:*".split("|"),
  "'\u202E\u200B\u00A0\uFEFF\u2028'",
  "'é e\u0301 Ⅷ ﷽ 𝕏 👩‍👩‍👧‍👦 \u{10FFFF}'",
  "'ı İ ß ſ K'",
  "9".repeat(400),
  "x".repeat(20_000),
  `"${"\\n".repeat(2000)}"`,
  "a/".repeat(2000),
  "*?".repeat(400),
  `${"a".repeat(500)}@${"a.".repeat(500)}`,
  `accounts under ${"a and ".repeat(400)}b`,
  `all accounts except ${"Development and ".repeat(400)}Production`,
  `repo:${"a/".repeat(500)}b:environment:x`,
  `arn:aws:s3:::${"a*".repeat(300)}/${"?*".repeat(300)}`,
  "[".repeat(500),
  `${"[".repeat(300)}x${"]".repeat(300)}`,
  `${"{ a: ".repeat(300)}x${" }".repeat(300)}`,
];

/** Keys that may be put where they do not belong. */
export const hostileKeys: readonly string[] = [
  ...'__proto__|constructor|toString|length|<<|? |[a]|{a: b}|""|\' \'|*|null|1|true|a.b|a[0]|a"b|- a|#|\\'.split("|"),
  ..."version|stack|include|access|accounts|owner|until|allow|statements|permission-sets|break-glass|expect".split("|"),
  "'\u202E'",
  "k".repeat(2000),
];

/** Whole files. */
export const hostileFiles: readonly (string | Buffer)[] = [
  "",
  " \n\n",
  "\t",
  "# only a comment\n",
  "---\n",
  "--- \n...\n--- \n",
  "null\n",
  "- a list\n",
  "a text\n",
  "%YAML 1.1\n---\nversion: 1\n",
  "%TAG ! tag:example.com,2000:\n---\na: b\n",
  "version: 1\nstack: prod\ninclude: [prod.yaml]\n",
  "version: 1\nstack: prod\ninclude: [../../../../etc/passwd, /etc/passwd, /proc/self/environ, /dev/zero, .]\n",
  "include: [base.yaml, dev.yaml, security.yaml, .., './', base.yaml/../base.yaml]\n",
  Buffer.from([0xff, 0xfe, 0x61, 0x00]),
  Buffer.from([0x00, 0x01, 0x02, 0x03]),
  Buffer.from([0x61, 0x3a, 0x20, 0xc3, 0x28, 0x0a]),
  Buffer.alloc(300_000, 0x41),
  Buffer.alloc(1_000_001, 0x23),
  "x: ".repeat(20_000),
  "- ".repeat(20_000),
  "[".repeat(20_000),
  "{".repeat(20_000),
  "? ".repeat(5000),
  `a: ${"[".repeat(5000)}${"]".repeat(5000)}\n`,
  Array.from({ length: 2000 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join(""),
  Array.from({ length: 20_000 }, (_, at) => `k${at}: v\n`).join(""),
  `a: &a [x,x,x,x,x,x,x,x,x]\n${Array.from(
    "bcdefghij",
    (name, at) =>
      `${name}: &${name} [${Array<string>(9)
        .fill(`*${"abcdefghij"[at] ?? ""}`)
        .join(",")}]\n`,
  ).join("")}`,
  "a: &a { <<: *a }\nb: { <<: [*a, *a] }\n",
  "a: &x\n  b: *x\n",
];

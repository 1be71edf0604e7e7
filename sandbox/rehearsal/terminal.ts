import { styleText } from "node:util";
import { printable } from "../../iam/printable.ts";
import type { Progress } from "../toolchain/progress.ts";

/** Where a rehearsal prints. */
export interface Terminal extends Progress {
  /** Characters in a line. */
  width: number;
  /** Prints a text of several lines as it is; each line has to be printable. */
  print(text: string): void;
  heading(text: string): void;
  bold(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  faint(text: string): string;
}

/** Milliseconds without a word after which a status becomes a line of its own, where it cannot be replaced. */
const silence = 30_000;

/**
 * The terminal behind a stream. Colours, and a status line that replaces itself, only where people look at it and
 * NO_COLOR is not set; elsewhere a status is a line now and then.
 */
export function terminalOn(stream: NodeJS.WriteStream, environment: NodeJS.ProcessEnv): Terminal {
  const lively = stream.isTTY && environment["TERM"] !== "dumb";
  const coloured = lively && (environment["NO_COLOR"] ?? "") === "";
  // A pseudo-terminal without a size says 0.
  const columns = stream.columns > 0 ? stream.columns : Number(environment["COLUMNS"]);
  const width = columns > 0 ? columns : 120;
  const styled = (style: Parameters<typeof styleText>[0]) => (text: string) =>
    coloured ? styleText(style, text, { validateStream: false }) : text;
  const [bold, good, bad, faint] = [styled("bold"), styled("green"), styled("red"), styled("dim")];
  let shown = false;
  let lastWord = Date.now();
  // Whoever read us may have gone, as in `npm start | head`; the work goes on.
  stream.on("error", () => undefined);
  const clear = () => {
    if (shown) stream.write("\r\x1b[2K");
    shown = false;
  };
  const print = (text: string) => {
    clear();
    lastWord = Date.now();
    stream.write(text);
  };
  return {
    width,
    print,
    bold,
    good,
    bad,
    faint,
    line: (text) => {
      print(`${text}\n`);
    },
    heading: (text) => {
      print(`\n${bold(text)}\n`);
    },
    status: (text) => {
      const short = printable(text);
      if (lively) {
        stream.write(`\r\x1b[2K${faint(short.slice(0, width - 1))}`);
        shown = true;
      } else if (Date.now() - lastWord >= silence) {
        print(`${short}\n`);
      }
    },
  };
}

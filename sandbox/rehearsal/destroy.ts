import { runFromCommandLine } from "./command-line.ts";
import { tearDown } from "./tear-down.ts";

await runFromCommandLine(tearDown);

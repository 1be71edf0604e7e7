import { runFromCommandLine } from "./command-line.ts";
import { rehearse } from "./rehearse.ts";

await runFromCommandLine(rehearse);

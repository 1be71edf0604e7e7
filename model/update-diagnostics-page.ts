import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { diagnosticsPage } from "./diagnostics-page.ts";

writeFileSync(join(import.meta.dirname, "..", "docs", "diagnostics.md"), diagnosticsPage());

import { readFileSync, writeFileSync } from "node:fs";
import { guide, tried } from "./guide.ts";

/** Writes anew what the commands in the guide say. */
writeFileSync(guide, tried(readFileSync(guide, "utf8")));

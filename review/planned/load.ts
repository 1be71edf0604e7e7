import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import type * as program from "./program.ts";
import { standIn } from "./stand-ins.ts";

/** Marks the modules that run on the stand-ins: what runs on the SDK itself in the same process is another. */
const mark = "?planned";
const components = new URL("../../components/", import.meta.url).href;

let loaded: Promise<typeof program> | undefined;

/** The program with the stand-ins in the SDK's place; a bundle has them built in, and another file for this one. */
export function loadProgram(): Promise<typeof program> {
  return (loaded ??= load());
}

function load(): Promise<typeof program> {
  registerHooks({
    resolve(specifier, context, next) {
      if (context.parentURL?.endsWith(mark) !== true) return next(specifier, context);
      const file = standIn(specifier);
      if (file !== undefined) return next(pathToFileURL(file).href, context);
      const found = next(specifier, context);
      return found.url.startsWith(components) ? { ...found, url: found.url + mark } : found;
    },
  });
  return import(new URL(`program.ts${mark}`, import.meta.url).href) as Promise<typeof program>;
}

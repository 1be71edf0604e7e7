import { resolve } from "node:path";

/** The checkout this toolchain belongs to. */
export const repository = resolve(import.meta.dirname, "../..");

/** Where everything that is found, built or rehearsed is kept: `SECURECART_CACHE`, else `.cache` in the checkout. */
export function cacheDirectory(environment: NodeJS.ProcessEnv): string {
  const chosen = environment["SECURECART_CACHE"];
  return chosen === undefined || chosen === "" ? resolve(repository, ".cache") : resolve(chosen);
}

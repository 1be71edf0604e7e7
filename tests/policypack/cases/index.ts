import type { Case } from "../cases.ts";
import { administrationCases } from "./administration.ts";
import { boundaryCases } from "./boundaries.ts";
import { breakGlassCases } from "./break-glass.ts";
import { configurationCases } from "./configuration.ts";
import { documentCases } from "./documents.ts";
import { keyCases } from "./keys.ts";
import { lockOutCases } from "./lock-out.ts";
import { userCases } from "./users.ts";

/** Every case, by rule. */
export const cases: Record<string, Case[]> = {
  ...userCases,
  ...breakGlassCases,
  ...administrationCases,
  ...boundaryCases,
  ...lockOutCases,
  ...keyCases,
  ...configurationCases,
  ...documentCases,
};

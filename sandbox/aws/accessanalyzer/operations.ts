import type { serviceOperations } from "../../../iam/catalogue/service-operations.ts";
import { changesServices as changes, reads } from "../operation.ts";
import type { Operation } from "../world.ts";
import * as analyzer from "./analyzer.ts";
import * as archiveRule from "./archive-rule.ts";

export const accessanalyzer = {
  CreateAnalyzer: changes(analyzer.createAnalyzer),
  GetAnalyzer: reads(analyzer.getAnalyzer),
  ListAnalyzers: reads(analyzer.listAnalyzers),
  UpdateAnalyzer: changes(analyzer.updateAnalyzer),
  DeleteAnalyzer: changes(analyzer.deleteAnalyzer),
  TagResource: changes(analyzer.tagResource),
  UntagResource: changes(analyzer.untagResource),

  CreateArchiveRule: changes(archiveRule.createArchiveRule),
  GetArchiveRule: reads(archiveRule.getArchiveRule),
  UpdateArchiveRule: changes(archiveRule.updateArchiveRule),
  DeleteArchiveRule: changes(archiveRule.deleteArchiveRule),
} satisfies Record<(typeof serviceOperations)["accessanalyzer"][number], Operation>;

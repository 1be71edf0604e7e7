import { ComponentResource, type ComponentResourceOptions, type Resource } from "@pulumi/pulumi";
import { Analyzer, ArchiveRule } from "@pulumi/aws/accessanalyzer/index.js";
import type * as model from "../model/audit.ts";
import { aliases } from "./alias.ts";

/** One analyzer of IAM Access Analyzer, with the rules that archive what is as it should be. */
export class AccessAnalyzer extends ComponentResource {
  constructor(args: model.Analyzer, services: Resource[], opts: ComponentResourceOptions) {
    super(
      "securecart:accessanalyzer:AccessAnalyzer",
      args.name,
      { configPath: args.configPath },
      { ...opts, ...aliases(args) },
    );
    const { region, analyzerName, unusedAccessAge } = args;
    const analyzer = new Analyzer(
      args.name,
      {
        region,
        analyzerName,
        type: args.type,
        ...(unusedAccessAge !== undefined && { configuration: { unusedAccess: { unusedAccessAge } } }),
        tags: args.tags,
      },
      { parent: this, protect: args.protect, dependsOn: services },
    );
    for (const rule of args.archiveRules) {
      const filters = rule.filters.map(({ property, equals, notEquals, contains, exists }) => ({
        criteria: property,
        ...(equals.length > 0 && { eqs: equals }),
        ...(notEquals.length > 0 && { neqs: notEquals }),
        ...(contains.length > 0 && { contains }),
        ...(exists !== undefined && { exists }),
      }));
      new ArchiveRule(
        rule.name,
        { region, analyzerName: analyzer.analyzerName, ruleName: rule.ruleName, filters },
        { parent: this, ...aliases(rule) },
      );
    }
    this.registerOutputs({ configPath: args.configPath, arn: analyzer.arn });
  }
}

import type { World } from "../world.ts";
import { analyzer, conflict, notFound, type OfAnalyzer } from "./analyzer.ts";

interface OfRule extends OfAnalyzer {
  ruleName: string;
}

function rule(world: World, { analyzerName, ruleName }: OfRule) {
  const found = analyzer(world, analyzerName).archiveRules[ruleName];
  if (found === undefined) throw notFound(`Archive rule ${ruleName}`);
  return found;
}

export function createArchiveRule({ analyzerName, ruleName, filter }: OfRule & { filter: object }, world: World) {
  const { archiveRules } = analyzer(world, analyzerName);
  if (archiveRules[ruleName] !== undefined) throw conflict(`The archive rule ${ruleName} already exists.`);
  archiveRules[ruleName] = { ruleName, filter, createdAt: world.now, updatedAt: world.now };
  return {};
}

export function getArchiveRule(input: OfRule, world: World) {
  return { archiveRule: rule(world, input) };
}

export function updateArchiveRule(input: OfRule & { filter: object }, world: World) {
  Object.assign(rule(world, input), { filter: input.filter, updatedAt: world.now });
  return {};
}

export function deleteArchiveRule(input: OfRule, world: World) {
  rule(world, input);
  Reflect.deleteProperty(analyzer(world, input.analyzerName).archiveRules, input.ruleName);
  return {};
}

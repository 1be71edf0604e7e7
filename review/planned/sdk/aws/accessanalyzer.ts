import { classesOf } from "../custom-resource.ts";

export const { Analyzer, ArchiveRule } = classesOf("accessanalyzer");

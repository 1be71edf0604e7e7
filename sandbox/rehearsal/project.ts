import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import { parse, stringify } from "yaml";

/** A rehearsal's own copy of what stands in the checkout's Pulumi.yaml and Pulumi.<stack>.yaml. */
export interface Project {
  /** As Pulumi.yaml names it. */
  name: string;
  /** Every stack that has a Pulumi.<stack>.yaml, in the order of their names. */
  stacks: string[];
  /** Folder of the copies: the engine's working directory. */
  directory: string;
  /** The configuration that the stacks read: the checkout's own, or the copy of it. */
  configDirectory: string;
}

type Yaml = Record<string, unknown>;

const settings = /^Pulumi\.([^.]+)\.yaml$/;

/** Configuration key under which a stack names its file, relative to the checkout. */
const fileKey = "config";

/**
 * Copies the project's settings into `directory`, so that an engine works there on the checkout's program and writes
 * nothing into the checkout. With `copyConfig` the configuration is copied too, once, and the stacks read the copy,
 * which may then be edited. What the engine has added to a copy, such as its encryption salt, stays.
 */
export function copyProject(repository: string, directory: string, copyConfig: boolean): Project {
  mkdirSync(directory, { recursive: true });
  const project = parse(readFileSync(join(repository, "Pulumi.yaml"), "utf8")) as Yaml & { name: string };
  const main = relative(directory, join(repository, typeof project["main"] === "string" ? project["main"] : "."));
  write(join(directory, "Pulumi.yaml"), { ...project, main, backend: undefined });

  const configDirectory = copyConfig ? join(directory, "config") : join(repository, "config");
  if (copyConfig && !existsSync(configDirectory)) {
    cpSync(join(repository, "config"), configDirectory, { recursive: true });
  }
  const stacks = readdirSync(repository).flatMap((file) => settings.exec(file)?.[1] ?? []);
  for (const stack of stacks.sort()) {
    const file = `Pulumi.${stack}.yaml`;
    const own = existsSync(join(directory, file)) ? (parse(readFileSync(join(directory, file), "utf8")) as Yaml) : {};
    const theirs = parse(readFileSync(join(repository, file), "utf8")) as Yaml;
    const config = { ...(theirs["config"] as Yaml | undefined) };
    const key = `${project.name}:${fileKey}`;
    const stackFile = config[key];
    if (copyConfig && typeof stackFile === "string" && !isAbsolute(stackFile)) {
      config[key] = relative(repository, join(directory, stackFile));
    }
    const salt = own["encryptionsalt"] === undefined ? {} : { encryptionsalt: own["encryptionsalt"] };
    write(join(directory, file), { config, ...salt });
  }
  return { name: project.name, stacks, directory, configDirectory };
}

/** The stack's configuration file as the program reads it: relative to the checkout, or absolute. */
export function stackFileOf(project: Project, stack: string): string {
  const text = readFileSync(join(project.directory, `Pulumi.${stack}.yaml`), "utf8");
  const config = (parse(text) as Yaml)["config"] as Record<string, string> | undefined;
  const file = config?.[`${project.name}:${fileKey}`];
  if (file === undefined) throw new Error(`Pulumi.${stack}.yaml does not set ${project.name}:${fileKey}`);
  return file;
}

function write(file: string, content: Yaml): void {
  const unfinished = `${file}.${process.pid}`;
  try {
    writeFileSync(unfinished, stringify(content));
    renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
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

/** A stack of the checkout, and its configuration file, relative to the checkout. */
export interface StackFile {
  stack: string;
  file: string;
}

/** The project's name, as a folder's Pulumi.yaml has it. */
export function projectName(directory: string): string {
  return (read(join(directory, "Pulumi.yaml")) as { name: string }).name;
}

/** Every stack of a folder that has a Pulumi.<stack>.yaml there, in the order of their names. */
export function stacksOf(directory: string): StackFile[] {
  const name = projectName(directory);
  const stacks = readdirSync(directory).flatMap((file) => settings.exec(file)?.[1] ?? []);
  return stacks.sort().map((stack) => {
    const config = read(join(directory, `Pulumi.${stack}.yaml`))["config"] as Record<string, string> | undefined;
    const file = config?.[`${name}:${fileKey}`];
    if (file === undefined) throw new Error(`Pulumi.${stack}.yaml does not set ${name}:${fileKey}`);
    return { stack, file };
  });
}

/**
 * Copies the project's settings into `directory`, so that an engine works there on the checkout's program and writes
 * nothing into the checkout. With `copyConfig` the configuration is copied too, once, and the stacks read the copy,
 * which may then be edited. What the engine has added to a copy, such as its encryption salt, stays.
 */
export function copyProject(repository: string, directory: string, copyConfig: boolean): Project {
  mkdirSync(directory, { recursive: true });
  const project = read(join(repository, "Pulumi.yaml")) as Yaml & { name: string };
  const main = relative(directory, join(repository, typeof project["main"] === "string" ? project["main"] : "."));
  write(join(directory, "Pulumi.yaml"), { ...project, main, backend: undefined });

  const configDirectory = copyConfig ? join(directory, "config") : join(repository, "config");
  if (copyConfig && !existsSync(configDirectory)) {
    cpSync(join(repository, "config"), configDirectory, { recursive: true });
  }
  const stacks = stacksOf(repository);
  for (const { stack, file } of stacks) {
    const name = `Pulumi.${stack}.yaml`;
    const own = existsSync(join(directory, name)) ? read(join(directory, name)) : {};
    const config = { ...(read(join(repository, name))["config"] as Yaml) };
    if (copyConfig) config[`${project.name}:${fileKey}`] = relative(repository, join(directory, file));
    const salt = own["encryptionsalt"] === undefined ? {} : { encryptionsalt: own["encryptionsalt"] };
    write(join(directory, name), { config, ...salt });
  }
  return { name: project.name, stacks: stacks.map(({ stack }) => stack), directory, configDirectory };
}

function read(file: string): Yaml {
  return parse(readFileSync(file, "utf8")) as Yaml;
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

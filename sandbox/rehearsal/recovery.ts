import { AwsError } from "../aws/call.ts";
import { credentialsOf } from "../aws/organization.ts";
import { virtualAws } from "../aws/virtual-aws.ts";
import type { Progress } from "../toolchain/progress.ts";
import { landedId } from "./landed.ts";
import type { Ask } from "./landed.ts";
import { freeStack } from "./stack-lock.ts";
import type { ImportFile, Workspace } from "./workspace.ts";

interface Resource {
  urn: string;
  type: string;
  inputs: Record<string, unknown>;
  parent?: string;
  /** URN and id of the provider. */
  provider?: string;
}

interface Exported {
  deployment: {
    resources?: Resource[];
    pending_operations?: { type: string; resource: Resource }[];
  };
}

/**
 * Puts a stack right after its engine was killed: frees the stack, takes over what was made and not recorded, and
 * forgets the creations that never came about. Does nothing, quickly, where there is nothing to put right. What is
 * taken over is unprotected; the next update goes on from there. Throws where the engine cannot take it over.
 */
export async function recover(
  workspace: Workspace,
  stack: string,
  progress: Progress,
  signal?: AbortSignal,
): Promise<void> {
  await freeStack(workspace, stack, progress, signal);
  if (!workspace.hasPendingOperations(stack)) return;
  progress.status(`${stack}: looking for what a killed update has made and not recorded`);
  const { deployment } = (await workspace.export(stack)) as Exported;
  const pending = (deployment.pending_operations ?? []).filter(({ type }) => type === "creating");
  const file: ImportFile = { nameTable: {}, resources: [] };
  for (const { resource } of pending) await addIfLanded(file, workspace, resource, deployment.resources ?? []);
  if (file.resources.length > 0) {
    const taken = await workspace.import(stack, file, signal === undefined ? {} : { signal });
    if (taken.exitCode !== 0) throw new Error(`${stack}: could not be taken over: ${taken.stdout}${taken.stderr}`);
  }
  await workspace.refresh(stack, { args: ["--clear-pending-creates"], ...(signal === undefined ? {} : { signal }) });
  const names = file.resources.map(({ name }) => name).join(", ");
  progress.line(
    file.resources.length === 0
      ? `${stack}: an update was killed while it made something; nothing of that came about.`
      : `${stack}: an update was killed before it had recorded what it made; taken over with \`pulumi import\`: ${names}.`,
  );
}

async function addIfLanded(
  file: ImportFile,
  workspace: Workspace,
  resource: Resource,
  known: Resource[],
): Promise<void> {
  const providerUrn = resource.provider?.split("::").slice(0, -1).join("::");
  const provider = known.find(({ urn }) => urn === providerUrn);
  const role = roleOf(provider);
  if (providerUrn === undefined || role === undefined) return;
  const { accountId, partition, roleName, region } = role;
  const credentials = credentialsOf(workspace.awsDirectory, accountId, roleName);
  const aws = virtualAws(workspace.awsDirectory);
  const ask: Ask = async (service, operation, input) => {
    try {
      return await aws({ service, operation, input, credentials, region });
    } catch (error) {
      if (error instanceof AwsError && /^(NoSuchEntity|ResourceNotFound)/.test(error.code)) return undefined;
      throw error;
    }
  };
  const { type, inputs, urn, parent } = resource;
  const id = await landedId({ type, inputs, accountId, partition }, ask);
  if (id === undefined) return;
  const [parentName, providerName] = [`parent ${file.resources.length}`, `provider ${file.resources.length}`];
  file.nameTable = {
    ...file.nameTable,
    ...(parent === undefined ? {} : { [parentName]: parent }),
    [providerName]: providerUrn,
  };
  file.resources.push({
    type,
    name: urn.split("::").slice(3).join("::"),
    id,
    provider: providerName,
    ...(parent === undefined ? {} : { parent: parentName }),
  });
}

/** The deploy role that a provider in the state assumes. A provider's inputs are texts, what is no text as JSON. */
function roleOf(provider: Resource | undefined) {
  const roles = provider?.inputs["assumeRoles"];
  if (provider === undefined || typeof roles !== "string") return undefined;
  const [{ roleArn } = { roleArn: "" }] = JSON.parse(roles) as { roleArn: string }[];
  const [, partition = "", , , accountId = "", name = ""] = roleArn.split(":");
  return { partition, accountId, roleName: name.split("/").at(-1) ?? "", region: String(provider.inputs["region"]) };
}

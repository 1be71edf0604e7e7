import empty from "google-protobuf/google/protobuf/empty_pb.js";
import pluginPb from "@pulumi/pulumi/proto/plugin_pb.js";
import providerPb from "@pulumi/pulumi/proto/provider_pb.js";
import type {
  CheckRequest,
  ConfigureRequest,
  CreateRequest,
  DeleteRequest,
  DiffRequest,
  InvokeRequest,
  ReadRequest,
  UpdateRequest,
} from "@pulumi/pulumi/proto/provider_pb.js";
import type { Aws, Credentials } from "../aws/call.ts";
import { check, defaultsKey } from "./check.ts";
import { configurationFailures, configure } from "./configuration.ts";
import { changeBetween, diff, inputNames } from "./diff.ts";
import type { Difference } from "./diff.ts";
import { HalfMade } from "./failure.ts";
import { lookUp } from "./lookups.ts";
import { received, sent, unknown } from "./property-values.ts";
import type { Properties } from "./property-values.ts";
import type { ResourceType } from "./resource-type.ts";
import { resourceType } from "./resource-types.ts";
import { schema } from "./schema.ts";
import type { Session } from "./session.ts";
import { stateInputs } from "./state-inputs.ts";

const nothing: ReadonlySet<string> = new Set();

/**
 * The calls of Pulumi's provider protocol, one method each: a request in, its response out. One instance serves one
 * provider of one program. Throws in the official plugin's words.
 */
export function resourceProvider(aws: Aws, ambient: Credentials | undefined) {
  let configured: Session | undefined;
  const session = (): Session => {
    if (configured === undefined) throw new Error("the provider is not configured");
    return configured;
  };

  return {
    handshake() {
      const response = new providerPb.ProviderHandshakeResponse();
      response.setAcceptSecrets(true);
      response.setSupportsAutonamingConfiguration(true);
      return response;
    },

    getPluginInfo() {
      const response = new pluginPb.PluginInfo();
      response.setVersion(schema.version);
      return response;
    },

    checkConfig(request: CheckRequest) {
      const { values, secrets } = received(request.getNews());
      return checked(values, secrets, configurationFailures(values, nameIn(request.getUrn())));
    },

    diffConfig(request: DiffRequest) {
      const [olds, news] = [received(request.getOldInputs() ?? request.getOlds()), received(request.getNews())];
      const ignored = request.getIgnorechangesList();
      const names = [...new Set([...Object.keys(olds.values), ...Object.keys(news.values)])].filter(
        (name) => !ignored.includes(name) && olds.values[name] !== news.values[name],
      );
      const response = new providerPb.DiffResponse();
      response.setDiffsList(names);
      response.setChanges(changesOf(names.length));
      return response;
    },

    async configure(request: ConfigureRequest) {
      configured = await configure(aws, received(request.getArgs()).values, ambient);
      const response = new providerPb.ConfigureResponse();
      response.setAcceptsecrets(true);
      response.setSupportspreview(true);
      response.setSupportsAutonamingConfiguration(true);
      return response;
    },

    async invoke(request: InvokeRequest) {
      const result = await lookUp(session(), request.getTok(), received(request.getArgs()).values);
      const response = new providerPb.InvokeResponse();
      response.setReturn(sent(result, nothing));
      return response;
    },

    check(request: CheckRequest) {
      const news = received(request.getNews());
      const type = typeIn(request.getUrn());
      const proposedName = request.getAutonaming()?.getProposedName();
      const { inputs, failures } = check(session(), type, {
        name: nameIn(request.getUrn()),
        olds: received(request.getOlds()).values,
        news: news.values,
        seed: request.getRandomseed_asU8(),
        ...(proposedName ? { proposedName } : {}),
      });
      return checked(inputs, withTags(news.secrets), failures);
    },

    diff(request: DiffRequest) {
      const [state, news] = [received(request.getOlds()).values, received(request.getNews()).values];
      return difference(diff(typeIn(request.getUrn()), state, news, request.getIgnorechangesList()));
    },

    async create(request: CreateRequest) {
      const type = typeIn(request.getUrn());
      const { values: inputs, secrets } = received(request.getProperties());
      const response = new providerPb.CreateResponse();
      const hidden = secretsOf(type, secrets);
      if (request.getPreview()) {
        response.setProperties(sent({ ...unknownOutputs(type, inputs), ...withoutDefaults(inputs) }, hidden));
        return response;
      }
      const { id, outputs, failure } = await type.create(session(), inputs);
      const known = { ...withoutDefaults(inputs), ...outputs };
      const state = (await readBack(type, session(), id, known)) ?? known;
      if (failure) throw new HalfMade(failure, id, state, inputs, hidden);
      response.setId(id);
      response.setProperties(sent(state, hidden));
      return response;
    },

    async read(request: ReadRequest) {
      const type = typeIn(request.getUrn());
      const [properties, inputs] = [received(request.getProperties()), received(request.getInputs())];
      const response = new providerPb.ReadResponse();
      const before = Object.keys(inputs.values).length > 0 ? inputs.values : undefined;
      const state = await type.read(session(), request.getId(), {
        ...withoutDefaults(inputs.values),
        ...properties.values,
      });
      if (state === undefined) return response;
      const hidden = secretsOf(type, new Set([...properties.secrets, ...inputs.secrets]));
      response.setId(request.getId());
      response.setProperties(sent({ ...state, id: request.getId() }, hidden));
      response.setInputs(sent(stateInputs(type, state, before), hidden));
      return response;
    },

    async update(request: UpdateRequest) {
      const type = typeIn(request.getUrn());
      const [olds, news] = [received(request.getOlds()), received(request.getNews())];
      const response = new providerPb.UpdateResponse();
      const hidden = secretsOf(type, news.secrets);
      const planned = withoutDefaults({ ...keptOutputs(type, olds.values), ...news.values });
      if (request.getPreview()) {
        response.setProperties(sent(planned, hidden));
        return response;
      }
      if (type.update === undefined) throw new Error(`${type.token} cannot be changed in place`);
      const id = request.getId();
      try {
        await type.update(session(), id, changeBetween(type, olds.values, news.values));
      } catch (error) {
        const state = (await readBack(type, session(), id, { ...planned, ...olds.values })) ?? olds.values;
        throw new HalfMade(error instanceof Error ? error : new Error(String(error)), id, state, news.values, hidden);
      }
      response.setProperties(sent((await readBack(type, session(), id, planned)) ?? planned, hidden));
      return response;
    },

    async delete(request: DeleteRequest) {
      const type = typeIn(request.getUrn());
      await type.delete(session(), request.getId(), received(request.getProperties()).values);
      return new empty.Empty();
    },

    cancel() {
      return new empty.Empty();
    },
  };
}

async function readBack(
  type: ResourceType,
  session: Session,
  id: string,
  known: Properties,
): Promise<Properties | undefined> {
  const state = await type.read(session, id, known);
  return state && { ...state, id };
}

function typeIn(urn: string): ResourceType {
  const qualified = urn.split("::")[2] ?? "";
  return resourceType(qualified.slice(qualified.lastIndexOf("$") + 1));
}

function nameIn(urn: string): string {
  return urn.split("::").slice(3).join("::");
}

function checked(inputs: Properties, secrets: ReadonlySet<string>, failures: string[]) {
  const response = new providerPb.CheckResponse();
  response.setInputs(sent(inputs, secrets));
  for (const reason of failures) {
    const failure = new providerPb.CheckFailure();
    failure.setReason(reason);
    response.addFailures(failure);
  }
  return response;
}

function difference({ kinds, replaces, deleteBeforeReplace }: Difference) {
  const response = new providerPb.DiffResponse();
  const { ADD, ADD_REPLACE, DELETE, DELETE_REPLACE, UPDATE, UPDATE_REPLACE } = providerPb.PropertyDiff.Kind;
  const inPlace = { add: ADD, delete: DELETE, update: UPDATE };
  const replacing = { add: ADD_REPLACE, delete: DELETE_REPLACE, update: UPDATE_REPLACE };
  for (const [path, kind] of kinds) {
    const detail = new providerPb.PropertyDiff();
    detail.setKind((replaces.includes(topOf(path)) ? replacing : inPlace)[kind]);
    response.getDetaileddiffMap().set(path, detail);
  }
  response.setHasdetaileddiff(true);
  response.setDiffsList([...new Set([...kinds.keys()].map(topOf))]);
  response.setReplacesList(replaces);
  response.setDeletebeforereplace(deleteBeforeReplace);
  response.setChanges(changesOf(kinds.size));
  return response;
}

function changesOf(count: number) {
  const { DIFF_SOME, DIFF_NONE } = providerPb.DiffResponse.DiffChanges;
  return count > 0 ? DIFF_SOME : DIFF_NONE;
}

function topOf(path: string): string {
  return path.replace(/[.[].*$/s, "");
}

function outputsOf(type: ResourceType): string[] {
  return schema.resources[type.token]?.outputs ?? [];
}

/** In a preview, what only AWS will say. */
function unknownOutputs(type: ResourceType, inputs: Properties): Properties {
  const fromProgram = new Set(inputNames(type).filter((name) => !type.computed?.includes(name)));
  const names = outputsOf(type).filter((name) => !fromProgram.has(name) && !(name in inputs));
  return Object.fromEntries(names.map((name) => [name, unknown]));
}

/** What AWS said and an update does not touch. */
function keptOutputs(type: ResourceType, state: Properties): Properties {
  const fromProgram = new Set(inputNames(type).filter((name) => !type.computed?.includes(name)));
  return Object.fromEntries(Object.entries(state).filter(([name]) => !fromProgram.has(name)));
}

function withoutDefaults(inputs: Properties): Properties {
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => name !== defaultsKey));
}

function withTags(secrets: ReadonlySet<string>): ReadonlySet<string> {
  return secrets.has("tags") ? new Set([...secrets, "tagsAll"]) : secrets;
}

function secretsOf(type: ResourceType, secrets: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...withTags(secrets), ...(type.secretOutputs ?? [])]);
}

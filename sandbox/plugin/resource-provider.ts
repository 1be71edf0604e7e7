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
import { changesOf, checked, difference } from "./answers.ts";
import { check } from "./check.ts";
import { configurationFailures, configure } from "./configuration.ts";
import { changeBetween, diff } from "./diff.ts";
import { HalfMade } from "./failure.ts";
import { lookUp } from "./lookups.ts";
import { plannedCreation, plannedUpdate, withoutDefaults } from "./plan.ts";
import { received, sent } from "./property-values.ts";
import type { Properties } from "./property-values.ts";
import type { ResourceType } from "./resource-type.ts";
import { untilPropagated } from "./retry.ts";
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
        response.setProperties(sent(plannedCreation(type, inputs), hidden));
        return response;
      }
      const { id, outputs, failure } = await type.create(session(), inputs);
      const known = { ...withoutDefaults(inputs), ...outputs };
      // What was just made may not be seen for a while.
      const seen = await untilPropagated(
        () => readBack(type, session(), id, known),
        (found) => found !== undefined,
      );
      const state = seen ?? known;
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
      const planned = plannedUpdate(type, olds.values, news.values);
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

function withTags(secrets: ReadonlySet<string>): ReadonlySet<string> {
  return secrets.has("tags") ? new Set([...secrets, "tagsAll"]) : secrets;
}

function secretsOf(type: ResourceType, secrets: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...withTags(secrets), ...(type.secretOutputs ?? [])]);
}

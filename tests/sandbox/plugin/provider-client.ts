import grpc from "@grpc/grpc-js";
import struct from "google-protobuf/google/protobuf/struct_pb.js";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import providerGrpc from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import providerPb from "@pulumi/pulumi/proto/provider_pb.js";
import statusPb from "@pulumi/pulumi/proto/status_pb.js";
import type { Aws } from "../../../sandbox/aws/call.ts";
import { createOrganization, credentialsOf, startingCredentials } from "../../../sandbox/aws/organization.ts";
import { virtualAws } from "../../../sandbox/aws/virtual-aws.ts";
import { withFaults } from "../../../sandbox/plugin/faults.ts";
import type { Properties } from "../../../sandbox/plugin/property-values.ts";
import { serve } from "../../../sandbox/plugin/serve.ts";

export const management = "111111111111";
export const production = "222222222222";

export interface Organization {
  directory: string;
  aws: Aws;
  /** Calls AWS behind the plugin's back, with the deploy role of an account. */
  behind: (account: string, service: string, operation: string, input: object) => Promise<Record<string, unknown>>;
  remove: () => void;
}

/** A virtual AWS of two accounts in a folder of its own. */
export async function organization(): Promise<Organization> {
  const directory = mkdtempSync(join(tmpdir(), "securecart-plugin-"));
  const account = (id: string, name: string) => ({ id, name, email: `${name}@example.com`, ou: "root", tags: {} });
  await createOrganization(directory, {
    organizationId: "o-a1b2c3d4e5",
    partition: "aws",
    homeRegion: "eu-central-1",
    managementAccountId: management,
    accounts: [account(management, "Management"), account(production, "Production")],
    trustedServices: ["sso.amazonaws.com"],
    delegatedAdministrators: {},
    scimGroups: [{ displayName: "Developers", members: ["ada"] }, { displayName: "Security-Audit" }],
    deployRoleName: "Deploy",
    previewRoleName: "Preview",
    policies: [],
    startingIdentity: { accountId: management, roleName: "Operator" },
  });
  const aws = virtualAws(directory);
  return {
    directory,
    aws,
    behind: (id, service, operation, input) => {
      const credentials = credentialsOf(directory, id, "Deploy");
      return aws({ service, operation, input: { ...input }, credentials, region: "eu-central-1" });
    },
    remove: () => {
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** What a refused call says, and what it left behind. */
export interface Refusal {
  message: string;
  halfMade?: { id: string; state: Properties; reasons: string[] };
}

const encode = (values: object): struct.Struct =>
  struct.Struct.fromJavaScript(JSON.parse(JSON.stringify(values)) as Properties);
const decode = (message: struct.Struct | undefined): Properties => message?.toJavaScript() ?? {};
const urn = (type: string, name: string): string => `urn:pulumi:dev::try::${type}::${name}`;

/** Speaks to the plugin as the engine does. */
export class ProviderClient {
  readonly #stub: providerGrpc.ResourceProviderClient;
  readonly #server: grpc.Server;

  private constructor(port: number, server: grpc.Server) {
    this.#stub = new providerGrpc.ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
    this.#server = server;
  }

  static async connect(aws: Aws, directory: string): Promise<ProviderClient> {
    const { port, server } = await serve(aws, startingCredentials(directory));
    return new ProviderClient(port, server);
  }

  close(): void {
    this.#stub.close();
    this.#server.forceShutdown();
  }

  async #call<Response>(method: string, request: unknown): Promise<Response> {
    type Call = (request: unknown, callback: (error: Error | null, response: Response) => void) => void;
    const stub = this.#stub as unknown as Record<string, Call>;
    return await promisify<unknown, Response>(stub[method]!.bind(this.#stub))(request);
  }

  async configure(values: Record<string, string>): Promise<void> {
    const request = new providerPb.ConfigureRequest();
    request.setArgs(encode(values));
    await this.#call("configure", request);
  }

  async checkConfig(values: Record<string, string>): Promise<string[]> {
    const request = new providerPb.CheckRequest();
    request.setUrn(urn("pulumi:providers:aws", "Production"));
    request.setNews(encode(values));
    const response = await this.#call<providerPb.CheckResponse>("checkConfig", request);
    return response.getFailuresList().map((failure) => failure.getReason());
  }

  async check(type: string, name: string, news: object, olds: object = {}) {
    const request = new providerPb.CheckRequest();
    request.setUrn(urn(type, name));
    request.setNews(encode(news));
    request.setOlds(encode(olds));
    request.setRandomseed(Buffer.from("seed"));
    const response = await this.#call<providerPb.CheckResponse>("check", request);
    return {
      inputs: decode(response.getInputs()),
      failures: response.getFailuresList().map((failure) => failure.getReason()),
    };
  }

  /** The paths that differ with their kinds, such as `path: UPDATE_REPLACE`. */
  async diff(type: string, state: object, news: object, ignoreChanges: string[] = []) {
    const request = new providerPb.DiffRequest();
    request.setUrn(urn(type, "it"));
    request.setOlds(encode(state));
    request.setNews(encode(news));
    request.setIgnorechangesList(ignoreChanges);
    const response = await this.#call<providerPb.DiffResponse>("diff", request);
    const kinds = Object.entries(providerPb.PropertyDiff.Kind);
    const paths = response.getDetaileddiffMap().getEntryList() as unknown as [string, unknown][];
    const detailed = response.getDetaileddiffMap();
    return {
      paths: Object.fromEntries(
        paths.map(([path]) => [path, kinds.find(([, kind]) => kind === detailed.get(path)!.getKind())![0]]),
      ),
      replaces: response.getReplacesList(),
      deleteBeforeReplace: response.getDeletebeforereplace(),
      changes: response.getChanges() === providerPb.DiffResponse.DiffChanges.DIFF_SOME,
    };
  }

  async create(type: string, inputs: object, preview = false) {
    const request = new providerPb.CreateRequest();
    request.setUrn(urn(type, "it"));
    request.setProperties(encode(inputs));
    request.setPreview(preview);
    const response = await this.#call<providerPb.CreateResponse>("create", request);
    return { id: response.getId(), state: decode(response.getProperties()) };
  }

  async read(type: string, id: string, inputs: object = {}, state: object = {}) {
    const request = new providerPb.ReadRequest();
    request.setUrn(urn(type, "it"));
    request.setId(id);
    request.setInputs(encode(inputs));
    request.setProperties(encode(state));
    const response = await this.#call<providerPb.ReadResponse>("read", request);
    return { id: response.getId(), state: decode(response.getProperties()), inputs: decode(response.getInputs()) };
  }

  async update(type: string, id: string, state: object, news: object, preview = false): Promise<Properties> {
    const request = new providerPb.UpdateRequest();
    request.setUrn(urn(type, "it"));
    request.setId(id);
    request.setOlds(encode(state));
    request.setNews(encode(news));
    request.setPreview(preview);
    const response = await this.#call<providerPb.UpdateResponse>("update", request);
    return decode(response.getProperties());
  }

  async delete(type: string, id: string, state: object = {}): Promise<void> {
    const request = new providerPb.DeleteRequest();
    request.setUrn(urn(type, "it"));
    request.setId(id);
    request.setProperties(encode(state));
    await this.#call("delete", request);
  }

  async invoke(token: string, args: object = {}): Promise<Properties> {
    const request = new providerPb.InvokeRequest();
    request.setTok(token);
    request.setArgs(encode(args));
    const response = await this.#call<providerPb.InvokeResponse>("invoke", request);
    return decode(response.getReturn());
  }

  /** Checks and creates; fails where Check finds anything. */
  async deploy(type: string, name: string, news: object) {
    const { inputs, failures } = await this.check(type, name, news);
    if (failures.length > 0) throw new Error(failures.join("\n"));
    return { inputs, ...(await this.create(type, inputs)) };
  }

  /** Checks and updates what was deployed. */
  async redeploy(type: string, deployed: { id: string; inputs: Properties; state: Properties }, news: object) {
    const { inputs, failures } = await this.check(type, "it", news, deployed.inputs);
    if (failures.length > 0) throw new Error(failures.join("\n"));
    const difference = await this.diff(type, deployed.state, inputs);
    const state = await this.update(type, deployed.id, deployed.state, inputs);
    return { id: deployed.id, inputs, state, difference };
  }
}

/** Runs a call that has to be refused. */
export async function refusal(call: Promise<unknown>): Promise<Refusal> {
  try {
    await call;
  } catch (error) {
    const { details, metadata } = error as grpc.ServiceError;
    const [bytes] = metadata.get("grpc-status-details-bin");
    if (bytes === undefined) return { message: details };
    const status = statusPb.Status.deserializeBinary(new Uint8Array(bytes as Buffer));
    const packed = status.getDetailsList()[0]!.getValue_asU8();
    const failed = providerPb.ErrorResourceInitFailed.deserializeBinary(packed);
    const halfMade = { id: failed.getId(), state: decode(failed.getProperties()), reasons: failed.getReasonsList() };
    return { message: details, halfMade };
  }
  throw new Error("the call was not refused");
}

/** The configuration of a provider for one account, as the engine passes it on. */
export function accountConfiguration(account: string, more: Record<string, string> = {}): Record<string, string> {
  return {
    region: "eu-central-1",
    version: "7.48.0",
    skipCredentialsValidation: "false",
    skipRegionValidation: "true",
    allowedAccountIds: JSON.stringify([account]),
    assumeRoles: JSON.stringify([{ roleArn: `arn:aws:iam::${account}:role/Deploy`, sessionName: "rehearsal" }]),
    ...more,
  };
}

/** Before each test of a suite: a fresh organization, and a provider for one of its accounts. */
export function providerOf(account: string, more: Record<string, string> = {}) {
  const rig = {} as { organization: Organization; provider: ProviderClient };
  beforeEach(async () => {
    rig.organization = await organization();
    const { aws, directory } = rig.organization;
    rig.provider = await ProviderClient.connect(withFaults(aws, directory), directory);
    await rig.provider.configure(accountConfiguration(account, more));
  });
  afterEach(() => {
    rig.provider.close();
    rig.organization.remove();
  });
  return rig;
}

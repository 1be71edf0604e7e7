import type { Properties, Value } from "./property-values.ts";
import type { Session } from "./session.ts";

/**
 * One resource type as the official plugin treats it. What its properties are called and which are required stands in
 * the schema; here stands the rest, and the calls of AWS that it amounts to.
 */
export interface ResourceType {
  /** Such as `aws:iam/role:Role`. */
  token: string;
  /** Given a name from the logical one where the program gives none. */
  namedAutomatically?: true;
  /** Inputs required although the types call them optional. */
  required?: string[];
  /** Inputs that exist upstream and that the sandbox does not serve, with the reason. */
  unsupported?: Record<string, string>;
  /** What the official plugin fills in where the program gives nothing. */
  defaults?: Properties;
  /** Fills in what is missing inside an input. */
  complete?: (inputs: Properties) => Properties;
  /** Inputs that keep what AWS says where the program gives nothing. */
  computed?: string[];
  /** Policies: compared by what they mean. */
  documents?: string[];
  /** Lists whose order means nothing. */
  sets?: string[];
  /** Inputs that AWS writes in another way than programs do. */
  same?: Record<string, (state: Value, input: Value) => boolean>;
  /** Inputs whose change means another resource; `everything` where there is no update at all. */
  replaceOnChange: string[] | "everything";
  deleteBeforeReplace?: true;
  secretOutputs?: string[];
  /** What is wrong with an input, in the official plugin's words. */
  rules?: Record<string, Rule[]>;
  create: (session: Session, inputs: Properties) => Promise<Created>;
  /** The state in AWS, or nothing where it is gone. `known` holds what the engine knows; at an import, nothing. */
  read: (session: Session, id: string, known: Properties) => Promise<Properties | undefined>;
  update?: (session: Session, id: string, change: Change) => Promise<void>;
  delete: (session: Session, id: string, state: Properties) => Promise<void>;
}

export interface Created {
  id: string;
  /** What AWS tells only once. */
  outputs?: Properties;
  /** What went wrong after the thing itself was made, so that it has to be remembered all the same. */
  failure?: Error;
}

export interface Change {
  olds: Properties;
  news: Properties;
  /** Whether one of these inputs changes. */
  changes: (...names: string[]) => boolean;
}

/** Says what is wrong with a value, or nothing. */
export type Rule = (value: Value, property: string) => string | undefined;

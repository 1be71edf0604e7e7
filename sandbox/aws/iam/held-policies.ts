import type { World } from "../world.ts";
import { checkAttachable } from "./attachable-policy.ts";
import { iamError, noSuchEntity } from "./iam-error.ts";
import type { PolicyHolder } from "./iam-document.ts";
import { encoded, listed, type Paging } from "./list.ts";
import { checkIdentityPolicy } from "./policy-grammar.ts";
import { policySize } from "./quotas.ts";

/** Users and groups hold policies alike; roles have rules of their own. */
interface Kind<Name extends string> {
  /** As the inputs call it. */
  name: Name;
  /** As messages call it. */
  what: string;
  /** As AWS calls the quota of attached policies. */
  quota: string;
  attached: number;
  inlineSize: number;
  find: (world: World, name: string) => PolicyHolder;
}

type Named<Name extends string> = Record<Name, string>;
type Inline<Name extends string> = Named<Name> & { PolicyName: string };
type Attached<Name extends string> = Named<Name> & { PolicyArn: string };

/** The operations on inline and attached policies. Attaching what is attached already changes nothing. */
export function heldPolicies<Name extends string>(kind: Kind<Name>) {
  const holder = (input: Named<Name>, world: World): PolicyHolder => kind.find(world, input[kind.name]);
  const inlinePolicy = (input: Inline<Name>, world: World): string => {
    const document = holder(input, world).inlinePolicies[input.PolicyName];
    if (document === undefined) {
      throw noSuchEntity(`The ${kind.what} policy with name ${input.PolicyName} cannot be found.`);
    }
    return document;
  };
  return {
    put: (input: Inline<Name> & { PolicyDocument: string }, world: World) => {
      const found = holder(input, world);
      checkIdentityPolicy(input.PolicyDocument);
      const all = { ...found.inlinePolicies, [input.PolicyName]: input.PolicyDocument };
      const size = Object.values(all).reduce((sum, document) => sum + policySize(document), 0);
      if (size > kind.inlineSize) {
        const message = `Maximum policy size of ${kind.inlineSize} bytes exceeded for ${kind.what} ${input[kind.name]}`;
        throw iamError("LimitExceeded", message);
      }
      found.inlinePolicies = all;
      return {};
    },
    get: (input: Inline<Name>, world: World) => {
      const { PolicyName } = input;
      const PolicyDocument = encoded(inlinePolicy(input, world));
      return { [kind.name]: input[kind.name], PolicyName, PolicyDocument };
    },
    delete: (input: Inline<Name>, world: World) => {
      inlinePolicy(input, world);
      Reflect.deleteProperty(holder(input, world).inlinePolicies, input.PolicyName);
      return {};
    },
    list: (input: Named<Name> & Paging, world: World) => {
      return listed("PolicyNames", Object.keys(holder(input, world).inlinePolicies).sort(), input);
    },
    attach: (input: Attached<Name>, world: World) => {
      const found = holder(input, world);
      checkAttachable(world, input.PolicyArn);
      if (found.attachedPolicies.includes(input.PolicyArn)) return {};
      if (found.attachedPolicies.length >= kind.attached) {
        throw iamError("LimitExceeded", `Cannot exceed quota for ${kind.quota}: ${kind.attached}`);
      }
      found.attachedPolicies.push(input.PolicyArn);
      return {};
    },
    detach: (input: Attached<Name>, world: World) => {
      const found = holder(input, world);
      if (!found.attachedPolicies.includes(input.PolicyArn)) {
        throw noSuchEntity(`Policy ${input.PolicyArn} was not found.`);
      }
      found.attachedPolicies = found.attachedPolicies.filter((arn) => arn !== input.PolicyArn);
      return {};
    },
    listAttached: (input: Named<Name> & Paging & { PathPrefix?: string }, world: World) => {
      const { PathPrefix = "/" } = input;
      const attached = holder(input, world)
        .attachedPolicies.filter((arn) => arn.includes(`:policy${PathPrefix}`))
        .map((PolicyArn) => ({ PolicyName: PolicyArn.slice(PolicyArn.lastIndexOf("/") + 1), PolicyArn }));
      return listed("AttachedPolicies", attached, input);
    },
  };
}

import { unknown } from "../../../policypack/known.ts";
import { Output } from "../output.ts";
import { type Options, register } from "../registry.ts";

type CustomResource = new (name: string, inputs?: object, options?: Options) => object;

/**
 * The classes of one module of `@pulumi/aws` by their names, such as `Role` of `iam`. An instance has an output for every
 * property: what it was given, else what only AWS can tell.
 */
export function classesOf(module: string): Record<string, CustomResource> {
  return new Proxy({}, { get: (_, name) => customResource(token(module, String(name))) });
}

export function customResource(type: string): CustomResource {
  // With `new` the object that a function returns is the instance.
  return function make(name: string, inputs: object = {}, options: Options = {}): object {
    const instance: object = new Proxy(
      {},
      {
        get: (_, key) => {
          const property = String(key);
          return new Output(property in planned.props ? planned.props[property] : unknown, [planned]);
        },
      },
    );
    const planned = register(instance, type, name, inputs, options, false);
    return instance;
  } as unknown as CustomResource;
}

/** Source: https://www.pulumi.com/docs/iac/concepts/resources/names/#types */
function token(module: string, name: string): string {
  return `aws:${module}/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`;
}

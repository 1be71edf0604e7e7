/** A JSON Schema of draft 7, with the words that editors of YAML know beside it, such as `errorMessage`. */
export interface JsonSchema {
  $ref?: string | undefined;
  type?: string | string[] | undefined;
  description?: string | undefined;
  examples?: unknown[] | undefined;
  default?: string | undefined;
  enum?: unknown[] | undefined;
  enumDescriptions?: string[] | undefined;
  anyOf?: (JsonSchema | true)[] | undefined;
  allOf?: JsonSchema[] | undefined;
  items?: JsonSchema | undefined;
  properties?: Record<string, JsonSchema> | undefined;
  required?: string[] | undefined;
  additionalProperties?: JsonSchema | false | undefined;
  propertyNames?: JsonSchema | undefined;
  definitions?: Record<string, JsonSchema> | undefined;
  /** What `text` and `judged` say beside, until it is put into words. */
  otherwise?: string | undefined;
  [keyword: string]: unknown;
}

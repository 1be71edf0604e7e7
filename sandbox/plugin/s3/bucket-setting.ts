import { textOf } from "../property-values.ts";
import type { Properties } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { call, doing, regionOf, unlessGone } from "../session.ts";
import type { Output, Session } from "../session.ts";

export interface BucketSetting extends Omit<ResourceType, "create" | "read" | "update" | "delete"> {
  /** As the official plugin calls it in its errors. */
  title: string;
  put: string;
  get: string;
  /** What the operation that puts takes beside the bucket. */
  input: (inputs: Properties) => Record<string, unknown>;
  /** The properties in what the operation that gets answers; nothing where that means that there is none. */
  properties: (answer: Output, known: Properties) => Properties | undefined;
  /** How it is taken back: the operation, and what it takes beside the bucket. */
  remove: { operation: string; input?: Record<string, unknown> };
}

/** A resource type that sets one thing about a bucket. Its id is the bucket's name. */
export function bucketSetting(setting: BucketSetting): ResourceType {
  const { title, put, get, input, properties, remove, ...type } = setting;
  const set = async (session: Session, bucket: string, inputs: Properties): Promise<void> => {
    const made = call(session, "s3", put, { Bucket: bucket, ...input(inputs) }, regionOf(session, inputs));
    await doing(`putting S3 Bucket (${bucket}) ${title}`, made);
  };
  return {
    ...type,
    replaceOnChange: ["bucket", "region", ...(type.replaceOnChange === "everything" ? [] : type.replaceOnChange)],

    async create(session, inputs) {
      const bucket = textOf(inputs["bucket"]);
      await set(session, bucket, inputs);
      return { id: bucket };
    },

    async read(session, id, known) {
      const region = regionOf(session, known);
      const answer = await doing(
        `reading S3 Bucket (${id}) ${title}`,
        unlessGone(call(session, "s3", get, { Bucket: id }, region)),
      );
      const found = answer && properties(answer, known);
      return found && { bucket: id, region, ...found };
    },

    async update(session, id, { news }) {
      await set(session, id, news);
    },

    async delete(session, id, state) {
      const removed = call(session, "s3", remove.operation, { Bucket: id, ...remove.input }, regionOf(session, state));
      await doing(`deleting S3 Bucket (${id}) ${title}`, unlessGone(removed));
    },
  };
}

import type { serviceOperations } from "../../../iam/catalogue/service-operations.ts";
import { changesServices as changes, reads } from "../operation.ts";
import { bucketAnywhere } from "../s3/bucket.ts";
import { documents, type Operation, type World } from "../world.ts";
import * as trail from "./trail.ts";

/** A new trail writes into its bucket, in whichever account that is. */
function reached({ S3BucketName }: { S3BucketName: string }, world: World): string[] {
  const accountId = bucketAnywhere(world, S3BucketName)?.accountId ?? world.caller.accountId;
  return [...new Set([world.caller.accountId, accountId])].map(documents.services);
}

export const cloudtrail = {
  CreateTrail: { run: trail.createTrail, changes: reached },
  GetTrail: reads(trail.getTrail),
  UpdateTrail: changes(trail.updateTrail),
  DeleteTrail: changes(trail.deleteTrail),
  StartLogging: changes(trail.log(true)),
  StopLogging: changes(trail.log(false)),
  GetTrailStatus: reads(trail.getTrailStatus),
  AddTags: changes(trail.addTags),
  RemoveTags: changes(trail.removeTags),
  ListTags: reads(trail.listTags),
} satisfies Record<(typeof serviceOperations)["cloudtrail"][number], Operation>;

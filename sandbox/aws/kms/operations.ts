import type { serviceOperations } from "../../../iam/catalogue/service-operations.ts";
import { changesServices as changes, reads } from "../operation.ts";
import type { Operation } from "../world.ts";
import * as alias from "./alias.ts";
import * as key from "./key.ts";

export const kms = {
  CreateKey: changes(key.createKey),
  DescribeKey: reads(key.describeKey),
  ScheduleKeyDeletion: changes(key.scheduleKeyDeletion),
  GetKeyPolicy: reads(key.getKeyPolicy),
  PutKeyPolicy: changes(key.putKeyPolicy),
  UpdateKeyDescription: changes(key.updateKeyDescription),
  EnableKeyRotation: changes(key.rotate(true)),
  DisableKeyRotation: changes(key.rotate(false)),
  GetKeyRotationStatus: reads(key.getKeyRotationStatus),
  TagResource: changes(key.tagResource),
  UntagResource: changes(key.untagResource),
  ListResourceTags: reads(key.listResourceTags),

  CreateAlias: changes(alias.createAlias),
  UpdateAlias: changes(alias.updateAlias),
  DeleteAlias: changes(alias.deleteAlias),
  ListAliases: reads(alias.listAliases),
} satisfies Record<(typeof serviceOperations)["kms"][number], Operation>;

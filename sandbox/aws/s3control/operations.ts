import type { serviceOperations } from "../../../iam/catalogue/service-operations.ts";
import { AwsError } from "../call.ts";
import { changesServices as changes, reads } from "../operation.ts";
import type { Operation, World } from "../world.ts";

interface InAccount {
  AccountId: string;
}

/** Each account sets its own. */
function own({ AccountId }: InAccount, { caller, services }: World) {
  if (AccountId !== caller.accountId) throw new AwsError("AccessDenied", "Access Denied", 403);
  return services.s3;
}

function putPublicAccessBlock(input: InAccount & { PublicAccessBlockConfiguration: object }, world: World) {
  own(input, world).publicAccessBlock = input.PublicAccessBlockConfiguration;
  return {};
}

function getPublicAccessBlock(input: InAccount, world: World) {
  const { publicAccessBlock: PublicAccessBlockConfiguration } = own(input, world);
  if (PublicAccessBlockConfiguration === undefined) {
    const message = "The public access block configuration was not found";
    throw new AwsError("NoSuchPublicAccessBlockConfiguration", message, 404);
  }
  return { PublicAccessBlockConfiguration };
}

function deletePublicAccessBlock(input: InAccount, world: World) {
  delete own(input, world).publicAccessBlock;
  return {};
}

/** S3 of the account as a whole. */
export const s3control = {
  PutPublicAccessBlock: changes(putPublicAccessBlock),
  GetPublicAccessBlock: reads(getPublicAccessBlock),
  DeletePublicAccessBlock: changes(deletePublicAccessBlock),
} satisfies Record<(typeof serviceOperations)["s3control"][number], Operation>;

import { requestId } from "../id.ts";
import type { World } from "../world.ts";
import type { IdentityCenterDocument, Request } from "./identity-center-document.ts";
import { notFound } from "./instance.ts";

export type RequestOutcome = Request;

/** So many are remembered; AWS too forgets them after a while. */
const remembered = 200;

interface Asked {
  AccountId: string;
  PermissionSetArn: string;
  PrincipalType?: string;
  PrincipalId?: string;
}

/** Records how a request ended, to be told to whoever asks for its status. */
export function newRequest(
  { identityCenter: { requests }, now }: World,
  kind: Request["kind"],
  { AccountId, PermissionSetArn, PrincipalType, PrincipalId }: Asked,
  failureReason: string | undefined,
): { id: string; made: Request } {
  const made: Request = {
    kind,
    status: failureReason === undefined ? "SUCCEEDED" : "FAILED",
    createdDate: now,
    permissionSetArn: PermissionSetArn,
    accountId: AccountId,
    principal: { PrincipalType, PrincipalId },
    failureReason,
  };
  const id = requestId();
  requests[id] = made;
  for (const old of Object.keys(requests).slice(0, -remembered)) Reflect.deleteProperty(requests, old);
  return { id, made };
}

export function request({ requests }: IdentityCenterDocument, kind: Request["kind"], id: string): Request {
  const found = Object.hasOwn(requests, id) ? requests[id] : undefined;
  if (found?.kind !== kind) throw notFound("Request");
  return found;
}

import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { Aws, Call } from "../../aws/call.ts";

/** How something that Identity Center does in the background may end. */
export type Ending = "slow" | "failing";

/** Milliseconds that it takes then. */
const duration = 500;

interface Request {
  /** Member of the answer that holds the request's status. */
  status: string;
  /** Operation that asks for the status, and the member of its input that names the request. */
  asking: string;
  id: string;
}

const requests: Record<string, Request | undefined> = {
  CreateAccountAssignment: {
    status: "AccountAssignmentCreationStatus",
    asking: "DescribeAccountAssignmentCreationStatus",
    id: "AccountAssignmentCreationRequestId",
  },
  DeleteAccountAssignment: {
    status: "AccountAssignmentDeletionStatus",
    asking: "DescribeAccountAssignmentDeletionStatus",
    id: "AccountAssignmentDeletionRequestId",
  },
  ProvisionPermissionSet: {
    status: "PermissionSetProvisioningStatus",
    asking: "DescribePermissionSetProvisioningStatus",
    id: "ProvisionPermissionSetRequestId",
  },
};

/** What runs in the background of an AWS, as the plugin that asked for it sees it. */
export interface BackgroundRequests {
  /** Answers a call that begins something, which happens only later. */
  begin: (call: Call, ending: Ending) => Record<string, unknown>;
  /** Answers a call that asks how something is that was begun so. */
  status: (call: Call) => ReturnType<Aws> | undefined;
}

/** https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_AccountAssignmentOperationStatus.html */
export function backgroundRequests(aws: Aws): BackgroundRequests {
  const begun = new Map<unknown, { ended?: (call: Call) => ReturnType<Aws> }>();

  function begin(call: Call, ending: Ending): Record<string, unknown> {
    const request = requests[call.operation];
    if (request === undefined) throw new Error(`AWS does not do ${call.operation} in the background`);
    const { status, id } = request;
    const own = randomUUID();
    const running: { ended?: (asked: Call) => ReturnType<Aws> } = {};
    begun.set(own, running);
    const about = { RequestId: own, PermissionSetArn: call.input["PermissionSetArn"] };
    void setTimeout(duration).then(() => {
      if (ending === "failing") {
        const FailureReason = "Received a 409 status error: another change of the same role was under way.";
        running.ended = () => Promise.resolve({ [status]: { ...about, Status: "FAILED", FailureReason } });
        return;
      }
      const made = aws(call);
      made.catch(() => undefined);
      running.ended = async (asked) => {
        const { RequestId } = (await made)[status] as { RequestId: string };
        return await aws({ ...asked, input: { ...asked.input, [id]: RequestId } });
      };
    });
    return { [status]: { ...about, Status: "IN_PROGRESS" } };
  }

  function status(call: Call): ReturnType<Aws> | undefined {
    const request = Object.values(requests).find((one) => one?.asking === call.operation);
    const running = request && begun.get(call.input[request.id]);
    if (request === undefined || running === undefined) return undefined;
    const RequestId = call.input[request.id];
    return running.ended?.(call) ?? Promise.resolve({ [request.status]: { RequestId, Status: "IN_PROGRESS" } });
  }

  return { begin, status };
}

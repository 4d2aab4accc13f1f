import type { RequestAction, RequestStatus } from "@/generated/prisma/enums";

/** What a person is to a request. Staff of the committee steer it, the owner works on it, the raiser brought it home. */
export type RequestPart = "STAFF" | "OWNER" | "RAISER";

type Step = { to: RequestStatus; by: readonly RequestPart[] };

const handlers: readonly RequestPart[] = ["STAFF", "OWNER"];
const everybody: readonly RequestPart[] = ["STAFF", "OWNER", "RAISER"];

/** Status × action: where it leads, and who may. What is missing is refused. Raising is no step: it makes the request. */
const steps: Record<RequestStatus, Partial<Record<RequestAction, Step>>> = {
  OPEN: {
    TAKE: { to: "IN_PROGRESS", by: handlers },
    TRANSFER: { to: "IN_PROGRESS", by: handlers },
    ANSWER: { to: "ANSWERED", by: handlers },
    REASSIGN: { to: "OPEN", by: ["STAFF"] },
  },
  IN_PROGRESS: {
    TRANSFER: { to: "IN_PROGRESS", by: handlers },
    ANSWER: { to: "ANSWERED", by: handlers },
    REASSIGN: { to: "IN_PROGRESS", by: ["STAFF"] },
  },
  ANSWERED: {
    CLOSE: { to: "CLOSED", by: ["STAFF"] },
    REOPEN: { to: "IN_PROGRESS", by: everybody },
  },
  CLOSED: {
    REOPEN: { to: "IN_PROGRESS", by: everybody },
  },
};

/** Where the action leads from a status for somebody with these parts; null: it is not possible, or not theirs to do. */
export function requestStep(
  status: RequestStatus,
  action: RequestAction,
  parts: readonly RequestPart[],
): RequestStatus | null {
  const step = steps[status][action];
  return step?.by.some((part) => parts.includes(part)) ? step.to : null;
}

/** Whether the action is possible in that status at all, whoever asks. */
export function isRequestActionPossible(status: RequestStatus, action: RequestAction): boolean {
  return steps[status][action] !== undefined;
}

/** The actions open to somebody with these parts, in the order of the work. */
export function requestActions(status: RequestStatus, parts: readonly RequestPart[]): RequestAction[] {
  return (Object.keys(steps[status]) as RequestAction[]).filter((action) => requestStep(status, action, parts));
}

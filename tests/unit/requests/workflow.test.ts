import { describe, expect, test } from "vitest";
import { RequestAction, RequestStatus } from "@/generated/prisma/enums";
import { isRequestActionPossible, type RequestPart, requestActions, requestStep } from "@/lib/requests/workflow";

/** Written by hand, apart from the table: status × action × part → where it leads. */
const expected: Record<RequestStatus, Partial<Record<RequestAction, Partial<Record<RequestPart, RequestStatus>>>>> = {
  OPEN: {
    TAKE: { STAFF: "IN_PROGRESS", OWNER: "IN_PROGRESS" },
    TRANSFER: { STAFF: "IN_PROGRESS", OWNER: "IN_PROGRESS" },
    ANSWER: { STAFF: "ANSWERED", OWNER: "ANSWERED" },
    REASSIGN: { STAFF: "OPEN" },
  },
  IN_PROGRESS: {
    TRANSFER: { STAFF: "IN_PROGRESS", OWNER: "IN_PROGRESS" },
    ANSWER: { STAFF: "ANSWERED", OWNER: "ANSWERED" },
    REASSIGN: { STAFF: "IN_PROGRESS" },
  },
  ANSWERED: {
    CLOSE: { STAFF: "CLOSED" },
    REOPEN: { STAFF: "IN_PROGRESS", OWNER: "IN_PROGRESS", RAISER: "IN_PROGRESS" },
  },
  CLOSED: { REOPEN: { STAFF: "IN_PROGRESS", OWNER: "IN_PROGRESS", RAISER: "IN_PROGRESS" } },
};

const parts: RequestPart[] = ["STAFF", "OWNER", "RAISER"];

describe.each(Object.values(RequestStatus))("%s", (status) => {
  test.each(Object.values(RequestAction))("%s", (action) => {
    for (const part of parts) {
      expect(requestStep(status, action, [part]), part).toBe(expected[status][action]?.[part] ?? null);
    }
    expect(requestStep(status, action, []), "a reader").toBeNull();
    expect(isRequestActionPossible(status, action)).toBe(expected[status][action] !== undefined);
  });
});

test("several parts add up, and each action is offered once", () => {
  expect(requestActions("OPEN", ["RAISER", "STAFF"])).toEqual(["TAKE", "TRANSFER", "ANSWER", "REASSIGN"]);
  expect(requestActions("OPEN", ["RAISER"])).toEqual([]);
});

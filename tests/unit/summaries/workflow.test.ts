import { describe, expect, test } from "vitest";
import { Role, SummaryAction, SummaryStatus } from "@/generated/prisma/enums";
import { isOpen, mayMove, statusAfter } from "@/lib/summaries/workflow";

/** Every move there is: status, role, action, and where it leads. Whatever is not here is refused. */
const moves: [SummaryStatus, Role, SummaryAction, SummaryStatus][] = [
  ["DRAFT", "SECRETARY", "SUBMIT", "SUBMITTED"],
  ["SUBMITTED", "SECRETARY", "WITHDRAW", "DRAFT"],
  ["SUBMITTED", "STAFF", "SEND_BACK", "SENT_BACK"],
  ["SUBMITTED", "STAFF", "ACCEPT", "ACCEPTED"],
  ["SENT_BACK", "SECRETARY", "SUBMIT", "SUBMITTED"],
  ["ACCEPTED", "STAFF", "REOPEN", "SENT_BACK"],
];

const everyMove = Object.values(SummaryStatus).flatMap((status) =>
  Object.values(Role).flatMap((role) => Object.values(SummaryAction).map((action) => ({ status, role, action }))),
);

test("the table asks about every status, role and action", () => expect(everyMove).toHaveLength(4 * 5 * 5));

describe.each(everyMove)("$status, $role, $action", ({ status, role, action }) => {
  const move = moves.find(([from, by, what]) => from === status && by === role && what === action);
  test(move ? `leads to ${move[3]}` : "is refused", () => {
    expect(mayMove(status, role, action)).toBe(move !== undefined);
    if (move) expect(statusAfter(status, action)).toBe(move[3]);
  });
});

test("an action nobody may take from a status leads nowhere", () => {
  for (const status of Object.values(SummaryStatus)) {
    for (const action of Object.values(SummaryAction)) {
      const isThere = moves.some(([from, , what]) => from === status && what === action);
      expect(statusAfter(status, action) !== null, `${status} ${action}`).toBe(isThere);
    }
  }
});

test("a summary submitted after being sent back is withdrawn to where it was", () => {
  expect(statusAfter("SUBMITTED", "WITHDRAW", "SENT_BACK")).toBe("SENT_BACK");
});

test("texts are written before the first submission and after being sent back, never under review or lock", () => {
  expect(Object.values(SummaryStatus).filter(isOpen)).toEqual(["DRAFT", "SENT_BACK"]);
});

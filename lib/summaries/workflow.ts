import type { Role, SummaryAction, SummaryStatus } from "@/generated/prisma/enums";

/** Who may make the move, and where it leads. `BEFORE`: to the status from which it was submitted. */
type Move = { by: Role; to: SummaryStatus | "BEFORE" };

const none: Record<SummaryAction, Move | null> = {
  SUBMIT: null,
  WITHDRAW: null,
  SEND_BACK: null,
  ACCEPT: null,
  REOPEN: null,
};

/**
 * 未报送 → 待审核 → 已退回 → 待审核 → 已通过. The secretary takes a summary back until it is reviewed; staff open an
 * accepted one again, for that one branch.
 */
const moves: Record<SummaryStatus, Record<SummaryAction, Move | null>> = {
  DRAFT: { ...none, SUBMIT: { by: "SECRETARY", to: "SUBMITTED" } },
  SUBMITTED: {
    ...none,
    WITHDRAW: { by: "SECRETARY", to: "BEFORE" },
    SEND_BACK: { by: "STAFF", to: "SENT_BACK" },
    ACCEPT: { by: "STAFF", to: "ACCEPTED" },
  },
  SENT_BACK: { ...none, SUBMIT: { by: "SECRETARY", to: "SUBMITTED" } },
  ACCEPTED: { ...none, REOPEN: { by: "STAFF", to: "SENT_BACK" } },
};

/** Whether the table has this move for this role. */
export function mayMove(status: SummaryStatus, role: Role, action: SummaryAction): boolean {
  return moves[status][action]?.by === role;
}

/** Where a move leads; null when the status has no such move. `cameFrom`: the status it was last submitted from. */
export function statusAfter(
  status: SummaryStatus,
  action: SummaryAction,
  cameFrom: SummaryStatus = "DRAFT",
): SummaryStatus | null {
  const move = moves[status][action];
  if (!move) return null;
  return move.to === "BEFORE" ? cameFrom : move.to;
}

/** Whether the texts may still be written: before the first submission, and after being sent back. */
export function isOpen(status: SummaryStatus): boolean {
  return moves[status].SUBMIT !== null;
}

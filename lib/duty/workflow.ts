import type { DutyAction, DutyShiftStatus } from "@/generated/prisma/enums";

/** Whose hand it is: the instructor whose shift it is, or staff of the committee. */
export type DutyPart = "OWN" | "STAFF";

type Step = { to: DutyShiftStatus; by: readonly DutyPart[] };

const both: readonly DutyPart[] = ["OWN", "STAFF"];

/** Status × action. What is done or cancelled stays so; planning is no step: it makes the shift. */
const steps: Record<DutyShiftStatus, Partial<Record<DutyAction, Step>>> = {
  PLANNED: {
    SWAP: { to: "PLANNED", by: both },
    MOVE: { to: "PLANNED", by: both },
    CANCEL: { to: "CANCELLED", by: both },
    FULFIL: { to: "DONE", by: ["OWN"] },
  },
  DONE: {},
  CANCELLED: {},
};

/** Where the action leads from a status for somebody with these parts; null: not possible, or not theirs to do. */
export function dutyStep(
  status: DutyShiftStatus,
  action: DutyAction,
  parts: readonly DutyPart[],
): DutyShiftStatus | null {
  const step = steps[status][action];
  return step?.by.some((part) => parts.includes(part)) ? step.to : null;
}

import type { ActivityStatus } from "@/generated/prisma/enums";

/** What a person is to an activity: steers it, or answers for a branch that is asked to it. */
export type ActivityPart = "ORGANIZER" | "GUEST";

export const activityActions = [
  "EDIT",
  "INVITE",
  "ANSWER",
  "DOOR",
  "CHECK_IN",
  "TICK",
  "ADD_RESULT",
  "HOLD",
  "CANCEL",
] as const;

export type ActivityAction = (typeof activityActions)[number];

type Step = { to: ActivityStatus; by: ActivityPart };

/** Status × action: where it leads, and who may. What is missing is refused. The rules add the days. */
const steps: Record<ActivityStatus, Partial<Record<ActivityAction, Step>>> = {
  PLANNED: {
    EDIT: { to: "PLANNED", by: "ORGANIZER" },
    INVITE: { to: "PLANNED", by: "ORGANIZER" },
    ANSWER: { to: "PLANNED", by: "GUEST" },
    DOOR: { to: "PLANNED", by: "ORGANIZER" },
    CHECK_IN: { to: "PLANNED", by: "GUEST" },
    TICK: { to: "PLANNED", by: "ORGANIZER" },
    ADD_RESULT: { to: "PLANNED", by: "ORGANIZER" },
    HOLD: { to: "HELD", by: "ORGANIZER" },
    CANCEL: { to: "CANCELLED", by: "ORGANIZER" },
  },
  HELD: {
    EDIT: { to: "HELD", by: "ORGANIZER" },
    TICK: { to: "HELD", by: "ORGANIZER" },
    ADD_RESULT: { to: "HELD", by: "ORGANIZER" },
  },
  CANCELLED: {},
};

/** Where the action leads from a status for somebody with these parts; null: it is not possible, or not theirs to do. */
export function activityStep(
  status: ActivityStatus,
  action: ActivityAction,
  parts: readonly ActivityPart[],
): ActivityStatus | null {
  const step = steps[status][action];
  return step && parts.includes(step.by) ? step.to : null;
}

/** Whether the action is possible in that status at all, whoever asks. */
export function isActivityActionPossible(status: ActivityStatus, action: ActivityAction): boolean {
  return steps[status][action] !== undefined;
}

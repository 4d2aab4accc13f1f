import type { BadgeTone } from "@/components/ui/badge";
import type { PlanStatus } from "@/generated/prisma/enums";
import type { TaskState } from "@/lib/plans/rules";

export const planStatusTones: Record<PlanStatus, BadgeTone> = {
  DRAFT: "attention",
  PUBLISHED: "good",
  CLOSED: "plain",
};

export const taskStateTones: Record<TaskState, BadgeTone> = {
  DONE: "good",
  OPEN: "info",
  LATE: "bad",
  WAIVED: "plain",
};

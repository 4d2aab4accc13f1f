import type { VisitKind } from "@/generated/prisma/enums";
import type { Due } from "@/lib/instructors/rules/rhythm";

export const visitDueLabels: Record<Due, string> = {
  OVERDUE: "已逾期",
  DUE: "本月应走访",
  DONE: "本月已走访",
  LATER: "未到时间",
};

export const visitKindLabels: Record<VisitKind, string> = {
  VISIT: "走访",
  ON_DUTY: "驻点",
  RESEARCH: "调研",
  OTHER: "其他",
};

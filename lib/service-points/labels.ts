import type { DutyRhythm, ServicePointKind } from "@/generated/prisma/enums";
import { weekdayLabels } from "@/lib/duty/labels";

export const servicePointKindLabels: Record<ServicePointKind, string> = {
  DEMONSTRATION: "楼宇联建支部示范点",
  SERVICE: "党建工作站园区服务点",
};

export const dutyRhythmLabels: Record<DutyRhythm, string> = { WEEKLY: "每周", BIWEEKLY: "每两周", MONTHLY: "每月" };

/** `每周三`, `每两周的周三`, `每月第一个周三`. */
export function writeDutyRhythm(point: { dutyRhythm: DutyRhythm; dutyWeekday: number }): string {
  const weekday = weekdayLabels[point.dutyWeekday] ?? "";
  switch (point.dutyRhythm) {
    case "WEEKLY":
      return `每${weekday}`;
    case "BIWEEKLY":
      return `每两周的${weekday}`;
    case "MONTHLY":
      return `每月第一个${weekday}`;
  }
}

/** The rooms a service point commonly has; offered, not prescribed. */
export const commonRooms = "办公区、阅览室、会议室、党建服务窗口";

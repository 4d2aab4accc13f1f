import type { DutyRhythm, ServicePointKind } from "@/generated/prisma/enums";

export const servicePointKindLabels: Record<ServicePointKind, string> = {
  DEMONSTRATION: "楼宇联建支部示范点",
  SERVICE: "党建工作站园区服务点",
};

export const dutyRhythmLabels: Record<DutyRhythm, string> = { WEEKLY: "每周", BIWEEKLY: "每两周", MONTHLY: "每月" };

/** The rooms a service point commonly has; offered, not prescribed. */
export const commonRooms = "办公区、阅览室、会议室、党建服务窗口";

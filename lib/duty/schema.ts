import { z } from "zod";
import { addQuarters, quarterOf, readQuarter, writeQuarter } from "@/lib/calendar";
import {
  choice,
  optionalCount,
  optionalRecordId,
  optionalText,
  recordId,
  requiredDay,
  requiredText,
  version,
} from "@/lib/forms/fields";
import { filterId, filterOf, listParams } from "@/lib/forms/list-params";

export const dutyServices = ["POLICY", "DEVELOPMENT", "MEMBERSHIP", "REQUEST", "ACTIVITY", "OTHER"] as const;

const quarterText = z
  .string()
  .max(6)
  .refine((text) => readQuarter(text) !== null, "请选择季度。");

/** All points of a committee, or one of them. */
export const plannedShifts = z.object({
  committeeId: recordId("党委"),
  servicePointId: optionalRecordId("服务点"),
  quarter: quarterText,
});

const held = { id: recordId("班次"), version };
const reason = requiredText("原因", 200);

export const swappedShift = z.object({ ...held, toId: recordId("换班的党建指导员"), reason });
export const movedShift = z.object({ ...held, dutyOn: requiredDay("改到哪一天"), reason });
export const cancelledShift = z.object({ ...held, reason });

export const loggedShift = z.object({
  ...held,
  servedCount: optionalCount("服务人次", 10_000),
  services: z.array(choice("服务内容", dutyServices)).max(dutyServices.length).default([]),
  matters: optionalText("反映的事项", 2_000).transform((text) => text ?? ""),
});

export const shiftStates = ["PLANNED", "DONE", "MISSED", "CANCELLED"] as const;

export const shiftList = listParams.extend({
  state: filterOf(shiftStates),
  point: filterId,
  instructor: filterId,
  committee: filterId,
});

const madeCount = z.coerce.number().int().min(0).max(100_000).optional().catch(undefined);

/** The page that plans: of which committee, and what the last planning has made. */
export const planPage = z.object({
  committee: filterId,
  quarter: z.string().max(6).catch("").default(""),
  made: madeCount,
  without: madeCount,
});

/** This quarter and the next may be planned: what is over is not planned any more. */
export function plannableQuarters(day: string): string[] {
  const present = quarterOf(day);
  return [present, addQuarters(present, 1)].map(writeQuarter);
}

export type PlannedShifts = z.output<typeof plannedShifts>;
export type SwappedShift = z.output<typeof swappedShift>;
export type MovedShift = z.output<typeof movedShift>;
export type CancelledShift = z.output<typeof cancelledShift>;
export type LoggedShift = z.output<typeof loggedShift>;
export type ShiftList = z.output<typeof shiftList>;

import type { NextRequest } from "next/server";
import { recordExport } from "@/lib/audit/record-export";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { chosenQuarter, writeQuarter, writeQuarterInText } from "@/lib/calendar";
import { dutyServiceLabels, shiftStandingLabels, weekdayLabels } from "@/lib/duty/labels";
import { canListShifts } from "@/lib/duty/policy";
import { allShifts } from "@/lib/duty/queries/list-shifts";
import { weekdayOf } from "@/lib/duty/rules";
import { shiftList } from "@/lib/duty/schema";
import { downloadWorkbook } from "@/lib/sheets/download";

const columns = [
  { header: "驻点日期", width: 12, kind: "day" as const },
  { header: "星期", width: 8 },
  { header: "服务点", width: 30 },
  { header: "党建指导员", width: 12 },
  { header: "情况", width: 10 },
  { header: "服务人次", width: 10, kind: "number" as const },
  { header: "服务内容", width: 24 },
  { header: "反映的事项", width: 50 },
];

/** A quarter's shifts as Excel, under the same filters and in the same order. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  if (!canListShifts(actor)) return hidden();
  const params = Object.fromEntries(request.nextUrl.searchParams);
  const list = shiftList.parse(params);
  const quarter = chosenQuarter(params.quarter, actor.day);
  const shifts = await allShifts(actor, list, quarter);
  const { page: _page, ...filters } = list;
  await recordExport(actor, "duty", {
    filters: { ...filters, quarter: writeQuarter(quarter) },
    rowCount: shifts.length,
  });
  return downloadWorkbook(`驻点服务 ${writeQuarterInText(quarter)}`, {
    sheetName: "驻点服务",
    title: `${writeQuarterInText(quarter)}驻点服务`,
    note: `截至 ${actor.day}，共 ${shifts.length} 个班次`,
    columns,
    rows: [
      shifts.map((shift) => [
        shift.dutyOn,
        weekdayLabels[weekdayOf(shift.dutyOn)] ?? null,
        shift.servicePoint.name,
        shift.instructor.name,
        shiftStandingLabels[shift.standing],
        shift.servedCount,
        shift.services.map((service) => dutyServiceLabels[service]).join("、"),
        shift.matters || null,
      ]),
    ],
  });
}

import type { NextRequest } from "next/server";
import { recordExport } from "@/lib/audit/record-export";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { formatInstant } from "@/lib/calendar";
import { instructorKindLabels } from "@/lib/instructors/labels";
import { canListInstructors } from "@/lib/instructors/policy";
import { exportInstructors } from "@/lib/instructors/queries/list-instructors";
import { instructorList } from "@/lib/instructors/schema";
import { downloadWorkbook } from "@/lib/sheets/download";

const columns = [
  { header: "姓名", width: 12 },
  { header: "类型", width: 8 },
  { header: "专业技术职务", width: 16 },
  { header: "取得日期", width: 12, kind: "day" as const },
  { header: "联系企业", width: 10, kind: "number" as const },
  { header: "联系支部", width: 10, kind: "number" as const },
  { header: "服务点", width: 8, kind: "number" as const },
  { header: "本月待走访", width: 12, kind: "number" as const },
  { header: "逾期走访", width: 10, kind: "number" as const },
  { header: "本季班次", width: 10, kind: "number" as const },
  { header: "本季已驻点", width: 12, kind: "number" as const },
  { header: "未答复诉求", width: 12, kind: "number" as const },
  { header: "上岗日期", width: 12, kind: "day" as const },
  { header: "离岗日期", width: 12, kind: "day" as const },
  { header: "账号", width: 8 },
];

export async function GET(request: NextRequest): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  if (!canListInstructors(actor)) return hidden();
  const list = instructorList.parse(Object.fromEntries(request.nextUrl.searchParams));
  const instructors = await exportInstructors(actor, list);
  const { page: _page, ...filters } = list;
  await recordExport(actor, "instructor", { filters, rowCount: instructors.length });
  return downloadWorkbook(`党建指导员 ${actor.day}`, {
    sheetName: "党建指导员",
    title: "党建指导员名单",
    note: `截至 ${actor.day}，共 ${instructors.length} 人。${actor.name} ${formatInstant(new Date())} 导出`,
    columns,
    rows: [
      instructors.map((instructor) => [
        instructor.name,
        instructorKindLabels[instructor.kind],
        instructor.professionalTitle,
        instructor.titleOn,
        instructor.enterpriseCount,
        instructor.branchCount,
        instructor.servicePointCount,
        instructor.visitsDue,
        instructor.visitsOverdue,
        instructor.shiftsPlanned,
        instructor.shiftsDone,
        instructor.openRequests,
        instructor.startedOn,
        instructor.endedOn,
        instructor.hasAccount ? "已开通" : "未开通",
      ]),
    ],
  });
}

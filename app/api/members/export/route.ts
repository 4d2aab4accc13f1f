import type { NextRequest } from "next/server";
import { recordExport } from "@/lib/audit/record-export";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { formatInstant } from "@/lib/calendar";
import { genderLabels, memberStageLabels } from "@/lib/members/labels";
import { canListMembers } from "@/lib/members/policy";
import { type ExportedMember, exportMembers } from "@/lib/members/queries/export-members";
import { memberList } from "@/lib/members/schema";
import type { Cell } from "@/lib/sheets/cell";
import { downloadWorkbook } from "@/lib/sheets/download";

const columns = [
  { header: "所属党委", width: 28 },
  { header: "姓名", width: 12 },
  { header: "性别", width: 6 },
  { header: "出生日期", width: 12, kind: "day" as const },
  { header: "民族", width: 10 },
  { header: "学历", width: 14 },
  { header: "人员类别", width: 12 },
  { header: "入党日期", width: 12, kind: "day" as const },
  { header: "转正日期", width: 12, kind: "day" as const },
  { header: "党支部", width: 30 },
  { header: "工作单位", width: 36 },
  { header: "职务", width: 16 },
  { header: "企业管理层", width: 12 },
  { header: "流动党员", width: 10 },
  { header: "离开日期", width: 12, kind: "day" as const },
];

/** The register as Excel under the filters of the list. ID numbers and phones stay in the portal. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  if (!canListMembers(actor)) return hidden();
  const { page, ...list } = memberList.parse(Object.fromEntries(request.nextUrl.searchParams));
  const { total, chunks } = await exportMembers(actor, { ...list, page });
  await recordExport(actor, "member", { filters: list, rowCount: total });
  return downloadWorkbook(`党员名册 ${actor.day}`, {
    sheetName: "党员",
    title: "党员名册",
    note: `截至 ${actor.day}，共 ${total} 人。${actor.name} ${formatInstant(new Date())} 导出`,
    columns,
    rows: sheetRows(chunks),
  });
}

async function* sheetRows(chunks: AsyncIterable<ExportedMember[]>): AsyncGenerator<Cell[][]> {
  for await (const chunk of chunks) yield chunk.map(sheetRow);
}

function sheetRow(member: ExportedMember): Cell[] {
  const [committee, name, gender, birthOn, ethnicity, education, stage, joinedOn, becameFullOn, ...places] = member;
  const [branch, enterprise, post, isManagement, isMobile, leftOn] = places;
  return [
    committee,
    name,
    gender && genderLabels[gender],
    birthOn,
    ethnicity,
    education,
    memberStageLabels[stage],
    joinedOn,
    becameFullOn,
    branch,
    enterprise,
    post,
    isManagement ? "是" : null,
    isMobile ? "是" : null,
    leftOn,
  ];
}

import type { NextRequest } from "next/server";
import { recordExport } from "@/lib/audit/record-export";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { formatInstant } from "@/lib/calendar";
import { orgLifeKindLabels } from "@/lib/org-life/labels";
import { canSeeOrgLife } from "@/lib/org-life/policy";
import { countRecords, type ExportedRecord, exportRecords } from "@/lib/org-life/queries/list-records";
import { orgLifeList } from "@/lib/org-life/schema";
import type { Cell } from "@/lib/sheets/cell";
import { downloadWorkbook } from "@/lib/sheets/download";

const columns = [
  { header: "日期", kind: "day" as const },
  { header: "党支部", width: 36 },
  { header: "类型", width: 24 },
  { header: "党小组", width: 14 },
  { header: "主题", width: 40 },
  { header: "地点", width: 20 },
  { header: "主持人" },
  { header: "记录人" },
  { header: "应到", kind: "number" as const },
  { header: "实到", kind: "number" as const },
  { header: "请假", kind: "number" as const },
  { header: "缺席", kind: "number" as const },
  { header: "有表决权应到", kind: "number" as const },
  { header: "有表决权实到", kind: "number" as const },
  { header: "内容", width: 60 },
  { header: "决议", width: 40 },
  { header: "完成的计划任务", width: 30 },
  { header: "登记人" },
  { header: "登记时间", width: 18 },
  { header: "状态" },
];

/** The list of records as Excel, under the same filters and in the same order. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  if (!canSeeOrgLife(actor)) return hidden();
  const list = orgLifeList.parse(Object.fromEntries(request.nextUrl.searchParams));
  const rowCount = await countRecords(actor, list);
  await recordExport(actor, "orgLife", { filters: list, rowCount });
  return downloadWorkbook(`组织生活记录 ${actor.day}`, {
    sheetName: "组织生活记录",
    title: "组织生活记录",
    note: `截至 ${actor.day}，共 ${rowCount} 次`,
    columns,
    rows: rowsOf(exportRecords(actor, list)),
  });
}

async function* rowsOf(chunks: ReturnType<typeof exportRecords>): AsyncGenerator<Cell[][]> {
  for await (const chunk of chunks) yield chunk.map(cellsOf);
}

function cellsOf(record: ExportedRecord): Cell[] {
  const { counts } = record;
  return [
    record.heldOn,
    record.branch.name,
    record.kinds.map((kind) => orgLifeKindLabels[kind]).join("、"),
    record.group?.name ?? null,
    record.topic,
    record.place,
    record.host,
    record.recorder,
    counts.called,
    counts.present,
    counts.leave,
    counts.absent,
    counts.entitled,
    counts.entitledPresent,
    record.content,
    record.resolutions.map(({ text }) => text).join("；"),
    record.tasks.map(({ task }) => task.title).join("、"),
    record.createdByName,
    formatInstant(record.createdAt),
    record.withdrawnAt ? "已撤销" : null,
  ];
}

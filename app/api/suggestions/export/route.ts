import type { NextRequest } from "next/server";
import { recordExport } from "@/lib/audit/record-export";
import { actorOfRequest, unauthorized } from "@/lib/auth/api";
import { formatInstant } from "@/lib/calendar";
import { downloadWorkbook } from "@/lib/sheets/download";
import { suggestionKindLabels } from "@/lib/suggestions/labels";
import { exportSuggestions } from "@/lib/suggestions/queries";
import { suggestionList } from "@/lib/suggestions/schema";

const columns = [
  { header: "类型" },
  { header: "内容", width: 60 },
  { header: "所在页面", width: 24 },
  { header: "提出人" },
  { header: "提出时间", width: 18 },
  { header: "答复", width: 60 },
  { header: "答复人" },
  { header: "答复时间", width: 18 },
];

/** The list of suggestions as Excel, under the same filters and in the same order. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  const list = suggestionList.parse(Object.fromEntries(request.nextUrl.searchParams));
  const found = await exportSuggestions(actor, list);
  await recordExport(actor, "suggestion", { filters: list, rowCount: found.length });
  const rows = found.map((one) => [
    suggestionKindLabels[one.kind],
    one.text,
    one.page,
    one.userName,
    formatInstant(one.createdAt),
    one.answer,
    one.answeredByName,
    one.answeredAt && formatInstant(one.answeredAt),
  ]);
  return downloadWorkbook(`意见建议 ${actor.day}`, {
    sheetName: "意见建议",
    title: "意见建议",
    note: `截至 ${actor.day}，共 ${rows.length} 条`,
    columns,
    rows: [rows],
  });
}

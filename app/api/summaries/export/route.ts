import type { NextRequest } from "next/server";
import { recordExport } from "@/lib/audit/record-export";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { chosenQuarter, formatInstant, writeQuarterInText } from "@/lib/calendar";
import type { Cell } from "@/lib/sheets/cell";
import { downloadWorkbook } from "@/lib/sheets/download";
import { summaryStatusLabels, timelinessLabels } from "@/lib/summaries/labels";
import { canSeeSummaries } from "@/lib/summaries/policy";
import { countSummaries, exportSummaries, type SummaryRow } from "@/lib/summaries/queries/list-summaries";
import { summaryList } from "@/lib/summaries/schema";

const columns = [
  { header: "党支部", width: 36 },
  { header: "所属党委", width: 28 },
  { header: "状态" },
  { header: "首次报送", kind: "day" as const },
  { header: "是否按时" },
  { header: "通过时间", width: 18 },
];

/** The summaries of a quarter as Excel, under the same filters and in the same order. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  if (!canSeeSummaries(actor)) return hidden();
  const list = summaryList.parse(Object.fromEntries(request.nextUrl.searchParams));
  const quarter = chosenQuarter(list.q, actor.day);
  const rowCount = await countSummaries(actor, quarter, list);
  await recordExport(actor, "summary", { filters: list, rowCount });
  return downloadWorkbook(`${writeQuarterInText(quarter)}总结报送情况`, {
    sheetName: "季度总结",
    title: `${writeQuarterInText(quarter)}总结报送情况`,
    note: `截至 ${actor.day}，共 ${rowCount} 个支部`,
    columns,
    rows: rowsOf(exportSummaries(actor, quarter, list)),
  });
}

async function* rowsOf(chunks: ReturnType<typeof exportSummaries>): AsyncGenerator<Cell[][]> {
  for await (const chunk of chunks) yield chunk.map(cellsOf);
}

function cellsOf(row: SummaryRow): Cell[] {
  return [
    row.branchName,
    row.committeeName,
    summaryStatusLabels[row.status],
    row.firstSubmittedOn,
    timelinessLabels[row.timeliness],
    row.acceptedAt && formatInstant(row.acceptedAt),
  ];
}

import type { NextRequest } from "next/server";
import { recordExport } from "@/lib/audit/record-export";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { baseLabels, stateLabels } from "@/lib/coverage/labels";
import { canSeeCoverage } from "@/lib/coverage/policy";
import { completeQuestion } from "@/lib/coverage/queries/complete-question";
import { exportCoverage } from "@/lib/coverage/queries/list-coverage";
import { coverageList } from "@/lib/coverage/schema";
import { categoryLabels } from "@/lib/enterprises/labels";
import { downloadWorkbook } from "@/lib/sheets/download";

const columns = [
  { header: "企业名称", width: 36 },
  { header: "园区", width: 24 },
  { header: "楼宇", width: 14 },
  { header: "类别", width: 12 },
  { header: "正式党员", kind: "number" as const },
  { header: "覆盖情况", width: 60 },
];

export async function GET(request: NextRequest): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  if (!canSeeCoverage(actor)) return hidden();
  const list = await completeQuestion(actor, coverageList.parse(Object.fromEntries(request.nextUrl.searchParams)));
  const rows = await exportCoverage(actor, list);
  await recordExport(actor, "coverage", { filters: list, rowCount: rows.length });
  const title = list.state ? `${stateLabels[list.state]}企业名单` : "企业覆盖名单";
  return downloadWorkbook(`${title} ${list.day}`, {
    sheetName: "名单",
    title,
    note: `截至 ${list.day}，分母为${baseLabels[list.base]}，共 ${rows.length} 家`,
    columns,
    rows: [
      rows.map((row) => [
        row.name,
        row.parkName,
        row.buildingName,
        categoryLabels[row.category],
        row.fullMemberCount,
        row.sentence,
      ]),
    ],
  });
}

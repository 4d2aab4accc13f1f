import type { NextRequest } from "next/server";
import { recordExport } from "@/lib/audit/record-export";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { canListCommittees } from "@/lib/committees/policy";
import { exportCommittees } from "@/lib/committees/queries";
import { committeeList } from "@/lib/committees/schema";
import { downloadWorkbook } from "@/lib/sheets/download";

const columns = [
  { header: "党委名称", width: 44 },
  { header: "代码", width: 14 },
  { header: "行政区", width: 16 },
  { header: "党支部", kind: "number" as const },
  { header: "在册企业", kind: "number" as const },
  { header: "党员", kind: "number" as const },
  { header: "撤销日期", width: 12, kind: "day" as const },
];

/** The tree of committees as Excel under the filters of the screen. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  if (!canListCommittees(actor)) return hidden();
  const list = committeeList.parse(Object.fromEntries(request.nextUrl.searchParams));
  const rows = await exportCommittees(actor, list);
  await recordExport(actor, "committee", { filters: { q: list.q, closed: list.closed }, rowCount: rows.length });
  return downloadWorkbook(`党委 ${actor.day}`, {
    sheetName: "党委",
    title: "党委",
    note: `截至 ${actor.day}，共 ${rows.length} 个`,
    columns,
    rows: [
      rows.map((row) => [
        "　".repeat(row.depth) + row.name,
        row.code,
        row.districtName,
        row.branchCount,
        row.enterpriseCount,
        row.memberCount,
        row.closedOn && { day: row.closedOn },
      ]),
    ],
  });
}

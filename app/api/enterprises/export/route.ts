import type { NextRequest } from "next/server";
import { recordExport } from "@/lib/audit/record-export";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { categoryLabels, coverageLabels } from "@/lib/enterprises/labels";
import { canListEnterprises } from "@/lib/enterprises/policy";
import {
  type ExportedEnterprise,
  exportEnterprises,
  listEnterpriseIds,
} from "@/lib/enterprises/queries/export-enterprises";
import { enterpriseList } from "@/lib/enterprises/schema";
import type { Cell } from "@/lib/sheets/cell";
import { downloadWorkbook } from "@/lib/sheets/download";
import type { SheetColumn } from "@/lib/sheets/workbook-xml";

type Column = SheetColumn & { of: (enterprise: ExportedEnterprise) => Cell };

const yesNo = (value: boolean) => (value ? "是" : "否");

const columns: Column[] = [
  { header: "企业名称", width: 36, of: (e) => e.name },
  { header: "统一社会信用代码", width: 22, kind: "text", of: (e) => e.creditCode },
  { header: "企业类别", width: 12, of: (e) => categoryLabels[e.category] },
  { header: "法定代表人", width: 12, of: (e) => e.legalRepresentative },
  { header: "成立日期", width: 12, kind: "day", of: (e) => e.registeredOn },
  { header: "注册资本（万元）", width: 16, kind: "number", of: (e) => e.capitalWan },
  { header: "园区", width: 24, of: (e) => e.standing?.parkName ?? null },
  { header: "楼宇", width: 14, of: (e) => e.standing?.buildingName ?? null },
  { header: "是否入驻", width: 10, of: (e) => yesNo(e.standing?.isSettled ?? false) },
  { header: "从业人数", width: 10, kind: "number", of: (e) => e.employeeCount },
  { header: "申报党员数", width: 12, kind: "number", of: (e) => e.declaredMemberCount },
  { header: "在册正式党员", width: 14, kind: "number", of: (e) => e.standing?.fullMemberCount ?? 0 },
  { header: "支部覆盖", width: 12, of: (e) => (e.closedOn ? null : coverageLabels[e.standing?.coverage ?? "NONE"]) },
  { header: "覆盖的党支部", width: 36, of: (e) => e.standing?.branchNames ?? null },
  { header: "地址", width: 36, of: (e) => e.address },
  { header: "联系人", width: 12, of: (e) => e.contactName },
  { header: "登记状态", width: 12, of: (e) => (e.closedOn ? e.closeReason : "在营") },
  { header: "注销日期", width: 12, kind: "day", of: (e) => e.closedOn },
];

export async function GET(request: NextRequest): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  if (!canListEnterprises(actor)) return hidden();
  const list = enterpriseList.parse(Object.fromEntries(request.nextUrl.searchParams));
  const ids = await listEnterpriseIds(actor, list);
  const { page: _page, ...filters } = list;
  await recordExport(actor, "enterprise", { filters, rowCount: ids.length });
  return downloadWorkbook(`企业 ${actor.day}`, {
    sheetName: "企业",
    title: "企业名单",
    note: `截至 ${actor.day}，共 ${ids.length} 家`,
    columns,
    rows: toRows(exportEnterprises(actor, ids)),
  });
}

async function* toRows(chunks: AsyncIterable<ExportedEnterprise[]>): AsyncGenerator<Cell[][]> {
  for await (const chunk of chunks) yield chunk.map((enterprise) => columns.map(({ of }) => of(enterprise)));
}

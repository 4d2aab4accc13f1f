import type { NextRequest } from "next/server";
import { recordExport } from "@/lib/audit/record-export";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { outcomeLabels } from "@/lib/rulebook/labels";
import { canListFindings } from "@/lib/rulebook/policy";
import { allFindings, type ListedFinding } from "@/lib/rulebook/queries/list-findings";
import { ruleOf } from "@/lib/rulebook/rules/rulebook";
import { findingList } from "@/lib/rulebook/schema";
import type { Cell } from "@/lib/sheets/cell";
import { downloadWorkbook } from "@/lib/sheets/download";

const columns = [
  { header: "党支部", width: 36 },
  { header: "所属党委", width: 28 },
  { header: "规则", width: 16 },
  { header: "对象", width: 20 },
  { header: "情况" },
  { header: "内容", width: 70 },
  { header: "截止日期", kind: "day" as const },
  { header: "依据", width: 50 },
  { header: "暂缓到", kind: "day" as const },
  { header: "暂缓原因", width: 30 },
];

/** The findings of all branches as Excel, under the same filters and in the same order. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  if (!canListFindings(actor)) return hidden();
  const list = findingList.parse(Object.fromEntries(request.nextUrl.searchParams));
  const findings = await allFindings(actor, list);
  await recordExport(actor, "finding", { filters: list, rowCount: findings.length });
  return downloadWorkbook(`规则提示 ${actor.day}`, {
    sheetName: "规则提示",
    title: "党支部规则提示",
    note: `截至 ${actor.day}，共 ${findings.length} 条`,
    columns,
    rows: [findings.map(cellsOf)],
  });
}

function cellsOf(finding: ListedFinding): Cell[] {
  const { title, source } = ruleOf(finding.rule);
  return [
    finding.branchName,
    finding.committeeName,
    title,
    finding.subject.kind === "MEMBER" ? finding.subject.name : "党支部",
    outcomeLabels[finding.outcome],
    finding.text,
    finding.dueOn,
    source,
    finding.silencedUntil,
    finding.silence?.reason ?? null,
  ];
}

import type { NextRequest } from "next/server";
import { recordExport } from "@/lib/audit/record-export";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { planStatusLabels } from "@/lib/plans/labels";
import { canSeePlans } from "@/lib/plans/policy";
import { exportPlans, type ListedPlan } from "@/lib/plans/queries/list-plans";
import { planList } from "@/lib/plans/schema";
import type { Cell } from "@/lib/sheets/cell";
import { downloadWorkbook } from "@/lib/sheets/download";

const columns = [
  { header: "计划", width: 36 },
  { header: "季度", width: 16 },
  { header: "党委", width: 28 },
  { header: "状态" },
  { header: "任务", kind: "number" as const },
  { header: "应报支部", kind: "number" as const },
  { header: "已接收", kind: "number" as const },
  { header: "总结通过", kind: "number" as const },
  { header: "总结截止", kind: "day" as const },
];

/** The list of plans as Excel, under the same filters and in the same order. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  if (!canSeePlans(actor)) return hidden();
  const list = planList.parse(Object.fromEntries(request.nextUrl.searchParams));
  const plans = await exportPlans(actor, list);
  await recordExport(actor, "plan", { filters: list, rowCount: plans.length });
  return downloadWorkbook(`季度计划 ${actor.day}`, {
    sheetName: "季度计划",
    title: "季度计划",
    note: `截至 ${actor.day}，共 ${plans.length} 个`,
    columns,
    rows: [plans.map(cellsOf)],
  });
}

function cellsOf(plan: ListedPlan): Cell[] {
  return [
    plan.title,
    plan.quarterText,
    plan.committeeName,
    planStatusLabels[plan.status],
    plan.taskCount,
    plan.expectedCount,
    plan.takenOverCount,
    plan.acceptedCount,
    plan.summaryDueOn,
  ];
}

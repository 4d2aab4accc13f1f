import type { NextRequest } from "next/server";
import { recordExport } from "@/lib/audit/record-export";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import type { Day } from "@/lib/calendar";
import { describeProgressList, explainedLabel, taskStateLabels } from "@/lib/plans/labels";
import { type BranchProgress, branchesShown, findPlanProgress } from "@/lib/plans/queries/plan-progress";
import { isExplained } from "@/lib/plans/rules";
import { countsIn } from "@/lib/plans/rules/progress";
import { progressList } from "@/lib/plans/schema/progress";
import type { Cell } from "@/lib/sheets/cell";
import { downloadWorkbook } from "@/lib/sheets/download";
import { summaryStatusLabels } from "@/lib/summaries/labels";

/** The progress board as Excel: the branches on the screen, a column for each task. */
export async function GET(request: NextRequest, props: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  const progress = await findPlanProgress(actor, (await props.params).id);
  if (!progress) return hidden();
  const list = progressList.parse(Object.fromEntries(request.nextUrl.searchParams));
  const branches = branchesShown(progress, list);
  await recordExport(actor, "plan", { filters: { plan: progress.id, ...list }, rowCount: branches.length });
  return downloadWorkbook(`计划进度 ${progress.title} ${actor.day}`, {
    sheetName: "进度",
    title: progress.title,
    note: `${describeProgressList(list, progress.tasks, branches.length)}，截至 ${actor.day}`,
    columns: [
      { header: "党支部", width: 36 },
      { header: "总结" },
      { header: "首次报送", kind: "day" },
      { header: "按时报送" },
      ...progress.tasks.map(({ title, dueOn }, index) => ({ header: `${index + 1}. ${title}（${dueOn}）`, width: 24 })),
    ],
    rows: [branches.map((branch) => cellsOf(branch, progress.summaryDueOn))],
  });
}

function cellsOf(branch: BranchProgress, summaryDueOn: Day): Cell[] {
  const { report } = branch;
  const isReceived = countsIn("received", report, summaryDueOn);
  return [
    branch.isDissolved ? `${branch.name}（已撤销）` : branch.name,
    summaryStatusLabels[report?.status ?? "DRAFT"],
    report?.firstSubmittedOn ?? null,
    isReceived ? (countsIn("onTime", report, summaryDueOn) ? "是" : "否") : null,
    ...branch.cells.map((cell) => `${taskStateLabels[cell.state]}${isExplained(cell) ? `（${explainedLabel}）` : ""}`),
  ];
}

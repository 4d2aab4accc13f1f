import { isCompliant } from "@/lib/bulletins/rules/org-life-figures";
import type { CatchUpGroup } from "@/lib/bulletins/schema/snapshot";
import { type Day, daysBetween, formatDayInText } from "@/lib/calendar";
import { orgLifeKindLabels } from "@/lib/org-life/labels";
import type { BranchProgress } from "@/lib/plans/queries/plan-progress";
import { countsIn } from "@/lib/plans/rules/progress";
import type { Compliance } from "@/lib/rulebook/queries/org-life-compliance";

type Quarter = {
  branches: BranchProgress[];
  tasks: { title: string }[];
  summaryDueOn: Day;
  compliance: Compliance[];
};

/** In this order; a branch stands under the first that applies. An order of matters, not of branches. */
const statuses = ["未报送总结", "总结已退回、尚未重新报送", "逾期报送总结", "任务未完成", "组织生活次数不足"] as const;

type Status = (typeof statuses)[number];

/**
 * Who must catch up, by status and inside it in name order, never ranked (domain section 6). A branch stands once, with every
 * reason. A dissolved branch has nobody left who could.
 */
export function catchUp(quarter: Quarter): CatchUpGroup[] {
  const found = quarter.branches
    .filter(({ isDissolved }) => !isDissolved)
    .map((branch) => ({ name: branch.name, findings: findingsOf(branch, quarter) }))
    .filter(({ findings }) => findings.length > 0);
  return statuses
    .map((status) => ({
      status,
      branches: found
        .filter(({ findings }) => findings[0]?.status === status)
        .map(({ name, findings }) => ({ name, reasons: findings.map(({ reason }) => reason) })),
    }))
    .filter(({ branches }) => branches.length > 0);
}

/** Branches that reported on time, have no task left open and held every meeting they owed, in name order. */
export function fulfilledBranches(quarter: Quarter): string[] {
  return quarter.branches
    .filter(
      (branch) =>
        !branch.isDissolved &&
        countsIn("onTime", branch.report, quarter.summaryDueOn) &&
        findingsOf(branch, quarter).length === 0 &&
        isCompliant(dutiesOf(branch, quarter)),
    )
    .map(({ name }) => name);
}

function dutiesOf({ branchId }: BranchProgress, { compliance }: Quarter): Compliance[] {
  return compliance.filter((duty) => duty.branchId === branchId);
}

function findingsOf(branch: BranchProgress, quarter: Quarter): { status: Status; reason: string }[] {
  return [
    ...reportFindings(branch, quarter.summaryDueOn),
    ...taskFindings(branch, quarter),
    ...dutyFindings(branch, quarter),
  ];
}

function reportFindings({ report }: BranchProgress, dueOn: Day): { status: Status; reason: string }[] {
  if (countsIn("missing", report, dueOn)) return [{ status: statuses[0], reason: "未报送季度总结" }];
  if (countsIn("sentBack", report, dueOn)) return [{ status: statuses[1], reason: "季度总结已退回，尚未重新报送" }];
  if (!report?.firstSubmittedOn || !countsIn("late", report, dueOn)) return [];
  const { firstSubmittedOn } = report;
  const late = daysBetween(dueOn, firstSubmittedOn);
  return [{ status: statuses[2], reason: `季度总结于${formatDayInText(firstSubmittedOn)}报送，逾期${late}天` }];
}

function taskFindings({ cells }: BranchProgress, { tasks }: Quarter): { status: Status; reason: string }[] {
  const open = tasks.filter((_, index) => cells[index]?.state === "OPEN" || cells[index]?.state === "LATE");
  if (open.length === 0) return [];
  return [{ status: statuses[3], reason: `未完成任务：${open.map(({ title }) => title).join("、")}` }];
}

function dutyFindings(branch: BranchProgress, quarter: Quarter): { status: Status; reason: string }[] {
  return dutiesOf(branch, quarter)
    .filter(({ missed }) => missed > 0)
    .map(({ kind, missed }) => ({ status: statuses[4], reason: `${orgLifeKindLabels[kind]}少${missed}次` }));
}

import "server-only";
import type { SummaryStatus } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import { type Day, type Quarter, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";
import { canManagePlan, visiblePlans } from "@/lib/plans/policy";
import { type TaskEvidenceFound, taskProgress } from "@/lib/plans/queries/task-progress";
import { countsIn } from "@/lib/plans/rules/progress";
import type { ProgressList } from "@/lib/plans/schema/progress";

export type PlanProgress = NonNullable<Awaited<ReturnType<typeof findPlanProgress>>>;

export type BranchProgress = {
  branchId: string;
  name: string;
  isDissolved: boolean;
  report: { status: SummaryStatus; firstSubmittedOn: Day | null; acceptedAt: Date | null } | null;
  /** In the order of the tasks. */
  cells: TaskEvidenceFound[];
};

/**
 * How a published plan stands on the actor's day: its tasks, and every expected branch in name order with its report and
 * what is there for each task. For staff of the committee; null for everybody else, and while the plan is a draft.
 */
export async function findPlanProgress(actor: Actor, planId: string) {
  if (!isRecordId(planId)) return null;
  const plan = await db.quarterlyPlan.findFirst({
    where: { AND: [visiblePlans(actor), { id: planId, status: { not: "DRAFT" } }] },
    select: {
      id: true,
      committeeId: true,
      year: true,
      quarter: true,
      title: true,
      status: true,
      summaryDueOn: true,
      tasks: {
        where: { withdrawnIn: null },
        orderBy: [{ position: "asc" }, { id: "asc" }],
        select: { id: true, kind: true, title: true, dueOn: true, isMandatory: true },
      },
    },
  });
  if (!plan || !canManagePlan(actor, plan)) return null;
  const { year, quarter, ...facts } = plan;
  const tasks = plan.tasks.map((task) => ({ ...task, dueOn: toDay(task.dueOn) }));
  return {
    ...facts,
    quarter: { year, quarter } as Quarter,
    summaryDueOn: toDay(plan.summaryDueOn),
    tasks,
    branches: await branchesOf(
      actor,
      planId,
      tasks.map(({ id }) => id),
    ),
  };
}

async function branchesOf(actor: Actor, planId: string, taskIds: string[]): Promise<BranchProgress[]> {
  const [expected, progress] = await Promise.all([
    db.planBranch.findMany({
      where: { planId, branch: visibleBranches(actor) },
      orderBy: [{ branch: { nameSort: "asc" } }, { branchId: "asc" }],
      select: {
        branchId: true,
        branch: { select: { name: true, dissolvedOn: true } },
        summary: { select: { status: true, firstSubmittedOn: true, acceptedAt: true } },
      },
    }),
    taskProgress(actor, { planIds: [planId] }),
  ]);
  return expected.map(({ branchId, branch, summary }) => ({
    branchId,
    name: branch.name,
    isDissolved: branch.dissolvedOn !== null && toDay(branch.dissolvedOn) <= actor.day,
    report: summary && { ...summary, firstSubmittedOn: summary.firstSubmittedOn && toDay(summary.firstSubmittedOn) },
    cells: taskIds.map((taskId) => progress(branchId, taskId)),
  }));
}

/** The branches behind a figure of the board, in name order. */
export function branchesShown({ branches, tasks, summaryDueOn }: PlanProgress, list: ProgressList): BranchProgress[] {
  const index = tasks.findIndex(({ id }) => id === list.task);
  return branches.filter(
    ({ report, cells }) =>
      (!list.show || countsIn(list.show, report, summaryDueOn)) &&
      (index < 0 || !list.state || cells[index]?.state === list.state),
  );
}

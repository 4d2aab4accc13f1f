import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import { type Quarter, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { visiblePlans } from "@/lib/plans/policy";
import { taskProgress } from "@/lib/plans/queries/task-progress";
import { countReports, tallyTask } from "@/lib/plans/rules/progress";

/** How a quarter stands in each published plan of the actor's committees: its reports, and task by task who is done. */
export async function quarterStanding(actor: Actor, quarter: Quarter) {
  const staff: Actor = { ...actor, roles: ["STAFF"] };
  const plans = await plansOf(staff, quarter);
  const found = await taskProgress(staff, { planIds: plans.map(({ id }) => id) });
  return plans.map(({ expected, tasks, committee, ...plan }) => {
    const dueOn = toDay(plan.summaryDueOn);
    const reports = expected.map(
      ({ summary }) =>
        summary && { ...summary, firstSubmittedOn: summary.firstSubmittedOn && toDay(summary.firstSubmittedOn) },
    );
    return {
      ...plan,
      summaryDueOn: dueOn,
      committeeName: committee.name,
      reports: countReports(reports, dueOn),
      tasks: tasks.map((task) => ({
        ...task,
        dueOn: toDay(task.dueOn),
        ...tallyTask(expected.map(({ branchId }) => found(branchId, task.id).state)),
      })),
    };
  });
}

export type QuarterStanding = Awaited<ReturnType<typeof quarterStanding>>[number];

function plansOf(staff: Actor, { year, quarter }: Quarter) {
  return db.quarterlyPlan.findMany({
    where: { AND: [visiblePlans(staff), { year, quarter, status: { not: "DRAFT" } }] },
    orderBy: [{ committee: { nameSort: "asc" } }, { id: "asc" }],
    select: {
      id: true,
      title: true,
      summaryDueOn: true,
      committee: { select: { name: true } },
      tasks: {
        where: { withdrawnIn: null },
        orderBy: [{ position: "asc" }, { id: "asc" }],
        select: { id: true, title: true, dueOn: true },
      },
      expected: {
        where: { branch: visibleBranches(staff) },
        select: { branchId: true, summary: { select: { status: true, firstSubmittedOn: true } } },
      },
    },
  });
}

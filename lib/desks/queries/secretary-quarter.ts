import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { type Quarter, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { visiblePlans } from "@/lib/plans/policy";
import { taskProgress } from "@/lib/plans/queries/task-progress";
import { isExplained } from "@/lib/plans/rules";

/** A quarter's plan as each of the secretary's branches meets it: its tasks with due day and state. */
export async function secretaryQuarter(actor: Actor, quarter: Quarter) {
  const secretary: Actor = { ...actor, roles: ["SECRETARY"] };
  const plans = await plansOf(secretary, quarter);
  const { branchIds } = actor;
  const found = await taskProgress(secretary, { planIds: plans.map(({ id }) => id), branchIds });
  return plans.flatMap(({ expected, tasks, ...plan }) => {
    return expected.map(({ branchId, takenOverAt }) => ({
      ...plan,
      branchId,
      mayTakeOver: takenOverAt === null && plan.status === "PUBLISHED",
      tasks: tasks.map(({ evidence, ...task }) => {
        const standing = found(branchId, task.id);
        const { state } = standing;
        const isWaiting = (state === "OPEN" || state === "LATE") && plan.status === "PUBLISHED";
        return {
          ...task,
          dueOn: toDay(task.dueOn),
          state,
          isExplained: isExplained(standing),
          can: { record: isWaiting && evidence === "ORG_LIFE", plan: isWaiting && evidence === "ACTIVITY" },
        };
      }),
    }));
  });
}

export type BranchPlan = Awaited<ReturnType<typeof secretaryQuarter>>[number];

function plansOf(secretary: Actor, { year, quarter }: Quarter) {
  return db.quarterlyPlan.findMany({
    where: { AND: [visiblePlans(secretary), { year, quarter, status: { not: "DRAFT" } }] },
    select: {
      id: true,
      title: true,
      status: true,
      tasks: {
        where: { withdrawnIn: null },
        orderBy: [{ position: "asc" }, { id: "asc" }],
        select: { id: true, title: true, dueOn: true, isMandatory: true, evidence: true },
      },
      expected: {
        where: { branchId: { in: secretary.branchIds } },
        select: { branchId: true, takenOverAt: true },
      },
    },
  });
}

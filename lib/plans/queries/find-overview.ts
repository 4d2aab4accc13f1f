import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { listExpected, type Plan } from "@/lib/plans/queries/find-plan";
import { taskProgress } from "@/lib/plans/queries/task-progress";
import type { TaskState } from "@/lib/plans/rules";

export type PlanOverview = Awaited<ReturnType<typeof findOverview>>;

/** How the expected branches stand with a plan: by branch how many tasks are done, by task how many branches. */
export async function findOverview(actor: Actor, plan: Plan) {
  const [branches, progress] = await Promise.all([
    listExpected(actor, plan.id),
    taskProgress(actor, { planIds: [plan.id] }),
  ]);
  const stateOf = (branchId: string, taskId: string) => progress(branchId, taskId).state;
  return {
    branches: branches.map((branch) => ({
      ...branch,
      ...countStates(plan.tasks.map(({ id }) => stateOf(branch.branchId, id))),
    })),
    tasks: plan.tasks.map((task) => ({
      ...task,
      ...countStates(branches.map(({ branchId }) => stateOf(branchId, task.id))),
    })),
  };
}

function countStates(states: TaskState[]) {
  const count = (state: TaskState) => states.filter((each) => each === state).length;
  return { doneCount: count("DONE"), waivedCount: count("WAIVED"), lateCount: count("LATE"), openCount: count("OPEN") };
}

export type TaskRow = Awaited<ReturnType<typeof listTaskRows>>[number];

/** One task in every expected branch of the actor's scope: its state and what shows it. */
export async function listTaskRows(actor: Actor, planId: string, taskId: string) {
  const [branches, progress] = await Promise.all([
    listExpected(actor, planId),
    taskProgress(actor, { planIds: [planId] }),
  ]);
  return branches.map(({ branchId, branchName }) => ({ branchId, branchName, ...progress(branchId, taskId) }));
}

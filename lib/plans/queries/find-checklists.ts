import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { canAnswerFor } from "@/lib/plans/policy";
import { type ExpectedBranch, listExpected, type Plan } from "@/lib/plans/queries/find-plan";
import { type TaskProgress, taskProgress } from "@/lib/plans/queries/task-progress";
import { taskState } from "@/lib/plans/rules";
import { allows } from "@/lib/plans/workflow";

export type Checklist = ReturnType<typeof checklistOf>;
export type ChecklistTask = Checklist["tasks"][number];

/** The plan as each branch of the actor meets it: its tasks with due days and state, and what the branch may answer. */
export async function findChecklists(actor: Actor, plan: Plan): Promise<Checklist[]> {
  const expected = (await listExpected(actor, plan.id)).filter(({ branchId }) => canAnswerFor(actor, branchId));
  if (expected.length === 0) return [];
  const progress = await taskProgress(actor, {
    planIds: [plan.id],
    branchIds: expected.map(({ branchId }) => branchId),
  });
  return expected.map((branch) => checklistOf(plan, branch, progress));
}

function checklistOf(plan: Plan, branch: ExpectedBranch, progress: TaskProgress) {
  const canWaive = allows(plan.status, "waive") && branch.summaryStatus !== "ACCEPTED";
  return {
    ...branch,
    can: { takeOver: allows(plan.status, "takeOver") && branch.takenOverAt === null },
    tasks: plan.tasks.map((task) => {
      const found = progress(branch.branchId, task.id);
      return {
        ...task,
        ...found,
        can: {
          waive: canWaive && !task.isMandatory && found.waiver === null && found.state !== "DONE",
          unwaive: canWaive && found.waiver !== null,
          record: canWaive && task.evidence === "ORG_LIFE" && found.waiver === null,
          plan: canWaive && task.evidence === "ACTIVITY" && found.waiver === null,
        },
      };
    }),
  };
}

/** The checklist as a branch will meet it on the day of publication: nothing done, nothing to press yet. */
export function previewChecklist(actor: Actor, plan: Plan): Checklist {
  const nothing = { isWaived: false, hasEvidence: false, hasResult: false };
  return {
    branchId: "",
    branchName: "",
    takenOverAt: null,
    takenOverByName: null,
    isDissolved: false,
    summaryStatus: null,
    can: { takeOver: false },
    tasks: plan.tasks.map((task) => ({
      ...task,
      state: taskState(task, nothing, actor.day),
      records: [],
      activities: [],
      waiver: null,
      result: null,
      can: { waive: false, unwaive: false, record: false, plan: false },
    })),
  };
}

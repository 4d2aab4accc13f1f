import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import { type Day, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { type TaskState, taskState } from "@/lib/plans/rules";

export type TaskEvidenceFound = {
  state: TaskState;
  /** The records that fulfil the task, oldest first. */
  records: { id: string; heldOn: Day; topic: string }[];
  /** Why the branch says it does not apply. */
  waiver: string | null;
  /** What the secretary wrote where records do not say it. */
  result: string | null;
};

/** Progress of a plan by branch and task: `progress(branchId, taskId)`. */
export type TaskProgress = (branchId: string, taskId: string) => TaskEvidenceFound;

/**
 * What is there for each task of a plan, in the branches of the actor's scope (or those given, inside it), as it stands
 * on a day. Tasks taken back by an amendment are left out. One query a table, whatever the number of branches.
 */
export async function taskProgress(
  actor: Actor,
  asked: { planId: string; branchIds?: string[]; day?: Day },
): Promise<TaskProgress> {
  const day = asked.day ?? actor.day;
  const inScope = { AND: [visibleBranches(actor), asked.branchIds ? { id: { in: asked.branchIds } } : {}] };
  const ofPlan = { planId: asked.planId, withdrawnIn: null };
  const [tasks, links, waivers, results] = await Promise.all([
    db.planTask.findMany({ where: ofPlan, select: { id: true, dueOn: true } }),
    db.recordTask.findMany({
      where: { task: ofPlan, record: { withdrawnAt: null, branch: inScope } },
      orderBy: { record: { heldOn: "asc" } },
      select: { taskId: true, record: { select: { id: true, branchId: true, heldOn: true, topic: true } } },
    }),
    db.taskWaiver.findMany({
      where: { task: ofPlan, branch: inScope },
      select: { taskId: true, branchId: true, reason: true },
    }),
    db.summaryTaskResult.findMany({
      where: { task: ofPlan, text: { not: "" }, summary: { branch: inScope } },
      select: { taskId: true, text: true, summary: { select: { branchId: true } } },
    }),
  ]);
  const records = Map.groupBy(links, ({ taskId, record }) => `${record.branchId} ${taskId}`);
  const waiverOf = new Map(waivers.map(({ taskId, branchId, reason }) => [`${branchId} ${taskId}`, reason]));
  const resultOf = new Map(results.map(({ taskId, text, summary }) => [`${summary.branchId} ${taskId}`, text]));
  const dueOn = new Map(tasks.map((task) => [task.id, toDay(task.dueOn)]));
  return (branchId, taskId) => {
    const key = `${branchId} ${taskId}`;
    const found = (records.get(key) ?? []).map(({ record }) => ({
      id: record.id,
      heldOn: toDay(record.heldOn),
      topic: record.topic,
    }));
    const waiver = waiverOf.get(key) ?? null;
    const result = resultOf.get(key) ?? null;
    const facts = { isWaived: waiver !== null, hasEvidence: found.length > 0, hasResult: result !== null };
    return { state: taskState({ dueOn: dueOn.get(taskId) ?? day }, facts, day), records: found, waiver, result };
  };
}

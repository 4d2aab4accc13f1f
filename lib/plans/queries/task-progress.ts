import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import { type Day, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { type TaskState, taskState } from "@/lib/plans/rules";

export type TaskEvidenceFound = {
  state: TaskState;
  /** The records that fulfil the task, oldest first. */
  records: { id: string; heldOn: Day; topic: string }[];
  /** The held activities that fulfil it: those the branch came to or organized, oldest first. */
  activities: { id: string; title: string; startsOn: Day }[];
  /** Why the branch says it does not apply. */
  waiver: string | null;
  /** What the secretary wrote where records do not say it. */
  result: string | null;
};

/** Progress of plans by branch and task: `progress(branchId, taskId)`. */
export type TaskProgress = (branchId: string, taskId: string) => TaskEvidenceFound;

/**
 * What is there for each task of some plans, in the branches of the actor's scope (or those given, inside it), as it
 * stands on a day. Tasks taken back by an amendment are left out. One query a table, whatever the number of plans and
 * branches.
 */
export async function taskProgress(
  actor: Actor,
  asked: { planIds: string[]; branchIds?: string[]; day?: Day },
): Promise<TaskProgress> {
  const day = asked.day ?? actor.day;
  const inScope = { AND: [visibleBranches(actor), asked.branchIds ? { id: { in: asked.branchIds } } : {}] };
  const ofPlans = { planId: { in: asked.planIds }, withdrawnIn: null };
  const [tasks, links, activities, waivers, results] = await Promise.all([
    db.planTask.findMany({ where: ofPlans, select: { id: true, dueOn: true, evidence: true } }),
    db.recordTask.findMany({
      where: { task: ofPlans, record: { withdrawnAt: null, branch: inScope } },
      orderBy: { record: { heldOn: "asc" } },
      select: { taskId: true, record: { select: { id: true, branchId: true, heldOn: true, topic: true } } },
    }),
    activitiesFor(ofPlans, inScope),
    db.taskWaiver.findMany({
      where: { task: ofPlans, branch: inScope },
      select: { taskId: true, branchId: true, reason: true },
    }),
    db.summaryTaskResult.findMany({
      where: { task: ofPlans, text: { not: "" }, summary: { branch: inScope } },
      select: { taskId: true, text: true, summary: { select: { branchId: true } } },
    }),
  ]);
  const records = Map.groupBy(links, ({ taskId, record }) => `${record.branchId} ${taskId}`);
  const waiverOf = new Map(waivers.map(({ taskId, branchId, reason }) => [`${branchId} ${taskId}`, reason]));
  const resultOf = new Map(results.map(({ taskId, text, summary }) => [`${summary.branchId} ${taskId}`, text]));
  const taskOf = new Map(tasks.map(({ id, dueOn, evidence }) => [id, { dueOn: toDay(dueOn), evidence }]));
  return (branchId, taskId) => {
    const key = `${branchId} ${taskId}`;
    const found = (records.get(key) ?? []).map(({ record }) => ({
      id: record.id,
      heldOn: toDay(record.heldOn),
      topic: record.topic,
    }));
    const attended = activities.get(key) ?? [];
    const waiver = waiverOf.get(key) ?? null;
    const result = resultOf.get(key) ?? null;
    const hasEvidence = found.length + attended.length > 0;
    const facts = { isWaived: waiver !== null, hasEvidence, hasResult: result !== null };
    const task = taskOf.get(taskId) ?? { dueOn: day, evidence: "REPORT" };
    return { state: taskState(task, facts, day), records: found, activities: attended, waiver, result };
  };
}

const activity = { id: true, taskId: true, title: true, startsOn: true } as const;

/** The held activities that serve some plans' tasks, for each branch in scope that came or organized one. */
async function activitiesFor(ofPlans: Prisma.PlanTaskWhereInput, inScope: Prisma.BranchWhereInput) {
  const serving = { status: "HELD" as const, task: ofPlans };
  const [organized, attended] = await Promise.all([
    db.activity.findMany({ where: { ...serving, branch: inScope }, select: { ...activity, branchId: true } }),
    db.activityBranch.findMany({
      where: { attendedCount: { gt: 0 }, branch: inScope, activity: serving },
      select: { branchId: true, activity: { select: activity } },
    }),
  ]);
  const rows = [...organized, ...attended.map((row) => ({ ...row.activity, branchId: row.branchId }))];
  const once = new Map(rows.map((row) => [`${row.branchId} ${row.id}`, row]));
  const served = [...once.values()]
    .map(({ branchId, taskId, id, title, startsOn }) => ({
      key: `${branchId} ${taskId}`,
      shown: { id, title, startsOn: toDay(startsOn) },
    }))
    .toSorted((a, b) => (a.shown.startsOn < b.shown.startsOn ? -1 : 1));
  const byKey = Map.groupBy(served, ({ key }) => key);
  return new Map([...byKey].map(([key, group]) => [key, group.map(({ shown }) => shown)]));
}

import "server-only";
import { activitiesOfBranch } from "@/lib/activities/queries/branch-activities";
import type { Actor } from "@/lib/auth/actor";
import { type Quarter, quarterDays, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { heldMeetings } from "@/lib/org-life/queries/held-meetings";
import { taskProgress } from "@/lib/plans/queries/task-progress";
import { orgLifeCompliance } from "@/lib/rulebook/queries/org-life-compliance";
import type { Evidence } from "@/lib/summaries/rules/content";

/** What the records of a quarter say of one branch's work on a plan; nothing of a branch outside the actor's scope. */
export async function gatherEvidence(
  actor: Actor,
  plan: Quarter & { id: string },
  branchId: string,
): Promise<Evidence> {
  const { year, quarter } = plan;
  const days = quarterDays({ year, quarter });
  const [tasks, progress, meetings, activities, compliance] = await Promise.all([
    db.planTask.findMany({
      where: { planId: plan.id, withdrawnIn: null },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { id: true, title: true, kind: true, dueOn: true, isMandatory: true },
    }),
    taskProgress(actor, { planIds: [plan.id], branchIds: [branchId] }),
    heldMeetings(actor, { ...days, branchIds: [branchId] }),
    activitiesOfBranch(actor, branchId, days),
    orgLifeCompliance(actor, { branchIds: [branchId], quarter: { year, quarter } }),
  ]);
  return {
    quarter: { year, quarter },
    tasks: tasks.map((task) => {
      const { records, activities, waiver, result } = progress(branchId, task.id);
      return { ...task, dueOn: toDay(task.dueOn), records, activities, waiver, result: result ?? "" };
    }),
    meetings: meetings.map(({ id, heldOn, kinds, topic, presentCount, rosterCount }) => ({
      id,
      heldOn,
      kinds,
      topic,
      presentCount,
      rosterCount,
    })),
    activities,
    duties: compliance.map(({ kind, required, fulfilled, missed }) => ({ kind, required, fulfilled, missed })),
  };
}

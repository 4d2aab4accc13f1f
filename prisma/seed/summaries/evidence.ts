import { quarterDays } from "@/lib/calendar";
import type { Evidence } from "@/lib/summaries/rules/content";
import { dayOf } from "@/prisma/seed/actors";
import type { SamplePlan } from "@/prisma/seed/plans/draft";
import type { World } from "@/prisma/seed/world";

export type EvidenceOf = (plan: SamplePlan, branchId: string) => Evidence;

/** What the records say of a branch's quarter, as a submission keeps it. */
export function evidenceReader({ rows }: World): EvidenceOf {
  const rosters = Map.groupBy(rows.attendance, ({ recordId }) => recordId);
  const meetings = rows.records.map(({ id, branchId, heldOn, kinds, topic }) => {
    const roster = rosters.get(id) ?? [];
    const presentCount = roster.filter(({ state }) => state === "PRESENT").length;
    const meeting = { id, heldOn: dayOf(heldOn), kinds: kinds as Evidence["meetings"][number]["kinds"], topic };
    return { branchId, meeting: { ...meeting, presentCount, rosterCount: roster.length } };
  });
  const ofBranch = Map.groupBy(meetings, ({ branchId }) => branchId);
  const linked = new Set(rows.recordTasks.map(({ recordId, taskId }) => `${recordId} ${taskId}`));
  const waivers = new Map(rows.waivers.map(({ taskId, branchId, reason }) => [`${taskId} ${branchId}`, reason]));
  return (plan, branchId) => {
    const { from, to } = quarterDays(plan.quarter);
    const held = (ofBranch.get(branchId) ?? [])
      .map(({ meeting }) => meeting)
      .filter(({ heldOn }) => heldOn >= from && heldOn <= to)
      .toSorted((one, other) => one.heldOn.localeCompare(other.heldOn));
    const tasks = plan.tasks.map(({ id, idea: { title, kind, isMandatory }, dueOn }) => {
      const records = held
        .filter((record) => linked.has(`${record.id} ${id}`))
        .map(({ id, heldOn, topic }) => ({ id, heldOn, topic }));
      const waiver = waivers.get(`${id} ${branchId}`) ?? null;
      return { id, title, kind, dueOn, isMandatory, records, activities: [], waiver, result: "" };
    });
    const evidence = { quarter: plan.quarter, tasks, meetings: held, activities: [], duties: [] };
    return evidence;
  };
}

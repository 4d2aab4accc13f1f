import type { Prisma } from "@/generated/prisma/client";
import { today } from "@/lib/calendar";
import type { SamplePlan } from "@/prisma/seed/plans/draft";
import type { Act } from "@/prisma/seed/trail";
import type { World } from "@/prisma/seed/world";

type Json = Prisma.InputJsonValue;
type Done = { at?: Date | string | undefined; byId?: string | null | undefined; byName: string };

/** Who did it and when, as the row says. */
function by({ at, byId, byName }: Done, role: "STAFF" | "SECRETARY") {
  const moment = new Date(at ?? 0);
  return { on: today(moment), at: moment, actorId: byId ?? null, actorName: byName, actorRoles: [role] };
}

/** What the quarters left: plans published, amended, taken over and closed, summaries from step to step, meetings recorded. */
export function quarterActs(world: World, plans: SamplePlan[]): Act[] {
  return [...plans.flatMap((plan) => [...planActs(world, plan), ...summaryActs(world, plan)]), ...recordActs(world)];
}

function planActs({ rows }: World, { id, title, committeeId }: SamplePlan): Act[] {
  const subject = { subjectType: "QuarterlyPlan", subjectId: id, subjectName: title, committeeId };
  const steps = rows.planSteps.filter(({ planId }) => planId === id);
  const amendments = rows.planAmendments.filter(({ planId }) => planId === id);
  const takenOver = rows.planBranches.filter(({ planId, takenOverAt }) => planId === id && takenOverAt);
  return [
    ...steps.map((step) => {
      const action = step.status === "CLOSED" ? "plan.close" : "plan.publish";
      return { ...subject, ...by(step, "STAFF"), action, reason: step.reason ?? null, after: { status: step.status } };
    }),
    ...amendments.map(({ number, reason, changes, ...done }) => {
      return {
        ...subject,
        ...by(done, "STAFF"),
        action: "plan.amend",
        reason,
        after: { number, changes: changes as Json },
      };
    }),
    ...takenOver.map(({ branchName, takenOverAt, takenOverById, takenOverByName }) => {
      const done = { at: takenOverAt ?? undefined, byId: takenOverById, byName: takenOverByName ?? "" };
      return { ...subject, ...by(done, "SECRETARY"), action: "plan.takeOver", after: { branch: branchName } };
    }),
  ];
}

const verbs = { SUBMIT: "submit", WITHDRAW: "withdraw", SEND_BACK: "sendBack", ACCEPT: "accept", REOPEN: "reopen" };

function summaryActs({ rows }: World, { id, quarter, committeeId }: SamplePlan): Act[] {
  const names = new Map(
    rows.planBranches.filter(({ planId }) => planId === id).map(({ branchId, branchName }) => [branchId, branchName]),
  );
  const steps = Map.groupBy(rows.summarySteps, ({ summaryId }) => summaryId);
  return rows.summaries
    .filter(({ planId }) => planId === id)
    .flatMap((summary) => {
      const subjectName = `${names.get(summary.branchId)}${quarter.year}年第${quarter.quarter}季度总结`;
      const subject = { subjectType: "QuarterlySummary", subjectId: summary.id, subjectName, committeeId };
      return (steps.get(summary.id) ?? []).map(({ action, from, to, reasons, ...done }) => ({
        ...subject,
        ...by(done, action === "SUBMIT" ? "SECRETARY" : "STAFF"),
        action: `summary.${verbs[action]}`,
        before: { status: from },
        after: { status: to, ...(reasons ? { reasons: reasons as Json } : {}) },
      }));
    });
}

/** Entered by the secretary of the day of the meeting. */
function recordActs(world: World): Act[] {
  const branches = new Map(world.rows.branches.map(({ id, committeeId }) => [id, committeeId]));
  return world.rows.records.map(({ id, topic, kinds, branchId, createdAt, createdById, createdByName }) => ({
    subjectType: "OrgLifeRecord",
    subjectId: id,
    subjectName: topic,
    committeeId: branches.get(branchId) ?? null,
    ...by({ at: createdAt, byId: createdById, byName: createdByName }, "SECRETARY"),
    action: "orgLife.create",
    after: { topic, kinds },
  }));
}

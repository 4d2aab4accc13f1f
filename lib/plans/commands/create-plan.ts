import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { type Day, type Quarter, toDate, toDay } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { notFound } from "@/lib/errors";
import { auditSubject, quarterOfPlan } from "@/lib/plans/commands/plan-in-hand";
import { canManagePlan, visiblePlans } from "@/lib/plans/policy";
import { movedDueOn, proposedTitle, summaryDueOn } from "@/lib/plans/rules";
import type { NewPlan } from "@/lib/plans/schema";
import { settingsFrom } from "@/lib/settings/rules";

/**
 * Drafts a committee's plan for a quarter, with the deadline of the committee's setting. Copied from an earlier plan it
 * takes over the guidance and the tasks that stand there, their due days moved to the same place in the new quarter.
 * Refuses a committee or a plan outside the actor's scope and a second plan for the quarter (a database constraint).
 */
export function createPlan(actor: Actor, input: NewPlan): Promise<{ id: string }> {
  return command(actor, "plan.create", input, async (tx, record) => {
    const { committeeId, quarter } = input;
    if (!canManagePlan(actor, input)) throw notFound("党委");
    const dueOn = await summaryDeadline(tx, actor, committeeId, quarter);
    const copied = input.copiedFromId ? await copyOf(tx, actor, input.copiedFromId, quarter, dueOn) : null;
    const title = input.title ?? proposedTitle(quarter);
    const { id } = await tx.quarterlyPlan.create({
      data: {
        committeeId,
        ...quarter,
        title,
        guidance: copied?.guidance ?? "",
        summaryDueOn: toDate(dueOn),
        tasks: { create: copied?.tasks ?? [] },
      },
      select: { id: true },
    });
    const source = copied && { copiedFrom: copied.title, taskCount: copied.tasks.length };
    await record({
      ...auditSubject({ id, title, committeeId }),
      after: { ...quarter, title, summaryDueOn: dueOn, ...source },
    });
    return { id };
  });
}

async function summaryDeadline(tx: Tx, actor: Actor, committeeId: string, quarter: Quarter): Promise<Day> {
  const rows = await tx.committeeSetting.findMany({
    where: { committeeId, key: "summaryDeadlineDay" },
    select: { key: true, value: true, validFrom: true },
  });
  const settings = settingsFrom(
    rows.map((row) => ({ ...row, validFrom: toDay(row.validFrom) })),
    actor.day,
  );
  return summaryDueOn(quarter, settings.summaryDeadlineDay);
}

async function copyOf(tx: Tx, actor: Actor, id: string, quarter: Quarter, latest: Day) {
  const plan = await tx.quarterlyPlan.findFirst({
    where: { AND: [visiblePlans(actor), { id }] },
    select: {
      committeeId: true,
      year: true,
      quarter: true,
      title: true,
      guidance: true,
      tasks: {
        where: { withdrawnIn: null },
        orderBy: { position: "asc" },
        select: {
          kind: true,
          title: true,
          detail: true,
          dueOn: true,
          isMandatory: true,
          evidence: true,
          recordKinds: true,
        },
      },
    },
  });
  if (!plan || !canManagePlan(actor, plan)) throw notFound("季度计划");
  const from = quarterOfPlan(plan);
  const tasks = plan.tasks.map((task, index) => ({
    ...task,
    position: index + 1,
    dueOn: toDate(movedDueOn(toDay(task.dueOn), from, quarter, latest)),
  }));
  return { title: plan.title, guidance: plan.guidance, tasks };
}

import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate, toDay } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, StaleError } from "@/lib/errors";
import {
  auditSubject,
  type PlanInHand,
  planToManage,
  refuseDayOutside,
  refuseUnread,
} from "@/lib/plans/commands/plan-in-hand";
import { summaryDueDays } from "@/lib/plans/rules";
import type { EditedPlan, RemovedPlan } from "@/lib/plans/schema";

/**
 * Changes a draft's title, guidance and summary deadline. Refuses when somebody saved the draft after the form was
 * opened, and a deadline before a task is due.
 */
export function updatePlan(actor: Actor, input: EditedPlan): Promise<{ id: string }> {
  return command(actor, "plan.update", input, async (tx, record) => {
    const before = await planToManage(tx, actor, input.id, "edit");
    const { id, version, title, guidance, summaryDueOn } = input;
    if (before.version !== version) throw stale(before);
    refuseDayOutside("总结报送截止日期", summaryDueOn, summaryDueDays(before.quarter));
    await refuseBeforeTasks(tx, input);
    const written = await tx.quarterlyPlan.updateMany({
      where: { id, version, status: "DRAFT" },
      data: { title, guidance, summaryDueOn: toDate(summaryDueOn), version: { increment: 1 } },
    });
    if (written.count !== 1) throw stale(before);
    await record({ ...auditSubject({ ...before, title }), before, after: { title, guidance, summaryDueOn } });
    return { id };
  });
}

async function refuseBeforeTasks(tx: Tx, { id, summaryDueOn }: EditedPlan): Promise<void> {
  const last = await tx.planTask.findFirst({
    where: { planId: id },
    orderBy: { dueOn: "desc" },
    select: { title: true, dueOn: true },
  });
  if (!last || toDay(last.dueOn) <= summaryDueOn) return;
  throw new DomainError(
    "CONFLICT",
    `任务“${last.title}”的完成期限（${toDay(last.dueOn)}）晚于总结报送截止日期。请先提前该任务的期限，或推迟截止日期。`,
  );
}

function stale({ version, title, guidance, summaryDueOn }: PlanInHand): StaleError {
  return new StaleError(version, { title, guidance, summaryDueOn });
}

/** Removes a draft with its tasks: it went out to nobody. The trail keeps what it said. */
export function removePlan(actor: Actor, input: RemovedPlan): Promise<{ id: string }> {
  return command(actor, "plan.remove", input, async (tx, record) => {
    const plan = await planToManage(tx, actor, input.id, "remove");
    refuseUnread(plan, input.version);
    const tasks = await tx.planTask.findMany({
      where: { planId: plan.id },
      orderBy: { position: "asc" },
      select: { title: true },
    });
    await tx.planTask.deleteMany({ where: { planId: plan.id } });
    await tx.quarterlyPlan.delete({ where: { id: plan.id }, select: { id: true } });
    await record({ ...auditSubject(plan), before: { ...plan, tasks: tasks.map(({ title }) => title) } });
    return { id: plan.id };
  });
}

import "server-only";
import { visibleActivities } from "@/lib/activities/policy";
import { daysRefusal, servesQuarter } from "@/lib/activities/rules";
import type { ActivityFacts } from "@/lib/activities/schema";
import type { Actor } from "@/lib/auth/actor";
import { type Quarter, toDate, writeQuarterInText } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound } from "@/lib/errors";
import { visiblePlans } from "@/lib/plans/policy";

type Standing = { id: string; taskId: string | null; kind: string };

/**
 * Refuses days that cannot stand, a task that is not of a published plan of the committee and of the quarter in which
 * the activity begins, and a campaign that is none of the committee's. `before` is the activity as it stood.
 */
export async function refuseFacts(
  tx: Tx,
  actor: Actor,
  committeeId: string,
  input: ActivityFacts,
  before: Standing | null,
): Promise<void> {
  const refusal = daysRefusal({ ...input, endsOn: input.endsOn ?? input.startsOn });
  if (refusal) throw new DomainError("CONFLICT", refusal);
  if (input.taskId) await refuseTask(tx, actor, committeeId, input, before);
  if (input.campaignId) await refuseCampaign(tx, actor, committeeId, input, before);
  if (before?.kind === "CAMPAIGN" && input.kind !== "CAMPAIGN") await refuseLosingParts(tx, before.id);
}

async function refuseTask(
  tx: Tx,
  actor: Actor,
  committeeId: string,
  { taskId, startsOn }: ActivityFacts,
  before: Standing | null,
): Promise<void> {
  const task = await tx.planTask.findFirst({
    where: {
      id: taskId ?? "",
      withdrawnIn: null,
      plan: { AND: [visiblePlans(actor), { committeeId, status: { not: "DRAFT" } }] },
    },
    select: { plan: { select: { year: true, quarter: true, status: true } } },
  });
  if (!task) throw notFound("计划任务");
  const quarter = { year: task.plan.year, quarter: task.plan.quarter as Quarter["quarter"] };
  if (!servesQuarter({ startsOn }, quarter)) {
    const words = writeQuarterInText(quarter);
    throw new DomainError("CONFLICT", `所选任务属于${words}计划，活动开始日期不在这个季度。请核对日期或另选任务。`);
  }
  if (task.plan.status === "CLOSED" && before?.taskId !== taskId) {
    throw new DomainError("WRONG_STATE", "该季度计划已办结，不能再关联新的活动。请另选任务，或不关联任务。");
  }
}

async function refuseCampaign(
  tx: Tx,
  actor: Actor,
  committeeId: string,
  { campaignId, kind }: ActivityFacts,
  before: Standing | null,
): Promise<void> {
  if (kind === "CAMPAIGN") throw new DomainError("CONFLICT", "宣传行动本身不能再属于另一项行动。请清空“所属行动”。");
  const campaign = await tx.activity.findFirst({
    where: { AND: [visibleActivities(actor), { id: campaignId ?? "", kind: "CAMPAIGN", committeeId }] },
    select: { id: true, status: true },
  });
  if (!campaign || campaign.id === before?.id) throw notFound("宣传行动");
  if (campaign.status === "CANCELLED") throw new DomainError("WRONG_STATE", "所选宣传行动已取消。请另选，或不选。");
}

async function refuseLosingParts(tx: Tx, id: string): Promise<void> {
  const parts = await tx.activity.count({ where: { campaignId: id } });
  if (parts > 0) {
    throw new DomainError(
      "CONFLICT",
      `有 ${parts} 项活动属于这项行动，不能改为其他类型。请先在这些活动中改掉“所属行动”。`,
    );
  }
}

/** The columns of what a form says about an activity. */
export function columnsOf(input: ActivityFacts) {
  return {
    kind: input.kind,
    title: input.title,
    detail: input.detail ?? "",
    place: input.place,
    organizers: input.organizers ?? "",
    startsOn: toDate(input.startsOn),
    endsOn: toDate(input.endsOn ?? input.startsOn),
    signUpUntil: input.signUpUntil && toDate(input.signUpUntil),
    taskId: input.taskId,
    campaignId: input.campaignId,
  };
}

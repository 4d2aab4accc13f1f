import type { NotificationKind } from "@/generated/prisma/enums";
import { addDays, formatDayInText, today } from "@/lib/calendar";
import { randomOf } from "@/prisma/seed/chance/random";
import { fieldNews } from "@/prisma/seed/field/news";
import type { SamplePlan } from "@/prisma/seed/plans/draft";
import type { World } from "@/prisma/seed/world";

export type News = {
  kind: NotificationKind;
  at: Date;
  text: string;
  href: string;
  dedupeKey: string;
  userIds: string[];
};

/** What the accounts of the samples were told since the last quarter began; all but the latest has been read. */
export function seedNotifications(world: World, plans: SamplePlan[]): void {
  const random = randomOf("notifications");
  const { rows, clock } = world;
  const recently = addDays(clock.day, -14);
  const latest = new Map<string, News>();
  const recent = plans.filter(({ ago }) => ago <= 1);
  const ofPlans = recent.flatMap((plan) => [...planNews(world, plan), ...summaryNews(world, plan)]);
  const news = [...ofPlans, ...fieldNews(world)];
  news.sort((one, other) => one.at.getTime() - other.at.getTime());
  for (const item of news) for (const userId of item.userIds) latest.set(userId, item);
  for (const item of news) {
    const { userIds, at, ...event } = item;
    for (const userId of userIds) {
      const isRead = today(at) < recently && latest.get(userId) !== item;
      const readAt = isRead ? new Date(at.getTime() + 90 * 60_000) : null;
      rows.notifications.push({ id: random.id(), userId, ...event, createdAt: at, readAt });
    }
  }
}

function planNews({ rows }: World, plan: SamplePlan): News[] {
  const branchIds = new Set(plan.expected.map(({ id }) => id));
  const userIds = rows.grants.filter(({ branchId }) => branchId && branchIds.has(branchId)).map(({ userId }) => userId);
  const told = { href: `/plans/${plan.id}`, userIds };
  const published = rows.planSteps.filter(({ planId, status }) => planId === plan.id && status === "PUBLISHED");
  const amended = rows.planAmendments.filter(({ planId }) => planId === plan.id);
  return [
    ...published.map(({ at }) => ({
      ...told,
      kind: "PLAN_PUBLISHED" as const,
      at: new Date(at ?? 0),
      text: `《${plan.title}》已发布，请查看并接收；季度总结请于${formatDayInText(plan.dueOn)}前报送。`,
      dedupeKey: `plan:${plan.id}:published`,
    })),
    ...amended.map(({ at, number }) => ({
      ...told,
      kind: "PLAN_AMENDED" as const,
      at: new Date(at ?? 0),
      text: `《${plan.title}》有第 ${number} 号修订，请查看。`,
      dedupeKey: `plan:${plan.id}:amended:${number}`,
    })),
  ];
}

const words = { SUBMIT: "已报送，待审核。", SEND_BACK: "已退回，请按意见修改后重新报送。", ACCEPT: "已通过。" };
const kinds = { SUBMIT: "SUMMARY_SUBMITTED", SEND_BACK: "SUMMARY_SENT_BACK", ACCEPT: "SUMMARY_ACCEPTED" } as const;

function summaryNews({ rows }: World, plan: SamplePlan): News[] {
  const staff = rows.grants.filter(({ role, committeeId }) => role === "STAFF" && committeeId === plan.committeeId);
  const summaries = rows.summaries.filter(({ planId }) => planId === plan.id);
  return summaries.flatMap(({ id, branchId }) => {
    const secretaries = rows.grants.filter((grant) => grant.branchId === branchId);
    const name = rows.planBranches.find((row) => row.planId === plan.id && row.branchId === branchId)?.branchName;
    return rows.summarySteps.flatMap(({ id: stepId, summaryId, action, at }) => {
      if (summaryId !== id || !(action === "SUBMIT" || action === "SEND_BACK" || action === "ACCEPT")) return [];
      const told = action === "SUBMIT" ? staff : secretaries;
      return {
        kind: kinds[action],
        at: new Date(at ?? 0),
        text: `${name}${plan.quarter.year}年第${plan.quarter.quarter}季度总结${words[action]}`,
        href: `/summaries/${plan.id}/${branchId}`,
        dedupeKey: `summary-step:${stepId}`,
        userIds: told.map(({ userId }) => userId),
      };
    });
  });
}

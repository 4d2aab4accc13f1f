import { addDays, addQuarters, quarterDays, quarterOf, toDate } from "@/lib/calendar";
import { summaryDueOn } from "@/lib/plans/rules";
import { instantOn, staffOf } from "@/prisma/seed/actors";
import type { Branches } from "@/prisma/seed/branches/records";
import { earlierOf, workday } from "@/prisma/seed/chance/quarters";
import { type Random, randomOf } from "@/prisma/seed/chance/random";
import type { Committees } from "@/prisma/seed/committees";
import { seedAmendments } from "@/prisma/seed/plans/amendments";
import { dayInQuarter, type SamplePlan } from "@/prisma/seed/plans/draft";
import { seedExpected } from "@/prisma/seed/plans/expected";
import { programmeOf } from "@/prisma/seed/plans/programme";
import type { World } from "@/prisma/seed/world";

const guidance =
  "各支部要围绕企业发展开展党建工作，把学习、活动和重点任务安排到日常，活动从简，不增加企业负担，如实记录。";

/** 江北 went through the quarter without a plan: what is left to catch up. */
const unplanned = { committee: "jiangbei", ago: 3 };

/** Eight quarters of plans of both districts, the present one included. */
export function seedPlans(world: World, committees: Committees, branches: Branches): SamplePlan[] {
  const random = randomOf("plans");
  const agos = [7, 6, 5, 4, 3, 2, 1, 0];
  return (["yubei", "jiangbei"] as const).flatMap((key) =>
    agos
      .filter((ago) => key !== unplanned.committee || ago !== unplanned.ago)
      .map((ago) => seedPlan(world, random, branches, draftPlan(world, random, committees[key], ago))),
  );
}

function draftPlan({ clock }: World, random: Random, committeeId: string, ago: number): SamplePlan {
  const quarter = addQuarters(quarterOf(clock.day), -ago);
  const { from, to } = quarterDays(quarter);
  // After the holidays that most quarters begin with.
  const planned = workday(addDays(from, random.between(7, 9)));
  const tasks = programmeOf(quarter, ago % 3 === 2).map((idea) => {
    const [month, day] = idea.due;
    return { id: random.id(), idea, dueOn: dayInQuarter(quarter, month, day) };
  });
  return {
    id: random.id(),
    committeeId,
    quarter,
    ago,
    title: `${quarter.year}年第${["一", "二", "三", "四"][quarter.quarter - 1]}季度党建工作计划`,
    publishedOn: earlierOf(planned, clock.day),
    closedOn: ago > 1 ? addDays(to, random.between(38, 48)) : null,
    dueOn: summaryDueOn(quarter, 10),
    tasks,
    expected: [],
  };
}

function seedPlan(world: World, random: Random, branches: Branches, plan: SamplePlan): SamplePlan {
  const { rows, clock } = world;
  const staff = staffOf(world, plan.committeeId);
  const publishedAt = instantOn(clock, random, plan.publishedOn);
  const closedAt = plan.closedOn && instantOn(clock, random, plan.closedOn);
  rows.plans.push({
    id: plan.id,
    committeeId: plan.committeeId,
    ...plan.quarter,
    title: plan.title,
    guidance,
    status: closedAt ? "CLOSED" : "PUBLISHED",
    summaryDueOn: toDate(plan.dueOn),
    publishedAt,
    closedAt,
    createdAt: new Date(publishedAt.getTime() - 3_600_000),
    version: closedAt ? 3 : 2,
  });
  const by = { planId: plan.id, byId: staff.id, byName: staff.name };
  rows.planSteps.push({ id: random.id(), ...by, status: "PUBLISHED", at: publishedAt });
  if (closedAt) rows.planSteps.push({ id: random.id(), ...by, status: "CLOSED", at: closedAt });
  plan.tasks.forEach(({ id, idea, dueOn }, index) => {
    const { kind, title, detail, isMandatory, evidence, recordKinds } = idea;
    const facts = { kind, title, detail, isMandatory, evidence, recordKinds };
    rows.planTasks.push({ id, planId: plan.id, position: index + 1, ...facts, dueOn: toDate(dueOn) });
  });
  plan.expected = seedExpected(world, random, branches, plan);
  seedAmendments(world, random, plan);
  return plan;
}

import { addDays, type Day, quarterDays, toDate } from "@/lib/calendar";
import { type Doer, instantOn, staffOf } from "@/prisma/seed/actors";
import type { Random } from "@/prisma/seed/chance/random";
import { dayInQuarter, type SamplePlan } from "@/prisma/seed/plans/draft";
import { report } from "@/prisma/seed/plans/programme";
import type { World } from "@/prisma/seed/world";

type Change = { task: string; change: string; before: string | null; after: string | null };

/** Branches dissolved in the quarter need not report; in the last quarter the city asked for one thing more. */
export function seedAmendments(world: World, random: Random, plan: SamplePlan): void {
  const staff = staffOf(world, plan.committeeId);
  let number = 0;
  const amend = (on: Day, reason: string, changes: Change[]) => {
    number += 1;
    addAmendment(world, random, plan, { number, on, reason, changes, staff });
  };
  if (plan.ago === 1) {
    const on = dayInQuarter(plan.quarter, 1, 12);
    amend(on, "按上级部署增加一项工作，并顺延一项任务的期限。", [
      addTask(world, random, plan, number + 1),
      postpone(world, plan),
    ]);
  }
  for (const branch of plan.expected.filter(({ dissolvedOn }) => isDissolvedIn(plan, dissolvedOn))) {
    const change = { task: branch.name, change: "移出应报支部", before: branch.name, after: null };
    amend(addDays(branch.dissolvedOn ?? "", 2), "党支部已撤销，不再报送总结。", [change]);
    plan.expected = plan.expected.filter((other) => other !== branch);
    world.rows.planBranches = world.rows.planBranches.filter(
      (row) => row.planId !== plan.id || row.branchId !== branch.id,
    );
    const taskIds = plan.tasks.map(({ id }) => id);
    world.rows.waivers = world.rows.waivers.filter(
      (row) => row.branchId !== branch.id || !taskIds.includes(row.taskId),
    );
  }
}

type Amendment = { number: number; on: Day; reason: string; changes: Change[]; staff: Doer };

function addAmendment({ rows, clock }: World, random: Random, { id: planId }: SamplePlan, given: Amendment): void {
  const { number, on, reason, changes, staff } = given;
  const at = instantOn(clock, random, on);
  const row = rows.plans.find(({ id }) => id === planId);
  if (row) row.version = (row.version ?? 1) + 1;
  rows.planAmendments.push({
    id: random.id(),
    planId,
    number,
    reason,
    changes,
    at,
    byId: staff.id,
    byName: staff.name,
  });
}

function isDissolvedIn({ quarter }: SamplePlan, dissolvedOn: Day | null): boolean {
  return dissolvedOn !== null && dissolvedOn <= quarterDays(quarter).to;
}

function addTask({ rows }: World, random: Random, plan: SamplePlan, addedIn: number): Change {
  const idea = report([2, 28], "直播和短视频账号信息核对", "核对企业所属账号的名称、简介和负责人信息。", [
    "核对账号 12 个，更正简介 3 处。",
    "核对账号 5 个，信息均准确。",
  ]);
  const dueOn = dayInQuarter(plan.quarter, ...idea.due);
  const { kind, title, detail, isMandatory, evidence, recordKinds } = idea;
  const facts = { kind, title, detail, isMandatory, evidence, recordKinds };
  const task = { id: random.id(), idea, dueOn };
  plan.tasks.push(task);
  const position = plan.tasks.length;
  rows.planTasks.push({ id: task.id, planId: plan.id, position, ...facts, dueOn: toDate(dueOn), addedIn });
  return { task: title, change: "新增任务", before: null, after: `${title}（${dueOn} 前完成）` };
}

/** The lecture may be given until the quarter's end. */
function postpone({ rows }: World, plan: SamplePlan): Change {
  const task = plan.tasks.find(({ idea }) => idea.occasion === "LECTURE");
  const row = rows.planTasks.find(({ id }) => id === task?.id);
  if (!task || !row) throw new Error("every programme has a lecture");
  const before = task.dueOn;
  task.dueOn = quarterDays(plan.quarter).to;
  row.dueOn = toDate(task.dueOn);
  return { task: task.idea.title, change: "完成期限", before, after: task.dueOn };
}

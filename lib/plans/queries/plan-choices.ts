import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import { type Day, toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { visiblePlans } from "@/lib/plans/policy";

type Choice = { value: string; label: string };

/** The earlier plans a new one can be copied from, newest first; with several committees each says whose it is. */
export async function copyChoices(actor: Actor): Promise<Choice[]> {
  const plans = await db.quarterlyPlan.findMany({
    where: { AND: [visiblePlans(actor), { committeeId: { in: actor.committeeIds } }] },
    orderBy: [{ year: "desc" }, { quarter: "desc" }, { committee: { nameSort: "asc" } }],
    take: 100,
    select: { id: true, title: true, committee: { select: { name: true } }, _count: { select: { tasks: true } } },
  });
  const hasSeveral = actor.committeeIds.length > 1;
  return plans.map(({ id, title, committee, _count }) => ({
    value: id,
    label: `${title}（${_count.tasks} 项任务${hasSeveral ? ` · ${committee.name}` : ""}）`,
  }));
}

/** The quarters, as in addresses, that already have a plan of the committee. */
export async function plannedQuarters(actor: Actor, committeeId: string): Promise<Set<string>> {
  const plans = await db.quarterlyPlan.findMany({
    where: { AND: [visiblePlans(actor), { committeeId }] },
    select: { year: true, quarter: true },
  });
  return new Set(plans.map(({ year, quarter }) => `${year}Q${quarter}`));
}

/** The committee's own branches alive on a day, in pinyin order: those a publication on that day would expect. */
export function branchesAlive(actor: Actor, committeeId: string, day: Day) {
  const date = toDate(day);
  return db.branch.findMany({
    where: {
      AND: [
        visibleBranches(actor),
        { committeeId, foundedOn: { lte: date } },
        { OR: [{ dissolvedOn: null }, { dissolvedOn: { gt: date } }] },
      ],
    },
    orderBy: [{ nameSort: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}

export type AmendableBranches = Awaited<ReturnType<typeof amendableBranches>>;

/** What an amendment may change of the expected branches: those founded since may come, those dissolved since may go. */
export async function amendableBranches(actor: Actor, plan: { id: string; committeeId: string }) {
  const [alive, expected] = await Promise.all([
    branchesAlive(actor, plan.committeeId, actor.day),
    db.planBranch.findMany({
      where: { planId: plan.id, plan: visiblePlans(actor) },
      orderBy: { branch: { nameSort: "asc" } },
      select: { branchId: true, branchName: true, branch: { select: { dissolvedOn: true } } },
    }),
  ]);
  const known = new Set(expected.map(({ branchId }) => branchId));
  const today = toDate(actor.day);
  const choice = (value: string, label: string) => ({ value, label });
  return {
    founded: alive.filter(({ id }) => !known.has(id)).map(({ id, name }) => choice(id, name)),
    dissolved: expected
      .filter(({ branch }) => branch.dissolvedOn !== null && branch.dissolvedOn <= today)
      .map(({ branchId, branchName }) => choice(branchId, branchName)),
  };
}

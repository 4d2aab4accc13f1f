import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import { formatDayInText, holdsOn, type Quarter, toDay, today, writeQuarterInText } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";
import { canManagePlan, visiblePlans } from "@/lib/plans/policy";
import type { AmendedChange } from "@/lib/plans/rules";
import { allows } from "@/lib/plans/workflow";

export type Plan = NonNullable<Awaited<ReturnType<typeof findPlan>>>;
export type PlanTask = Plan["tasks"][number];

/**
 * One plan with its tasks in order, those taken back by an amendment apart, and what the actor may do with it;
 * null when missing or outside the actor's scope.
 */
export async function findPlan(actor: Actor, id: string) {
  if (!isRecordId(id)) return null;
  const plan = await db.quarterlyPlan.findFirst({
    where: { AND: [visiblePlans(actor), { id }] },
    select: {
      id: true,
      committeeId: true,
      year: true,
      quarter: true,
      title: true,
      guidance: true,
      status: true,
      summaryDueOn: true,
      publishedAt: true,
      closedAt: true,
      version: true,
      committee: { select: { name: true, names: { select: { name: true, validFrom: true, validTo: true } } } },
      tasks: {
        orderBy: { position: "asc" },
        select: {
          id: true,
          kind: true,
          title: true,
          detail: true,
          dueOn: true,
          isMandatory: true,
          evidence: true,
          recordKinds: true,
          addedIn: true,
          withdrawnIn: true,
        },
      },
    },
  });
  if (!plan) return null;
  const isManaged = canManagePlan(actor, plan);
  const may = (act: Parameters<typeof allows>[1]) => isManaged && allows(plan.status, act);
  const quarter: Quarter = { year: plan.year, quarter: plan.quarter as Quarter["quarter"] };
  const tasks = plan.tasks.map((task) => ({ ...task, dueOn: toDay(task.dueOn) }));
  const { names, ...committee } = plan.committee;
  const issuedOn = plan.publishedAt ? today(plan.publishedAt) : actor.day;
  const nameThen = names.find(({ validFrom, validTo }) =>
    holdsOn(issuedOn, { validFrom: toDay(validFrom), validTo: validTo && toDay(validTo) }),
  );
  return {
    ...plan,
    committee,
    /** Who signs the plan, and when: its committee under the name of the day of publication; of a draft, today's. */
    signature: { name: nameThen?.name ?? committee.name, date: formatDayInText(issuedOn) },
    quarter,
    quarterText: writeQuarterInText(quarter),
    summaryDueOn: toDay(plan.summaryDueOn),
    tasks: tasks.filter(({ withdrawnIn }) => withdrawnIn === null),
    withdrawnTasks: tasks.filter(({ withdrawnIn }) => withdrawnIn !== null),
    can: {
      edit: may("edit"),
      remove: may("remove"),
      publish: may("publish"),
      amend: may("amend"),
      close: may("close"),
      oversee: isManaged && plan.status !== "DRAFT",
    },
  };
}

/** A plan's amendments, newest first. Everybody who reads the plan reads what changed and why. */
export async function listAmendments(actor: Actor, planId: string) {
  const amendments = await db.planAmendment.findMany({
    where: { planId, plan: visiblePlans(actor) },
    orderBy: { number: "desc" },
    select: { id: true, number: true, reason: true, changes: true, at: true, byName: true },
  });
  return amendments.map(({ changes, ...amendment }) => ({
    ...amendment,
    changes: changes as unknown as AmendedChange[],
  }));
}

/** Who published and closed a plan, when and why, oldest first. */
export function listSteps(actor: Actor, planId: string) {
  return db.planStep.findMany({
    where: { planId, plan: visiblePlans(actor) },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { id: true, status: true, at: true, byName: true, reason: true },
  });
}

export type ExpectedBranch = Awaited<ReturnType<typeof listExpected>>[number];

/** The branches in the actor's scope that a plan expects to report, in pinyin order, with their take-over and summary. */
export async function listExpected(actor: Actor, planId: string) {
  const expected = await db.planBranch.findMany({
    where: { planId, plan: visiblePlans(actor), branch: visibleBranches(actor) },
    orderBy: [{ branch: { nameSort: "asc" } }, { branchId: "asc" }],
    select: {
      branchId: true,
      branchName: true,
      takenOverAt: true,
      takenOverByName: true,
      branch: { select: { dissolvedOn: true } },
      summary: { select: { status: true } },
    },
  });
  return expected.map(({ branch, summary, ...row }) => ({
    ...row,
    isDissolved: branch.dissolvedOn !== null && toDay(branch.dissolvedOn) <= actor.day,
    summaryStatus: summary?.status ?? null,
  }));
}

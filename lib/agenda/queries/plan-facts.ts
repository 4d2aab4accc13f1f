import "server-only";
import type { Span } from "@/lib/agenda/queries/deadlines";
import type { AgendaFact } from "@/lib/agenda/rules/entries";
import type { Actor } from "@/lib/auth/actor";
import { type Quarter, toDate, toDay, writeQuarterInText } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { type TaskProgress, taskProgress } from "@/lib/plans/queries/task-progress";
import { visibleFindings } from "@/lib/rulebook/policy";

/**
 * Tasks due and summaries due between two days, for every branch expected to report. Of a plan that is closed nothing
 * is asked any more: what was left open there is no deadline.
 */
export async function planFacts(actor: Actor, asked: Span): Promise<AgendaFact[]> {
  const plans = await plansDue(actor, asked);
  const progress = await taskProgress(actor, { planIds: plans.map(({ id }) => id), ...branchesOf(asked) });
  return plans.flatMap((plan) =>
    [...taskFacts(plan, progress), ...summaryFacts(plan, asked)].filter(
      (fact) => plan.status === "PUBLISHED" || fact.isDone,
    ),
  );
}

const branchesOf = ({ branchIds }: Span) => (branchIds ? { branchIds } : {});

function plansDue(actor: Actor, { from, to, branchIds }: Span) {
  const inSpan = { gte: toDate(from), lte: toDate(to) };
  const branch = { AND: [visibleFindings(actor), branchIds ? { id: { in: branchIds } } : {}] };
  const tasks = { dueOn: inSpan, withdrawnIn: null };
  return db.quarterlyPlan.findMany({
    where: {
      status: { not: "DRAFT" },
      expected: { some: { branch } },
      OR: [{ summaryDueOn: inSpan }, { tasks: { some: tasks } }],
    },
    orderBy: [{ year: "asc" }, { quarter: "asc" }, { id: "asc" }],
    select: {
      id: true,
      status: true,
      year: true,
      quarter: true,
      summaryDueOn: true,
      tasks: { where: tasks, orderBy: { position: "asc" }, select: { id: true, title: true, dueOn: true } },
      expected: {
        where: { branch },
        orderBy: { branchName: "asc" },
        select: { branch: { select: { id: true, name: true } }, summary: { select: { status: true } } },
      },
    },
  });
}

type Plan = Awaited<ReturnType<typeof plansDue>>[number];

function taskFacts(plan: Plan, progress: TaskProgress): AgendaFact[] {
  return plan.tasks.flatMap((task) =>
    plan.expected.flatMap(({ branch }) => {
      const { state } = progress(branch.id, task.id);
      // What does not apply to a branch is neither owed nor done there.
      if (state === "WAIVED") return [];
      return {
        kind: "TASK" as const,
        day: toDay(task.dueOn),
        about: task.id,
        title: task.title,
        detail: "",
        branch,
        href: `/plans/${plan.id}`,
        isDone: state === "DONE",
      };
    }),
  );
}

function summaryFacts(plan: Plan, { from, to }: Span): AgendaFact[] {
  const day = toDay(plan.summaryDueOn);
  if (day < from || day > to) return [];
  const quarter = { year: plan.year, quarter: plan.quarter } as Quarter;
  return plan.expected.map(({ branch, summary }) => ({
    kind: "SUMMARY" as const,
    day,
    about: plan.id,
    title: `${writeQuarterInText(quarter)}总结`,
    detail: "",
    branch,
    href: `/summaries/${plan.id}/${branch.id}`,
    // What was submitted and sent back has met its deadline.
    isDone: summary !== null && summary.status !== "DRAFT",
  }));
}

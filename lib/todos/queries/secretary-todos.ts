import "server-only";
import type { TaskEvidence } from "@/generated/prisma/enums";
import { type Actor, holds } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import { addDays, type Day, daysBetween, type Quarter, toDate, toDay, validOn } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { probationEndsOn, probationReminderDays } from "@/lib/rulebook/rules/members";
import { electionReminderFrom } from "@/lib/rulebook/rules/term";
import { type ExpectedPlan, planTodos } from "@/lib/todos/rules/secretary";
import type { Todo } from "@/lib/todos/rules/todo";

/** A probation is on the desk from its first reminder on. */
const [probationDays] = probationReminderDays;

/** What the secretary's branches must do: plans, summaries, terms and probations. Three queries. */
export async function secretaryTodos(actor: Actor, ahead: number): Promise<Todo[]> {
  if (!holds(actor, "SECRETARY") || actor.branchIds.length === 0) return [];
  const [branches, expected, isSilenced] = await Promise.all([
    ownBranches(actor),
    ownPlans(actor, ahead),
    silences(actor),
  ]);
  return branches.flatMap((branch) => {
    const todos = [
      ...expected
        .filter(({ branchId }) => branchId === branch.id)
        .flatMap(({ plan }) => planTodos(branch.id, plan, actor.day, ahead)),
      ...termTodos(branch, actor.day).filter(() => !isSilenced(branch.id, ["term", "electionReminder"])),
      ...branch.probationers.flatMap((member) =>
        isSilenced(member.id, ["probation"]) ? [] : probationTodos(member, actor.day),
      ),
    ];
    return branches.length === 1 ? todos : todos.map((todo) => ({ ...todo, text: `${branch.name}：${todo.text}` }));
  });
}

const ownScope = (actor: Actor) => ({
  AND: [visibleBranches({ ...actor, roles: ["SECRETARY"] }), { dissolvedOn: null }],
});

async function ownBranches(actor: Actor) {
  const branches = await db.branch.findMany({
    where: ownScope(actor),
    orderBy: { nameSort: "asc" },
    select: {
      id: true,
      name: true,
      terms: { orderBy: { endsOn: "desc" }, take: 1, select: { endsOn: true } },
      memberships: {
        where: { ...validOn(actor.day), member: { stage: "PROBATIONARY", joinedOn: { not: null } } },
        select: { member: { select: { id: true, name: true, joinedOn: true } } },
      },
    },
  });
  return branches.map(({ terms: [term], memberships, ...branch }) => ({
    ...branch,
    termEndsOn: term ? toDay(term.endsOn) : null,
    probationers: memberships.map(({ member }) => member),
  }));
}

function termTodos({ id, termEndsOn }: { id: string; termEndsOn: Day | null }, day: Day): Todo[] {
  if (termEndsOn === null || electionReminderFrom(termEndsOn) > day) return [];
  const isOverdue = termEndsOn <= day;
  const text = isOverdue ? "任期已届满，尽快完成换届" : "任期将届满，在此前完成换届";
  return [{ kind: "TERM", text, href: `/branches/${id}`, dueOn: termEndsOn, isOverdue }];
}

function probationTodos({ id, name, joinedOn }: { id: string; name: string; joinedOn: Date | null }, day: Day): Todo[] {
  if (!joinedOn) return [];
  const dueOn = probationEndsOn(toDay(joinedOn));
  if (daysBetween(day, dueOn) > probationDays) return [];
  const text = `${name}预备期满，按时讨论转正`;
  return [{ kind: "PROBATION", text, href: `/members/${id}`, dueOn, isOverdue: dueOn < day }];
}

async function ownPlans(actor: Actor, ahead: number): Promise<{ branchId: string; plan: ExpectedPlan }[]> {
  const inOwn = { branch: ownScope(actor) };
  const rows = await db.planBranch.findMany({
    where: { ...inOwn, plan: { status: "PUBLISHED" } },
    orderBy: [{ plan: { year: "asc" } }, { plan: { quarter: "asc" } }],
    select: {
      branchId: true,
      takenOverAt: true,
      summary: { select: { status: true } },
      plan: {
        select: {
          id: true,
          title: true,
          committeeId: true,
          year: true,
          quarter: true,
          summaryDueOn: true,
          tasks: {
            where: { isMandatory: true, withdrawnIn: null, dueOn: { lte: toDate(addDays(actor.day, ahead)) } },
            orderBy: [{ dueOn: "asc" }, { position: "asc" }],
            select: {
              title: true,
              dueOn: true,
              records: {
                where: { record: { withdrawnAt: null, ...inOwn } },
                select: { record: { select: { branchId: true } } },
              },
              evidence: true,
              activities: {
                where: { status: "HELD" },
                select: {
                  branchId: true,
                  branches: { where: { attendedCount: { gt: 0 }, ...inOwn }, select: { branchId: true } },
                },
              },
              results: {
                where: { text: { not: "" }, summary: inOwn },
                select: { summary: { select: { branchId: true } } },
              },
            },
          },
        },
      },
    },
  });
  return rows.map(({ branchId, takenOverAt, summary, plan: { tasks, ...plan } }) => ({
    branchId,
    plan: {
      ...plan,
      quarter: plan.quarter as Quarter["quarter"],
      summaryDueOn: toDay(plan.summaryDueOn),
      isTakenOver: takenOverAt !== null,
      summaryStatus: summary?.status ?? null,
      openTasks: tasks
        .filter((task) => !isShown(task, branchId))
        .map(({ title, dueOn }) => ({ title, dueOn: toDay(dueOn) })),
    },
  }));
}

type Shown = {
  evidence: TaskEvidence;
  records: { record: { branchId: string } }[];
  activities: { branchId: string | null; branches: { branchId: string }[] }[];
  results: { summary: { branchId: string } }[];
};

/** Whether something shows a task done in a branch: a record, an activity, or, where it is asked for, a sentence. */
function isShown({ evidence, records, activities, results }: Shown, branchId: string): boolean {
  return (
    records.some(({ record }) => record.branchId === branchId) ||
    activities.some((one) => one.branchId === branchId || one.branches.some((came) => came.branchId === branchId)) ||
    (evidence === "REPORT" && results.some(({ summary }) => summary.branchId === branchId))
  );
}

/** Whether the rulebook's finding about a subject has been put aside until a later day. */
async function silences(actor: Actor) {
  const rows = await db.findingSilence.findMany({
    where: { branch: ownScope(actor), endedAt: null, until: { gt: toDate(actor.day) } },
    select: { rule: true, subjectId: true },
  });
  const silenced = new Set(rows.map(({ rule, subjectId }) => `${rule} ${subjectId}`));
  return (subjectId: string, rules: string[]) => rules.some((rule) => silenced.has(`${rule} ${subjectId}`));
}

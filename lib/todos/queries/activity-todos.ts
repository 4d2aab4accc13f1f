import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import { canPlanActivities, visibleActivities } from "@/lib/activities/policy";
import { type Actor, holds } from "@/lib/auth/actor";
import { addDays, toDate, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { invitationTodo, resultTodo } from "@/lib/todos/rules/activities";
import type { Todo } from "@/lib/todos/rules/todo";

/** More than anybody has open at once; the list of activities has the rest. */
const most = 50;
/** What is older is history, not work. */
const daysBack = 120;

/** What activities ask: a secretary answers invitations, whoever organizes one says afterwards who came and what came of it. */
export async function activityTodos(actor: Actor): Promise<Todo[]> {
  const todos = await Promise.all([invitationTodos(actor), organizerTodos(actor)]);
  return todos.flat();
}

async function invitationTodos(actor: Actor): Promise<Todo[]> {
  if (!holds(actor, "SECRETARY") || actor.branchIds.length === 0) return [];
  const today = { gte: toDate(actor.day) };
  const asked = await db.activityBranch.findMany({
    where: {
      branchId: { in: actor.branchIds },
      signedUpAt: null,
      declinedAt: null,
      attendedCount: null,
      activity: { status: "PLANNED", OR: [{ signUpUntil: today }, { signUpUntil: null, startsOn: today }] },
    },
    orderBy: [{ activity: { startsOn: "asc" } }, { activityId: "asc" }],
    take: most,
    select: {
      branch: { select: { name: true } },
      activity: { select: { id: true, title: true, startsOn: true, signUpUntil: true } },
    },
  });
  return asked.map(({ branch, activity: { startsOn, signUpUntil, ...activity } }) =>
    invitationTodo(
      { ...activity, startsOn: toDay(startsOn), signUpUntil: signUpUntil && toDay(signUpUntil) },
      actor.branchIds.length > 1 ? branch.name : null,
    ),
  );
}

/** Staff look after what the committee organizes, a secretary after what the own branch does. */
async function organizerTodos(actor: Actor): Promise<Todo[]> {
  if (!canPlanActivities(actor)) return [];
  const own: Prisma.ActivityWhereInput[] = [
    ...(holds(actor, "STAFF") ? [{ branchId: null, committeeId: { in: actor.committeeIds } }] : []),
    ...(holds(actor, "SECRETARY") ? [{ branchId: { in: actor.branchIds } }] : []),
  ];
  const over = await db.activity.findMany({
    where: {
      AND: [visibleActivities(actor), { OR: own }],
      endsOn: { lt: toDate(actor.day), gte: toDate(addDays(actor.day, -daysBack)) },
      OR: [{ status: "PLANNED" }, { status: "HELD", heldNote: "", figures: { none: {} } }],
    },
    orderBy: [{ endsOn: "asc" }, { id: "asc" }],
    take: most,
    select: { id: true, title: true, status: true, endsOn: true },
  });
  return over.flatMap(({ endsOn, ...activity }) => resultTodo({ ...activity, endsOn: toDay(endsOn) }, actor.day));
}

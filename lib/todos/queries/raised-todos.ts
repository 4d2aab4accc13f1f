import "server-only";
import { type Actor, holds } from "@/lib/auth/actor";
import { toDate, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { canListRequests, visibleRequests } from "@/lib/requests/policy";
import { answersSuggestions, visibleSuggestions } from "@/lib/suggestions/policy";
import { counted } from "@/lib/todos/rules/counted";
import type { Todo } from "@/lib/todos/rules/todo";

/** More than anybody owns at once; the list of requests has the rest. */
const mostRequests = 50;

/** What others have raised and the actor answers for: enterprises' requests, and suggestions from the box. */
export async function raisedTodos(actor: Actor): Promise<Todo[]> {
  const todos = await Promise.all([
    ownRequestTodos(actor),
    untakenRequestTodos(actor),
    overdueRequestTodos(actor),
    suggestionTodos(actor),
  ]);
  return todos.flat();
}

async function ownRequestTodos(actor: Actor): Promise<Todo[]> {
  if (!canListRequests(actor) || actor.userId === null) return [];
  const owned = await db.enterpriseRequest.findMany({
    where: {
      AND: [visibleRequests(actor), { ownerId: actor.userId, status: { in: ["OPEN", "IN_PROGRESS"] } }],
    },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: mostRequests,
    select: { id: true, dueOn: true, enterprise: { select: { name: true } } },
  });
  return owned.map(({ id, dueOn, enterprise }) => ({
    kind: "REQUEST",
    text: `办理${enterprise.name}的诉求`,
    href: `/requests/${id}`,
    dueOn: toDay(dueOn),
    isOverdue: toDay(dueOn) < actor.day,
  }));
}

/** Staff see to it that somebody takes each request. */
async function untakenRequestTodos(actor: Actor): Promise<Todo[]> {
  if (!holds(actor, "STAFF")) return [];
  const untaken = await db.enterpriseRequest.count({
    where: { AND: [visibleRequests({ ...actor, roles: ["STAFF"] }), { ownerId: null, status: "OPEN" }] },
  });
  return counted("REQUEST", untaken, "件企业诉求还没有人受理", "/requests?status=OPEN");
}

/** And that whoever took one answers in time; what is overdue on the own desk stands there already. */
async function overdueRequestTodos(actor: Actor): Promise<Todo[]> {
  if (!holds(actor, "STAFF")) return [];
  const others = { OR: [{ ownerId: null }, { ownerId: { not: actor.userId ?? "" } }] };
  const isLate = { status: { in: ["OPEN" as const, "IN_PROGRESS" as const] }, dueOn: { lt: toDate(actor.day) } };
  const overdue = await db.enterpriseRequest.count({
    where: { AND: [visibleRequests({ ...actor, roles: ["STAFF"] }), isLate, others] },
  });
  return counted("REQUEST", overdue, "件企业诉求已超过办理期限", "/requests?overdue=1", true);
}

async function suggestionTodos(actor: Actor): Promise<Todo[]> {
  if (!answersSuggestions(actor) || actor.userId === null) return [];
  const waiting = await db.suggestion.count({
    where: { AND: [visibleSuggestions(actor), { answeredAt: null, userId: { not: actor.userId } }] },
  });
  return counted("SUGGESTION", waiting, "条意见建议待答复", "/suggestions?state=open");
}

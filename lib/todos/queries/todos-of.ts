import "server-only";
import { visibleAccounts } from "@/lib/accounts/policy";
import { type Actor, holds } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { visibleDeliveries } from "@/lib/deliveries/policy";
import { activityTodos } from "@/lib/todos/queries/activity-todos";
import { fieldTodos } from "@/lib/todos/queries/field-todos";
import { raisedTodos } from "@/lib/todos/queries/raised-todos";
import { secretaryTodos } from "@/lib/todos/queries/secretary-todos";
import { staffTodos, termTodos } from "@/lib/todos/queries/staff-todos";
import { counted } from "@/lib/todos/rules/counted";
import { byDueDay, type Todo } from "@/lib/todos/rules/todo";

/** A plan's task is on the desk this many days before it is due. */
const usualAhead = 14;

/**
 * What the actor must do, derived from the records as they are: the late first, then by due day. Tasks and summaries due
 * within `ahead` days are in. A fixed number of queries for each role, whatever the size of its scope.
 */
export async function todosOf(actor: Actor, ahead = usualAhead): Promise<Todo[]> {
  const todos = await Promise.all([
    staffTodos(actor),
    secretaryTodos(actor, ahead),
    instructorTodos(actor),
    administratorTodos(actor),
    fieldTodos(actor),
    raisedTodos(actor),
    activityTodos(actor),
  ]);
  return byDueDay(todos.flat());
}

/** Terms of the branches the instructor looks after. */
async function instructorTodos(actor: Actor): Promise<Todo[]> {
  if (!holds(actor, "INSTRUCTOR") || actor.instructorId === null) return [];
  return termTodos({ ...actor, roles: ["INSTRUCTOR"] }, "联系的");
}

/** Messages that were given up, and people who cannot get in. */
async function administratorTodos(actor: Actor): Promise<Todo[]> {
  if (!holds(actor, "ADMIN")) return [];
  const [failed, locked] = await Promise.all([
    db.delivery.count({ where: { AND: [visibleDeliveries(actor), { sentAt: null, failedAt: { not: null } }] } }),
    db.user.count({
      where: { AND: [visibleAccounts(actor), { disabledAt: null, lockedUntil: { gt: new Date() } }] },
    }),
  ]);
  return [
    ...counted("DELIVERY", failed, "条消息发送失败", "/deliveries"),
    ...counted("ACCOUNT", locked, "个账号被锁定", "/accounts?state=LOCKED"),
  ];
}

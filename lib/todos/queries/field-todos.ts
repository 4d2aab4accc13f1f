import "server-only";
import { type Actor, holds } from "@/lib/auth/actor";
import { addQuarters, quarterDays, quarterOf, toDate, writeQuarter, writeQuarterInText } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { visibleShifts } from "@/lib/duty/policy";
import { ownShifts } from "@/lib/duty/queries/list-shifts";
import { quarterToPlan, waitingDays } from "@/lib/duty/rules";
import { visibleServicePoints } from "@/lib/service-points/policy";
import { counted } from "@/lib/todos/rules/counted";
import type { Todo } from "@/lib/todos/rules/todo";
import { visitRhythm } from "@/lib/visits/queries/visit-rhythm";

/** What the rhythm of duty and visits asks of the instructor on the way and of the staff behind. */
export async function fieldTodos(actor: Actor): Promise<Todo[]> {
  const todos = await Promise.all([
    ownDutyTodos(actor),
    ownVisitTodos(actor),
    missedDutyTodos(actor),
    dutyPlanTodos(actor),
  ]);
  return todos.flat();
}

async function ownDutyTodos(actor: Actor): Promise<Todo[]> {
  if (!holds(actor, "INSTRUCTOR")) return [];
  const shifts = await ownShifts(actor, { ...waitingDays(actor.day), to: actor.day });
  const [today, missed] = [
    shifts.filter(({ standing }) => standing === "TODAY"),
    shifts.filter(({ standing }) => standing === "MISSED"),
  ];
  return [
    ...today.map(
      ({ id, servicePoint }): Todo => ({
        kind: "DUTY",
        text: `今天在${servicePoint.name}驻点`,
        href: `/duty/${id}`,
        dueOn: actor.day,
        isOverdue: false,
      }),
    ),
    ...counted("DUTY", missed.length, "个班次没有填写驻点记录", "/duty", true),
  ];
}

async function ownVisitTodos(actor: Actor): Promise<Todo[]> {
  const { instructorId } = actor;
  if (!holds(actor, "INSTRUCTOR") || instructorId === null) return [];
  const rows = await visitRhythm(actor, { instructorId });
  const countOf = (due: string) => rows.filter((row) => row.due === due).length;
  const page = `/visits/due?instructor=${instructorId}&due=`;
  return [
    ...counted("VISIT", countOf("OVERDUE"), "个联系对象逾期未走访", `${page}OVERDUE`, true),
    ...counted("VISIT", countOf("DUE"), "个联系对象本月待走访", `${page}DUE`),
  ];
}

/** A quarter at a time, as the list shows them; older than the last quarter is history. */
async function missedDutyTodos(actor: Actor): Promise<Todo[]> {
  if (!holds(actor, "STAFF")) return [];
  const present = quarterOf(actor.day);
  const todos = await Promise.all(
    [addQuarters(present, -1), present].map(async (quarter) => {
      const { from, to } = quarterDays(quarter);
      const missed = await db.dutyShift.count({
        where: {
          AND: [
            visibleShifts({ ...actor, roles: ["STAFF"] }),
            { status: "PLANNED", dutyOn: { gte: toDate(from), lte: toDate(to), lt: toDate(actor.day) } },
          ],
        },
      });
      const words = `个驻点班次没有填写记录（${writeQuarterInText(quarter)}）`;
      return counted("DUTY", missed, words, `/duty?quarter=${writeQuarter(quarter)}&state=MISSED`, true);
    }),
  );
  return todos.flat();
}

/** Points that have nobody coming next quarter, while there is time to plan it. */
async function dutyPlanTodos(actor: Actor): Promise<Todo[]> {
  const quarter = quarterToPlan(actor.day);
  if (!holds(actor, "STAFF") || quarter === null) return [];
  const { from, to } = quarterDays(quarter);
  const unplanned = await db.servicePoint.count({
    where: {
      AND: [
        visibleServicePoints({ ...actor, roles: ["STAFF"] }),
        { closedOn: null, shifts: { none: { dutyOn: { gte: toDate(from), lte: toDate(to) } } } },
      ],
    },
  });
  const words = `个服务点还没有${writeQuarterInText(quarter)}的驻点班次`;
  const page = `/duty/plan?quarter=${writeQuarter(quarter)}`;
  return counted("DUTY_PLAN", unplanned, words, page).map((todo) => ({ ...todo, dueOn: from }));
}

import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { toDate, toDay, validOn } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { pageWindow } from "@/lib/forms/list-params";
import { visibleInstructors } from "@/lib/instructors/policy";
import { loadsOf, noLoad } from "@/lib/instructors/queries/loads";
import type { InstructorList } from "@/lib/instructors/schema";
import { nameMatches } from "@/lib/search/keys";

function instructorsWhere(actor: Actor, list: InstructorList): Prisma.InstructorWhereInput {
  const inPost = { OR: [{ endedOn: null }, { endedOn: { gt: toDate(actor.day) } }] };
  return {
    AND: [
      visibleInstructors(actor),
      nameMatches(list.q) ?? {},
      list.kind ? { kind: list.kind } : {},
      list.idle ? { assignments: { none: validOn(actor.day) } } : {},
      list.ended ? {} : inPost,
    ],
  };
}

/** One page of the instructors in the actor's scope with their load today, and how many there are in all. */
export async function listInstructors(actor: Actor, list: InstructorList) {
  const [rows, total] = await Promise.all([
    instructorRows(actor, list, pageWindow(list.page)),
    db.instructor.count({ where: instructorsWhere(actor, list) }),
  ]);
  return { rows, total };
}

/** All instructors under the filters of a list. */
export function exportInstructors(actor: Actor, list: InstructorList) {
  return instructorRows(actor, list, { take: 20_000 });
}

async function instructorRows(actor: Actor, list: InstructorList, window: { skip?: number; take: number }) {
  const direction = list.sort.startsWith("-") ? "desc" : "asc";
  const column = list.sort.endsWith("started") ? "startedOn" : "nameSort";
  const instructors = await db.instructor.findMany({
    where: instructorsWhere(actor, list),
    orderBy: [{ [column]: direction }, { id: direction }],
    ...window,
    select: {
      id: true,
      name: true,
      kind: true,
      professionalTitle: true,
      titleOn: true,
      startedOn: true,
      endedOn: true,
      userId: true,
    },
  });
  const loads = await loadsOf(actor, instructors);
  return instructors.map(({ userId, titleOn, startedOn, endedOn, ...instructor }) => ({
    ...instructor,
    titleOn: titleOn && toDay(titleOn),
    startedOn: toDay(startedOn),
    endedOn: endedOn && toDay(endedOn),
    hasAccount: userId !== null,
    ...(loads.get(instructor.id) ?? noLoad),
  }));
}

import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { validOn } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { visibleInstructors } from "@/lib/instructors/policy";

/** Instructors with what each looks after today, the most loaded first. */
export async function instructorLoads(actor: Actor) {
  const live = validOn(actor.day);
  const instructors = await db.instructor.findMany({
    where: { AND: [visibleInstructors(actor), { endedOn: null }] },
    orderBy: [{ nameSort: "asc" }, { id: "asc" }],
    take: 50,
    select: {
      id: true,
      name: true,
      assignments: { where: live, select: { enterpriseId: true, branchId: true, servicePointId: true } },
    },
  });
  return instructors
    .map(({ assignments, ...instructor }) => ({
      ...instructor,
      enterpriseCount: assignments.filter(({ enterpriseId }) => enterpriseId).length,
      branchCount: assignments.filter(({ branchId }) => branchId).length,
      servicePointCount: assignments.filter(({ servicePointId }) => servicePointId).length,
    }))
    .toSorted((a, b) => b.enterpriseCount - a.enterpriseCount);
}

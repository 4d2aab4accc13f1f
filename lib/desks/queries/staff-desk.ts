import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import { addMonths, toDate, validOn } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { electionReminderMonths } from "@/lib/desks/rules";
import { visibleEnterprises } from "@/lib/enterprises/policy";
import { visibleImports } from "@/lib/imports/policy";
import { visibleInstructors } from "@/lib/instructors/policy";
import { visibleServicePoints } from "@/lib/service-points/policy";

/** What a member of staff must do today, each with how many there are. */
export async function staffTasks(actor: Actor) {
  const live = validOn(actor.day);
  const remindUntil = toDate(addMonths(actor.day, electionReminderMonths));
  const [importsToConfirm, termsEnding, plansOverdue, pointsWithoutInstructor] = await Promise.all([
    db.importBatch.count({ where: { AND: [visibleImports(actor), { status: "JUDGED" }] } }),
    db.branch.count({
      where: {
        AND: [
          visibleBranches(actor),
          {
            dissolvedOn: null,
            terms: { some: { endsOn: { lte: remindUntil } }, none: { endsOn: { gt: remindUntil } } },
          },
        ],
      },
    }),
    db.enterprise.count({
      where: {
        AND: [
          visibleEnterprises(actor),
          { closedOn: null, plannedBranchOn: { lt: toDate(actor.day) }, coverages: { none: live } },
        ],
      },
    }),
    db.servicePoint.count({
      where: { AND: [visibleServicePoints(actor), { closedOn: null, assignments: { none: live } }] },
    }),
  ]);
  return { importsToConfirm, termsEnding, plansOverdue, pointsWithoutInstructor };
}

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

import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import { termFilter } from "@/lib/branches/queries/list-branches";
import { validOn } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { visibleEnterprises } from "@/lib/enterprises/policy";
import { branchOverdue } from "@/lib/enterprises/queries/enterprise-filter";
import { visibleImports } from "@/lib/imports/policy";
import { visibleInstructors } from "@/lib/instructors/policy";
import { visibleServicePoints } from "@/lib/service-points/policy";

/** What a member of staff must do today, each with how many there are. */
export async function staffTasks(actor: Actor) {
  const count = (where: Prisma.BranchWhereInput) =>
    db.branch.count({ where: { AND: [visibleBranches(actor), where] } });
  const [importsToConfirm, termsOverdue, termsEnding, plansOverdue, pointsWithoutInstructor] = await Promise.all([
    db.importBatch.count({ where: { AND: [visibleImports(actor), { status: "JUDGED" }] } }),
    count(termFilter(actor, "overdue")),
    count(termFilter(actor, "due-soon")),
    db.enterprise.count({ where: { AND: [visibleEnterprises(actor), branchOverdue(actor)] } }),
    db.servicePoint.count({
      where: { AND: [visibleServicePoints(actor), { closedOn: null, assignments: { none: validOn(actor.day) } }] },
    }),
  ]);
  return { importsToConfirm, termsOverdue, termsEnding, plansOverdue, pointsWithoutInstructor };
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

import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import { type Day, toDate, toDay } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { visibleEnterprises } from "@/lib/enterprises/policy";
import { DomainError, notFound } from "@/lib/errors";
import { activeInstructor, auditSubject, refuseBeforeStart } from "@/lib/instructors/commands/editable-instructor";
import type { NewAssignments } from "@/lib/instructors/schema";
import { visibleServicePoints } from "@/lib/service-points/policy";

/**
 * Assigns an instructor to enterprises, branches and service points of the actor's scope from a day on, all or none.
 * Refuses what is closed by that day, and what the instructor looks after already.
 */
export function assignTargets(actor: Actor, input: NewAssignments): Promise<{ id: string }> {
  return command(actor, "instructor.assign", input, async (tx, record) => {
    const { validFrom, enterpriseIds, branchIds, servicePointIds } = input;
    const instructor = await activeInstructor(tx, actor, input.id);
    refuseBeforeStart(instructor, validFrom);
    const enterprises = await openEnterprises(tx, actor, enterpriseIds, validFrom);
    const branches = await liveBranches(tx, actor, branchIds, validFrom);
    const servicePoints = await openServicePoints(tx, actor, servicePointIds, validFrom);
    const common = { instructorId: instructor.id, validFrom: toDate(validFrom) };
    await tx.assignment.createMany({
      data: [
        ...enterpriseIds.map((enterpriseId) => ({ ...common, enterpriseId })),
        ...branchIds.map((branchId) => ({ ...common, branchId })),
        ...servicePointIds.map((servicePointId) => ({ ...common, servicePointId })),
      ],
    });
    await record({ ...auditSubject(instructor), after: { validFrom, enterprises, branches, servicePoints } });
    return { id: instructor.id };
  });
}

async function openEnterprises(tx: Tx, actor: Actor, ids: string[], day: Day): Promise<string[]> {
  if (ids.length === 0) return [];
  const found = await tx.enterprise.findMany({
    where: { AND: [visibleEnterprises(actor), { id: { in: ids } }] },
    select: { name: true, closedOn: true },
  });
  return namesOfOpen("企业", ids, found, day);
}

async function liveBranches(tx: Tx, actor: Actor, ids: string[], day: Day): Promise<string[]> {
  if (ids.length === 0) return [];
  const found = await tx.branch.findMany({
    where: { AND: [visibleBranches(actor), { id: { in: ids } }] },
    select: { name: true, dissolvedOn: true },
  });
  const rows = found.map(({ name, dissolvedOn }) => ({ name, closedOn: dissolvedOn }));
  return namesOfOpen("党支部", ids, rows, day);
}

async function openServicePoints(tx: Tx, actor: Actor, ids: string[], day: Day): Promise<string[]> {
  if (ids.length === 0) return [];
  const found = await tx.servicePoint.findMany({
    where: { AND: [visibleServicePoints(actor), { id: { in: ids } }] },
    select: { name: true, closedOn: true },
  });
  return namesOfOpen("服务点", ids, found, day);
}

function namesOfOpen(noun: string, ids: string[], found: { name: string; closedOn: Date | null }[], day: Day) {
  if (found.length !== ids.length) throw notFound(noun);
  const closed = found.find(({ closedOn }) => closedOn !== null && toDay(closedOn) <= day);
  if (closed)
    throw new DomainError("WRONG_STATE", `“${closed.name}”当日已停业、撤销或停用，不能安排联系。请重新选择。`);
  return found.map(({ name }) => name);
}

import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { type Day, toDate } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound } from "@/lib/errors";
import {
  activeInstructor,
  auditSubject,
  editableInstructor,
  refuseBeforeStart,
} from "@/lib/instructors/commands/editable-instructor";
import type { CorrectedAssignment, EndedAssignment, RemovedAssignment } from "@/lib/instructors/schema";

/** Ends an assignment on a day. Refuses one that has an end already, and a day not after its beginning. */
export function endAssignment(actor: Actor, input: EndedAssignment): Promise<{ id: string }> {
  return command(actor, "instructor.unassign", input, async (tx, record) => {
    const instructor = await activeInstructor(tx, actor, input.id);
    const before = await assignmentOf(tx, instructor.id, input.assignmentId);
    if (before.validTo) {
      throw new DomainError("WRONG_STATE", `该安排已于 ${before.validTo} 结束。如果日期有误，请在指导员页面更正。`);
    }
    await tx.assignment.update({
      where: { id: input.assignmentId },
      data: { validTo: toDate(input.endsOn) },
      select: { id: true },
    });
    await record({
      ...auditSubject(instructor),
      ...(input.reason ? { reason: input.reason } : {}),
      before,
      after: { target: before.target, validTo: input.endsOn },
    });
    return { id: instructor.id };
  });
}

/** Rights wrong days of an assignment. Refuses days before the instructor began or after the instructor left. */
export function correctAssignment(actor: Actor, input: CorrectedAssignment): Promise<{ id: string }> {
  return command(actor, "instructor.correctAssignment", input, async (tx, record) => {
    const instructor = await editableInstructor(tx, actor, input.id);
    const before = await assignmentOf(tx, instructor.id, input.assignmentId);
    const { validFrom, validTo } = input;
    refuseBeforeStart(instructor, validFrom);
    if (instructor.endedOn && (validTo === null || validTo > instructor.endedOn)) {
      throw new DomainError(
        "CONFLICT",
        `“${instructor.name}”已于 ${instructor.endedOn} 离岗，结束日期不能晚于这一天。`,
      );
    }
    await tx.assignment.update({
      where: { id: input.assignmentId },
      data: { validFrom: toDate(validFrom), validTo: validTo && toDate(validTo) },
      select: { id: true },
    });
    await record({
      ...auditSubject(instructor),
      reason: input.reason,
      before,
      after: { target: before.target, validFrom, validTo },
    });
    return { id: instructor.id };
  });
}

/** Takes out an assignment that should never have been recorded; the trail keeps it with the reason. */
export function removeAssignment(actor: Actor, input: RemovedAssignment): Promise<{ id: string }> {
  return command(actor, "instructor.removeAssignment", input, async (tx, record) => {
    const instructor = await editableInstructor(tx, actor, input.id);
    const before = await assignmentOf(tx, instructor.id, input.assignmentId);
    await tx.assignment.delete({ where: { id: input.assignmentId } });
    await record({ ...auditSubject(instructor), reason: input.reason, before, after: { removed: true } });
    return { id: instructor.id };
  });
}

type Found = { target: string; validFrom: Day; validTo: Day | null };

async function assignmentOf(tx: Tx, instructorId: string, id: string): Promise<Found> {
  const [found] = await tx.$queryRaw<Found[]>`
    SELECT coalesce(e.name, b.name, s.name) AS target, a."validFrom"::text, a."validTo"::text
    FROM "Assignment" a
    LEFT JOIN "Enterprise" e ON e.id = a."enterpriseId"
    LEFT JOIN "Branch" b ON b.id = a."branchId"
    LEFT JOIN "ServicePoint" s ON s.id = a."servicePointId"
    WHERE a.id = ${id}::uuid AND a."instructorId" = ${instructorId}::uuid`;
  if (!found) throw notFound("联系安排");
  return found;
}

import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import { DomainError } from "@/lib/errors";
import {
  activeInstructor,
  auditSubject,
  editableInstructor,
  refuseBeforeStart,
  staleInstructor,
} from "@/lib/instructors/commands/editable-instructor";
import type { EndedInstructor, ResumedInstructor } from "@/lib/instructors/schema";

/**
 * An instructor leaves the post on a day, with the reason: assignments end that day, and those that would begin later
 * are taken back. Hand them over first where another instructor goes on. Refuses a day before the start.
 */
export function endInstructor(actor: Actor, input: EndedInstructor): Promise<{ id: string }> {
  return command(actor, "instructor.end", input, async (tx, record) => {
    const instructor = await activeInstructor(tx, actor, input.id);
    refuseBeforeStart(instructor, input.endedOn);
    const date = toDate(input.endedOn);
    const written = await tx.instructor.updateMany({
      where: { id: input.id, version: input.version, endedOn: null },
      data: { endedOn: date, endReason: input.reason, version: { increment: 1 } },
    });
    if (written.count !== 1) throw staleInstructor(instructor);
    const running = { instructorId: input.id, OR: [{ validTo: null }, { validTo: { gt: date } }] };
    const withdrawn = await tx.assignment.deleteMany({ where: { ...running, validFrom: { gte: date } } });
    const ended = await tx.assignment.updateMany({ where: running, data: { validTo: date } });
    await record({
      ...auditSubject(instructor),
      reason: input.reason,
      after: { endedOn: input.endedOn, endedAssignmentCount: ended.count, withdrawnAssignmentCount: withdrawn.count },
    });
    return { id: input.id };
  });
}

/** Takes back a leaving. Assignments are made anew. */
export function resumeInstructor(actor: Actor, input: ResumedInstructor): Promise<{ id: string }> {
  return command(actor, "instructor.resume", input, async (tx, record) => {
    const instructor = await editableInstructor(tx, actor, input.id);
    if (!instructor.endedOn) {
      throw new DomainError("WRONG_STATE", `“${instructor.name}”在岗，不用恢复。请返回指导员页面核对。`);
    }
    const written = await tx.instructor.updateMany({
      where: { id: input.id, version: input.version, endedOn: { not: null } },
      data: { endedOn: null, endReason: null, version: { increment: 1 } },
    });
    if (written.count !== 1) throw staleInstructor(instructor);
    await record({
      ...auditSubject(instructor),
      reason: input.reason,
      before: { endedOn: instructor.endedOn, endReason: instructor.endReason },
      after: { endedOn: null },
    });
    return { id: input.id };
  });
}

import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import { DomainError, notFound } from "@/lib/errors";
import {
  activeInstructor,
  auditSubject,
  type EditableInstructor,
  nameColumns,
  phoneColumns,
  staleInstructor,
} from "@/lib/instructors/commands/editable-instructor";
import { canEditInstructor } from "@/lib/instructors/policy";
import type { EditedInstructor, NewInstructor } from "@/lib/instructors/schema";

type Facts = Pick<EditableInstructor, "name" | "kind" | "professionalTitle" | "titleOn" | "startedOn">;

function factsOf({ name, kind, professionalTitle, titleOn, startedOn }: Facts) {
  return { name, kind, professionalTitle, titleOn, startedOn };
}

function columnsOf({ name, kind, professionalTitle, titleOn, startedOn }: Facts) {
  return {
    ...nameColumns(name),
    kind,
    professionalTitle,
    titleOn: titleOn && toDate(titleOn),
    startedOn: toDate(startedOn),
  };
}

/** Registers an instructor under a committee in the actor's scope. The account to log in with is the administrator's to tie. */
export function createInstructor(actor: Actor, input: NewInstructor): Promise<{ id: string }> {
  return command(actor, "instructor.create", input, async (tx, record) => {
    if (!canEditInstructor(actor, input)) throw notFound("党委");
    const instructor = await tx.instructor.create({
      data: { ...columnsOf(input), ...phoneColumns(input.phone), committeeId: input.committeeId },
      select: { id: true },
    });
    await record({
      ...auditSubject({ ...input, id: instructor.id }),
      after: { ...factsOf(input), hasPhone: input.phone !== null },
    });
    return instructor;
  });
}

/**
 * Changes an instructor's profile; an empty phone stays as recorded. Refuses a start after the first assignment, and
 * when somebody saved the profile after the form was opened.
 */
export function updateInstructor(actor: Actor, input: EditedInstructor): Promise<{ id: string }> {
  return command(actor, "instructor.update", input, async (tx, record) => {
    const before = await activeInstructor(tx, actor, input.id);
    const { phone, isPhoneRemoved } = input;
    const isPhoneChanged = phone !== null || isPhoneRemoved;
    const written = await tx.instructor.updateMany({
      where: { id: input.id, version: input.version, endedOn: null },
      data: {
        ...columnsOf(input),
        ...(isPhoneChanged ? phoneColumns(isPhoneRemoved ? null : phone) : {}),
        version: { increment: 1 },
      },
    });
    if (written.count !== 1) throw staleInstructor(before);
    const earlier = await tx.assignment.findFirst({
      where: { instructorId: input.id, validFrom: { lt: toDate(input.startedOn) } },
      select: { id: true },
    });
    if (earlier)
      throw new DomainError("CONFLICT", "上岗日期之前已有联系安排。请核对上岗日期，或先更正联系安排的日期。");
    await record({
      ...auditSubject({ ...before, name: input.name }),
      before: factsOf(before),
      after: { ...factsOf(input), isPhoneChanged },
    });
    return { id: input.id };
  });
}

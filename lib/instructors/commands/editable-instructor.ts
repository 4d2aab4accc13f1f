import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { type Day, toDay } from "@/lib/calendar";
import { encryptPersonal, searchHash } from "@/lib/crypto/personal";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound, StaleError } from "@/lib/errors";
import { phoneTail } from "@/lib/identifiers/phone";
import { instructorKindLabels } from "@/lib/instructors/labels";
import { canEditInstructor, visibleInstructors } from "@/lib/instructors/policy";
import { searchKeysOf } from "@/lib/search/keys";
import { pinyinSortKey } from "@/lib/search/pinyin";

export type EditableInstructor = Awaited<ReturnType<typeof editableInstructor>>;

/**
 * The instructor as it stands now, locked until the end of the transaction: assigning and ending act one after the
 * other. Refuses what is missing or not the actor's to change.
 */
export async function editableInstructor(tx: Tx, actor: Actor, id: string) {
  await tx.$executeRaw`SELECT 1 FROM "Instructor" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const instructor = await tx.instructor.findFirst({
    where: { AND: [visibleInstructors(actor), { id }] },
    select: {
      id: true,
      committeeId: true,
      name: true,
      userId: true,
      kind: true,
      professionalTitle: true,
      titleOn: true,
      startedOn: true,
      endedOn: true,
      endReason: true,
      version: true,
    },
  });
  if (!instructor || !canEditInstructor(actor, instructor)) throw notFound("党建指导员");
  return {
    ...instructor,
    titleOn: instructor.titleOn && toDay(instructor.titleOn),
    startedOn: toDay(instructor.startedOn),
    endedOn: instructor.endedOn && toDay(instructor.endedOn),
  };
}

/** The same, and still in the post. */
export async function activeInstructor(tx: Tx, actor: Actor, id: string): Promise<EditableInstructor> {
  const instructor = await editableInstructor(tx, actor, id);
  if (instructor.endedOn) {
    throw new DomainError(
      "WRONG_STATE",
      `“${instructor.name}”已于 ${instructor.endedOn} 离岗，不能再变更。登记有误的，请先恢复上岗。`,
    );
  }
  return instructor;
}

/** Refuses a day before the instructor began. */
export function refuseBeforeStart(instructor: { name: string; startedOn: Day }, on: Day): void {
  if (on >= instructor.startedOn) return;
  throw new DomainError(
    "CONFLICT",
    `“${instructor.name}”${instructor.startedOn} 上岗，日期不能早于这一天。请核对日期。`,
  );
}

/** The refusal of a form opened before somebody else saved, with what stands now. */
export function staleInstructor(instructor: EditableInstructor): StaleError {
  return new StaleError(instructor.version, {
    name: instructor.name,
    kind: instructorKindLabels[instructor.kind],
    professionalTitle: instructor.professionalTitle ?? "",
    titleOn: instructor.titleOn ?? "",
    startedOn: instructor.startedOn,
  });
}

/** What the audit entry of a change says about whom it concerns. */
export function auditSubject(instructor: { id: string; name: string; committeeId: string }) {
  const { id, name, committeeId } = instructor;
  return { subjectType: "Instructor", subjectId: id, subjectName: name, committeeId };
}

/** The columns of a name. */
export function nameColumns(name: string) {
  return { name, nameSort: pinyinSortKey(name, true), searchKeys: searchKeysOf(name, true) };
}

/** The columns of a phone: encrypted, and a keyed hash of its last four digits. */
export function phoneColumns(phone: string | null) {
  if (phone === null) return { phoneCipher: null, phoneTailHash: null };
  return { phoneCipher: encryptPersonal(phone), phoneTailHash: searchHash("phoneTail", phoneTail(phone)) };
}

import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { type Day, toDay } from "@/lib/calendar";
import { decryptPersonal } from "@/lib/crypto/personal";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";
import { maskPhone } from "@/lib/identifiers/phone";
import type { TargetKind } from "@/lib/instructors/labels";
import { canEditInstructor, visibleInstructors } from "@/lib/instructors/policy";

export type AssignmentEntry = {
  id: string;
  kind: TargetKind;
  targetId: string;
  targetName: string;
  validFrom: Day;
  validTo: Day | null;
};

/** One instructor with all assignments, newest first, phone masked; null when missing or outside the actor's scope. */
export async function findInstructor(actor: Actor, id: string) {
  if (!isRecordId(id)) return null;
  const [instructor, assignments] = await Promise.all([
    db.instructor.findFirst({
      where: { AND: [visibleInstructors(actor), { id }] },
      select: {
        id: true,
        committeeId: true,
        name: true,
        kind: true,
        professionalTitle: true,
        titleOn: true,
        phoneCipher: true,
        startedOn: true,
        endedOn: true,
        endReason: true,
        version: true,
        committee: { select: { name: true } },
        user: { select: { id: true, username: true } },
      },
    }),
    assignmentsOf(id),
  ]);
  if (!instructor) return null;
  const { phoneCipher, titleOn, startedOn, endedOn, ...profile } = instructor;
  const mayEdit = canEditInstructor(actor, profile);
  return {
    ...profile,
    titleOn: titleOn && toDay(titleOn),
    startedOn: toDay(startedOn),
    endedOn: endedOn && toDay(endedOn),
    phoneMasked: phoneCipher && maskPhone(decryptPersonal(phoneCipher)),
    assignments,
    can: {
      edit: mayEdit && endedOn === null,
      correct: mayEdit,
      resume: mayEdit && endedOn !== null,
      revealPhone: mayEdit && phoneCipher !== null,
    },
  };
}

export type InstructorFile = NonNullable<Awaited<ReturnType<typeof findInstructor>>>;

/** Everything an instructor looked or looks after, in one read. */
function assignmentsOf(instructorId: string): Promise<AssignmentEntry[]> {
  return db.$queryRaw<AssignmentEntry[]>`
    SELECT a.id,
      CASE WHEN a."enterpriseId" IS NOT NULL THEN 'enterprise' WHEN a."branchId" IS NOT NULL THEN 'branch'
        ELSE 'servicePoint' END AS kind,
      coalesce(e.id, b.id, s.id) AS "targetId", coalesce(e.name, b.name, s.name) AS "targetName",
      a."validFrom"::text, a."validTo"::text
    FROM "Assignment" a
    LEFT JOIN "Enterprise" e ON e.id = a."enterpriseId"
    LEFT JOIN "Branch" b ON b.id = a."branchId"
    LEFT JOIN "ServicePoint" s ON s.id = a."servicePointId"
    WHERE a."instructorId" = ${instructorId}::uuid
    ORDER BY a."validFrom" DESC, coalesce(e."nameSort", b."nameSort", s."nameSort"), a.id`;
}

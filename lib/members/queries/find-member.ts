import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { type Day, holdsOn, toDay } from "@/lib/calendar";
import { decryptPersonal } from "@/lib/crypto/personal";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";
import { maskIdNumber } from "@/lib/identifiers/id-number";
import { maskPhone } from "@/lib/identifiers/phone";
import type { MemberEntryKind } from "@/lib/members/labels";
import { canEditMember, canRevealIdNumber, canRevealPhone, visibleMembers } from "@/lib/members/policy";
import { probationOn } from "@/lib/members/rules";
import { stageAfter } from "@/lib/members/workflow";

export type MemberEntry = {
  kind: MemberEntryKind;
  id: string;
  /** The branch or the enterprise; none for a duty. */
  placeId: string | null;
  placeName: string | null;
  /** The duty, the post in the enterprise, or the office (`OfficerPost`). */
  detail: string | null;
  isManagement: boolean;
  validFrom: Day;
  validTo: Day | null;
};

const memberSelect = {
  id: true,
  committeeId: true,
  name: true,
  gender: true,
  ethnicity: true,
  birthOn: true,
  idNumberCipher: true,
  phoneCipher: true,
  education: true,
  stage: true,
  joinedOn: true,
  becameFullOn: true,
  isMobile: true,
  leftOn: true,
  leaveReason: true,
  version: true,
  committee: { select: { name: true } },
} satisfies Prisma.MemberSelect;

/** One member with everything dated on the file, numbers masked; null when missing or outside the actor's scope. */
export async function findMember(actor: Actor, id: string) {
  if (!isRecordId(id)) return null;
  const [member, entries] = await Promise.all([
    db.member.findFirst({
      where: { AND: [visibleMembers(actor), { id }] },
      select: memberSelect,
    }),
    entriesOf(id),
  ]);
  if (!member) return null;
  const { idNumberCipher, phoneCipher, birthOn, joinedOn, becameFullOn, leftOn, ...facts } = member;
  const days = {
    birthOn: birthOn && toDay(birthOn),
    joinedOn: joinedOn && toDay(joinedOn),
    becameFullOn: becameFullOn && toDay(becameFullOn),
    leftOn: leftOn && toDay(leftOn),
  };
  const heldToday = (kind: MemberEntryKind) =>
    entries.find((entry) => entry.kind === kind && holdsOn(actor.day, entry)) ?? null;
  const branch = heldToday("MEMBERSHIP");
  const mayEdit = canEditMember(actor, facts);
  return {
    ...facts,
    ...days,
    idNumberMasked: maskIdNumber(decryptPersonal(idNumberCipher)),
    phoneMasked: phoneCipher && maskPhone(decryptPersonal(phoneCipher)),
    branch,
    employment: heldToday("EMPLOYMENT"),
    entries,
    probation: days.leftOn ? null : probationOn(actor.day, { stage: facts.stage, joinedOn: days.joinedOn }),
    nextStage: stageAfter(facts.stage),
    can: {
      edit: mayEdit && days.leftOn === null,
      correct: mayEdit,
      return: mayEdit && days.leftOn !== null,
      revealIdNumber: canRevealIdNumber(actor, facts),
      revealPhone: phoneCipher !== null && canRevealPhone(actor, { ...facts, branchId: branch?.placeId ?? null }),
    },
  };
}

export type MemberFile = NonNullable<Awaited<ReturnType<typeof findMember>>>;

/** All dated entries of a member, newest first, in one read. */
function entriesOf(memberId: string): Promise<MemberEntry[]> {
  return db.$queryRaw<MemberEntry[]>`
    SELECT 'MEMBERSHIP' AS kind, f.id, p.id AS "placeId", p.name AS "placeName", NULL AS detail,
      false AS "isManagement", f."validFrom"::text, f."validTo"::text
    FROM "Membership" f JOIN "Branch" p ON p.id = f."branchId" WHERE f."memberId" = ${memberId}::uuid
    UNION ALL
    SELECT 'EMPLOYMENT', f.id, p.id, p.name, f.post, f."isManagement", f."validFrom"::text, f."validTo"::text
    FROM "Employment" f JOIN "Enterprise" p ON p.id = f."enterpriseId" WHERE f."memberId" = ${memberId}::uuid
    UNION ALL
    SELECT 'DUTY', f.id, NULL, NULL, f.duty, false, f."validFrom"::text, f."validTo"::text
    FROM "MemberDuty" f WHERE f."memberId" = ${memberId}::uuid
    UNION ALL
    SELECT 'OFFICE', f.id, p.id, p.name, f.post::text, false, f."validFrom"::text, f."validTo"::text
    FROM "BranchOfficer" f JOIN "Branch" p ON p.id = f."branchId" WHERE f."memberId" = ${memberId}::uuid
    ORDER BY 7 DESC, 2`;
}

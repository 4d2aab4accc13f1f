import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { toDay } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound, StaleError } from "@/lib/errors";
import { canEditMember, visibleMembers } from "@/lib/members/policy";

const select = {
  id: true,
  committeeId: true,
  name: true,
  gender: true,
  ethnicity: true,
  birthOn: true,
  education: true,
  stage: true,
  joinedOn: true,
  becameFullOn: true,
  isMobile: true,
  leftOn: true,
  leaveReason: true,
  version: true,
} as const;

export type EditableMember = Awaited<ReturnType<typeof editableMember>>;

/** The member as it stands now, for a change by the actor. Refuses what is missing or not the actor's to change. */
export async function editableMember(tx: Tx, actor: Actor, id: string) {
  const member = await tx.member.findFirst({ where: { AND: [visibleMembers(actor), { id }] }, select });
  if (!member || !canEditMember(actor, member)) throw notFound("党员");
  return {
    ...member,
    birthOn: member.birthOn && toDay(member.birthOn),
    joinedOn: member.joinedOn && toDay(member.joinedOn),
    becameFullOn: member.becameFullOn && toDay(member.becameFullOn),
    leftOn: member.leftOn && toDay(member.leftOn),
  };
}

/**
 * Takes the version the form was opened on, and locks the member until the end of the transaction: of two people
 * changing one file at once, one acts. `theirs` are the values to show the other beside what was typed.
 */
export async function claimVersion(
  tx: Tx,
  member: EditableMember,
  version: number,
  theirs: Record<string, string> = {},
): Promise<void> {
  const claimed = await tx.member.updateMany({
    where: { id: member.id, version, leftOn: member.leftOn === null ? null : { not: null } },
    data: { version: { increment: 1 } },
  });
  if (claimed.count !== 1) throw new StaleError(member.version, theirs);
}

/** The member for a change that only somebody on the register can have, claimed. Refuses who has left. */
export async function claimMember(
  tx: Tx,
  actor: Actor,
  input: { id: string; version: number },
): Promise<EditableMember> {
  const member = await editableMember(tx, actor, input.id);
  if (member.leftOn !== null) {
    throw new DomainError(
      "WRONG_STATE",
      `“${member.name}”已于 ${member.leftOn} 离开本党委，不能再变更。如登记有误或重新转入，请先办理“恢复登记”。`,
    );
  }
  await claimVersion(tx, member, input.version);
  return member;
}

/** What the audit entry of a change says about whom it concerns. */
export function auditSubject(member: { id: string; name: string; committeeId: string }) {
  return { subjectType: "Member", subjectId: member.id, subjectName: member.name, committeeId: member.committeeId };
}

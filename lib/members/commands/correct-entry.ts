import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate, toDay } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { notFound } from "@/lib/errors";
import {
  auditSubject,
  claimVersion,
  type EditableMember,
  editableMember,
} from "@/lib/members/commands/editable-member";
import { branchToJoin, enterpriseNamed } from "@/lib/members/commands/target-places";
import type { MemberEntryKind } from "@/lib/members/labels";
import type { CorrectedDuty, CorrectedEmployment, CorrectedMembership, RemovedEntry } from "@/lib/members/schema";

/** Rights a wrong branch or wrong days in a member's branch history. A real move is `transferMember`. */
export function correctMembership(actor: Actor, input: CorrectedMembership): Promise<{ id: string }> {
  return correct(actor, "member.correctMembership", "MEMBERSHIP", input, async (tx, member) => {
    const branch = await branchToJoin(tx, actor, member.committeeId, input.branchId, input.validFrom);
    const data = { branchId: branch.id, ...dates(input) };
    await tx.membership.update({ where: { id: input.entryId }, data, select: { id: true } });
    return { branchId: branch.id, name: branch.name, validFrom: input.validFrom, validTo: input.validTo };
  });
}

/** Rights a wrong employer, post or wrong days in a member's employment history. A real change is `changeEmployment`. */
export function correctEmployment(actor: Actor, input: CorrectedEmployment): Promise<{ id: string }> {
  return correct(actor, "member.correctEmployment", "EMPLOYMENT", input, async (tx, member) => {
    const { employer, post, isManagement, validFrom, validTo } = input;
    const enterprise = await enterpriseNamed(tx, actor, member.committeeId, employer, validFrom);
    const data = { enterpriseId: enterprise.id, post, isManagement, ...dates(input) };
    await tx.employment.update({ where: { id: input.entryId }, data, select: { id: true } });
    return { enterpriseId: enterprise.id, name: enterprise.name, post, isManagement, validFrom, validTo };
  });
}

/** Rights the words or the days of a duty. */
export function correctDuty(actor: Actor, input: CorrectedDuty): Promise<{ id: string }> {
  return correct(actor, "member.correctDuty", "DUTY", input, async (tx) => {
    const data = { duty: input.duty, ...dates(input) };
    await tx.memberDuty.update({ where: { id: input.entryId }, data, select: { id: true } });
    return { duty: input.duty, validFrom: input.validFrom, validTo: input.validTo };
  });
}

/** Takes out an entry that should never have been recorded; the trail keeps it with the reason. */
export function removeEntry(actor: Actor, input: RemovedEntry): Promise<{ id: string }> {
  const { kind } = input;
  return correct(actor, "member.removeEntry", kind, input, async (tx) => {
    const where = { where: { id: input.entryId } };
    if (kind === "MEMBERSHIP") await tx.membership.delete(where);
    if (kind === "EMPLOYMENT") await tx.employment.delete(where);
    if (kind === "DUTY") await tx.memberDuty.delete(where);
    return { removed: true };
  });
}

type CorrectableKind = Exclude<MemberEntryKind, "OFFICE">;

/** The frame of every correction: the file's version, the entry of this very member, and both values in the trail. */
function correct(
  actor: Actor,
  action: string,
  kind: CorrectableKind,
  input: Omit<RemovedEntry, "kind">,
  write: (tx: Tx, member: EditableMember) => Promise<Record<string, string | boolean | null>>,
): Promise<{ id: string }> {
  return command(actor, action, input, async (tx, record) => {
    const member = await editableMember(tx, actor, input.id);
    await claimVersion(tx, member, input.version);
    const before = await entryBefore(tx, kind, member.id, input.entryId);
    if (!before) throw notFound("记录");
    const after = await write(tx, member);
    await record({
      ...auditSubject(member),
      reason: input.reason,
      before: { ...before, validFrom: toDay(before.validFrom), validTo: before.validTo && toDay(before.validTo) },
      after: { entryId: input.entryId, ...after },
    });
    return { id: member.id };
  });
}

function entryBefore(tx: Tx, kind: CorrectableKind, memberId: string, id: string) {
  const where = { id, memberId };
  switch (kind) {
    case "MEMBERSHIP":
      return tx.membership.findFirst({ where, select: { branchId: true, validFrom: true, validTo: true } });
    case "EMPLOYMENT":
      return tx.employment.findFirst({
        where,
        select: { enterpriseId: true, post: true, isManagement: true, validFrom: true, validTo: true },
      });
    case "DUTY":
      return tx.memberDuty.findFirst({ where, select: { duty: true, validFrom: true, validTo: true } });
  }
}

function dates(input: { validFrom: string; validTo: string | null }) {
  return { validFrom: toDate(input.validFrom), validTo: input.validTo && toDate(input.validTo) };
}

import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { type Day, toDay, validOn } from "@/lib/calendar";
import { canEditCommittee, visibleCommittees } from "@/lib/committees/policy";
import type { Naming } from "@/lib/committees/schema";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound } from "@/lib/errors";
import { pinyinSortKey } from "@/lib/search/pinyin";

/** The committee a command is about, in the actor's scope, held until the command ends. */
export async function takeCommittee(tx: Tx, actor: Actor, id: string) {
  await tx.$executeRaw`SELECT 1 FROM "Committee" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const committee = await tx.committee.findFirst({
    where: { AND: [visibleCommittees(actor), { id }] },
    select: { id: true, parentId: true, code: true, name: true, foundedOn: true, closedOn: true, version: true },
  });
  if (!committee || !canEditCommittee(actor, committee)) throw notFound("党委");
  const { foundedOn, closedOn, ...facts } = committee;
  return { ...facts, foundedOn: foundedOn && toDay(foundedOn), closedOn: closedOn && toDay(closedOn) };
}

export type HeldCommittee = Awaited<ReturnType<typeof takeCommittee>>;

/** The same, and it is not closed. */
export async function takeOpenCommittee(tx: Tx, actor: Actor, id: string): Promise<HeldCommittee> {
  const committee = await takeCommittee(tx, actor, id);
  if (committee.closedOn) throw new DomainError("WRONG_STATE", `“${committee.name}”已撤销，不能再变更。`);
  return committee;
}

/** What every entry about a committee says of its subject. */
export function subjectOf(committee: { id: string; name: string }) {
  return {
    subjectType: "Committee",
    subjectId: committee.id,
    subjectName: committee.name,
    committeeId: committee.id,
  };
}

/** The columns of a dated name. */
export function namingColumns({ name, districtName, regionCode, superiorBodies, documentPrefix }: Naming) {
  return { name, districtName, regionCode, superiorBodies, documentPrefix };
}

/** Copies the name that holds today to the committee itself, where lists and searches read it. */
export async function showPresentName(tx: Tx, committeeId: string, day: Day): Promise<void> {
  const present = await tx.committeeName.findFirst({
    where: { committeeId, ...validOn(day) },
    select: { name: true },
  });
  if (!present) return;
  await tx.committee.update({
    where: { id: committeeId },
    data: { name: present.name, nameSort: pinyinSortKey(present.name) },
    select: { id: true },
  });
}

/** Facts are recorded when they hold: not before they happen. */
export function refuseFuture(actor: Actor, label: string, day: Day): void {
  if (day > actor.day) throw new DomainError("CONFLICT", `${label}不能晚于今天。请在当天或之后登记。`);
}

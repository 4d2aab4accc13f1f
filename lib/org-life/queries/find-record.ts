import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { quarterOf, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";
import { canRecordFor, visibleOrgLife } from "@/lib/org-life/policy";
import { countAttendance } from "@/lib/org-life/rules";

const votes = { entitledCount: true, presentCount: true, forCount: true } as const;

/** One record with everything in it, or null when missing or outside the actor's scope. */
export async function findRecord(actor: Actor, id: string) {
  if (!isRecordId(id)) return null;
  const record = await db.orgLifeRecord.findFirst({
    where: { AND: [visibleOrgLife(actor), { id }] },
    select: {
      id: true,
      kinds: true,
      heldOn: true,
      place: true,
      topic: true,
      host: true,
      recorder: true,
      content: true,
      createdAt: true,
      createdByName: true,
      withdrawnAt: true,
      withdrawReason: true,
      version: true,
      groupId: true,
      group: { select: { name: true } },
      branch: { select: { id: true, name: true, committeeId: true } },
      attendance: {
        orderBy: [{ member: { nameSort: "asc" } }, { memberId: "asc" }],
        select: { memberId: true, state: true, isEntitled: true, reason: true, member: { select: { name: true } } },
      },
      resolutions: { orderBy: { position: "asc" }, select: { id: true, text: true, ...votes } },
      tasks: {
        orderBy: { task: { position: "asc" } },
        select: { task: { select: { id: true, title: true, planId: true, plan: { select: { title: true } } } } },
      },
      attachments: {
        where: { removedAt: null },
        orderBy: { id: "asc" },
        select: { id: true, name: true, byteCount: true, createdAt: true, createdByName: true },
      },
    },
  });
  if (!record) return null;
  const heldOn = toDay(record.heldOn);
  const isLocked = await isQuarterAccepted(record.branch.id, heldOn);
  const mayRecord = canRecordFor(actor, record.branch);
  return {
    ...record,
    heldOn,
    attendance: record.attendance.map(({ member, ...row }) => ({ ...row, name: member.name })),
    counts: countAttendance(record.attendance),
    tasks: record.tasks.map(({ task }) => task),
    isLocked,
    can: { edit: mayRecord && !isLocked && record.withdrawnAt === null },
  };
}

/** Whether the summary of the branch for the quarter of that day was accepted: then its records stand still. */
async function isQuarterAccepted(branchId: string, day: string): Promise<boolean> {
  const accepted = await db.quarterlySummary.findFirst({
    where: { branchId, status: "ACCEPTED", plan: quarterOf(day) },
    select: { id: true },
  });
  return accepted !== null;
}

export type RecordFile = NonNullable<Awaited<ReturnType<typeof findRecord>>>;

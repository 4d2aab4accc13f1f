import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import { type Day, formatDayInText, quarterOf, toDay } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound } from "@/lib/errors";
import { attendanceStateLabels, orgLifeKindLabels } from "@/lib/org-life/labels";
import { canRecordFor, visibleOrgLife } from "@/lib/org-life/policy";

export type BranchInHand = { id: string; name: string; committeeId: string; foundedOn: Day; dissolvedOn: Day | null };

const branchColumns = { id: true, name: true, committeeId: true, foundedOn: true, dissolvedOn: true } as const;

/**
 * The branch records are kept for, locked until the end of the transaction: of two people who enter the same meeting at
 * once the second one sees the first one's.
 */
export async function lockBranchToRecord(tx: Tx, actor: Actor, id: string): Promise<BranchInHand> {
  await tx.$executeRaw`SELECT 1 FROM "Branch" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const branch = await tx.branch.findFirst({
    where: { AND: [visibleBranches(actor), { id }] },
    select: branchColumns,
  });
  if (!branch || !canRecordFor(actor, branch)) throw notFound("党支部");
  return {
    ...branch,
    foundedOn: toDay(branch.foundedOn),
    dissolvedOn: branch.dissolvedOn && toDay(branch.dissolvedOn),
  };
}

const recordColumns = {
  id: true,
  branchId: true,
  kinds: true,
  groupId: true,
  heldOn: true,
  place: true,
  topic: true,
  host: true,
  recorder: true,
  content: true,
  withdrawnAt: true,
  version: true,
  group: { select: { name: true } },
  attendance: { select: { memberId: true, state: true, isEntitled: true, reason: true } },
  resolutions: {
    orderBy: { position: "asc" },
    select: { text: true, entitledCount: true, presentCount: true, forCount: true },
  },
  tasks: { select: { task: { select: { id: true, title: true } } } },
} satisfies Prisma.OrgLifeRecordSelect;

export type RecordInHand = Awaited<ReturnType<typeof lockRecord>>["record"];

/** A record in the actor's scope that stands and may still change, with its branch, both locked. */
export async function lockRecord(tx: Tx, actor: Actor, id: string) {
  const found = await tx.orgLifeRecord.findFirst({
    where: { AND: [visibleOrgLife(actor), { id }] },
    select: { branchId: true },
  });
  if (!found) throw notFound("组织生活记录");
  const branch = await lockBranchToRecord(tx, actor, found.branchId);
  const read = await tx.orgLifeRecord.findUniqueOrThrow({ where: { id }, select: recordColumns });
  const record = { ...read, heldOn: toDay(read.heldOn) };
  if (record.withdrawnAt) throw new DomainError("WRONG_STATE", "这条记录已撤销，不能再修改。如需登记，请新记一次。");
  await refuseAcceptedQuarter(tx, branch, record.heldOn);
  return { branch, record };
}

/** After the quarter's summary was accepted the records under it stand still. Waits for an acceptance under way. */
export async function refuseAcceptedQuarter(tx: Tx, branch: { id: string }, day: Day): Promise<void> {
  const { year, quarter } = quarterOf(day);
  const accepted = await tx.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM "QuarterlySummary" s JOIN "QuarterlyPlan" p ON p.id = s."planId"
    WHERE s."branchId" = ${branch.id}::uuid AND p."year" = ${year} AND p."quarter" = ${quarter}
      AND s."status" = 'ACCEPTED' FOR SHARE OF s`;
  if (accepted.length === 0) return;
  throw new DomainError(
    "WRONG_STATE",
    `${year}年第${quarter}季度的总结已通过审核，该季度的组织生活记录不能再登记、修改或撤销。确需改动，请联系党委工作人员重新开放该支部本季度的总结。`,
  );
}

/** How a record stands in the trail. */
export function auditSubject(branch: BranchInHand, record: { id: string; topic: string }) {
  return {
    subjectType: "OrgLifeRecord",
    subjectId: record.id,
    subjectName: `${branch.name}：${record.topic}`,
    committeeId: branch.committeeId,
  };
}

type Told = Omit<RecordInHand, "id" | "branchId" | "withdrawnAt" | "version" | "groupId">;

/** What the trail keeps of a record. Who was there stands by id: the trail hides it, the record's own page names them. */
export function factsForTrail(record: Told): Prisma.InputJsonObject {
  return {
    kinds: record.kinds.map((kind) => orgLifeKindLabels[kind]),
    partyGroup: record.group?.name ?? null,
    heldOn: record.heldOn,
    topic: record.topic,
    venue: record.place,
    host: record.host,
    recorder: record.recorder,
    content: record.content,
    attendance: Object.fromEntries(
      record.attendance.map(({ memberId, state, reason }) => [
        memberId,
        attendanceStateLabels[state] + (reason ? `：${reason}` : ""),
      ]),
    ),
    resolutions: record.resolutions.map(({ text, entitledCount, presentCount, forCount }) =>
      forCount === null ? text : `${text}（应到 ${entitledCount}，实到 ${presentCount}，赞成 ${forCount}）`,
    ),
    tasks: record.tasks.map(({ task }) => task.title),
  };
}

/** The record as it stands now, for the trail. */
export async function readForTrail(tx: Tx, id: string): Promise<Prisma.InputJsonObject> {
  const record = await tx.orgLifeRecord.findUniqueOrThrow({ where: { id }, select: recordColumns });
  return factsForTrail({ ...record, heldOn: toDay(record.heldOn) });
}

/** A meeting has been held when it is recorded, in the branch's lifetime. */
export function refuseOutsideLife(branch: BranchInHand, actor: Actor, heldOn: Day): void {
  if (heldOn > actor.day) {
    throw new DomainError(
      "CONFLICT",
      `日期晚于今天（${formatDayInText(actor.day)}）。组织生活开展后再记录，请核对日期。`,
    );
  }
  if (heldOn < branch.foundedOn) {
    throw new DomainError("CONFLICT", `日期早于支部成立日期（${formatDayInText(branch.foundedOn)}）。请核对日期。`);
  }
  if (branch.dissolvedOn && heldOn >= branch.dissolvedOn) {
    throw new DomainError(
      "CONFLICT",
      `支部已于${formatDayInText(branch.dissolvedOn)}撤销，只能补记这一天以前的组织生活。`,
    );
  }
}

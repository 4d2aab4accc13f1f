import "server-only";
import { type Day, toDate, toDay } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { type MemberEntryKind, memberEntryLabels } from "@/lib/members/labels";
import { startedOnOrAfter } from "@/lib/members/rules";

/** What still holds on a day or begins after it. */
const fromDayOn = (memberId: string, on: Day) => ({
  memberId,
  OR: [{ validTo: null }, { validTo: { gt: toDate(on) } }],
});

const daysOf = <Row extends { validFrom: Date; validTo: Date | null }>(row: Row) => ({
  ...row,
  validFrom: toDay(row.validFrom),
  validTo: row.validTo && toDay(row.validTo),
});

/** Ends the membership that holds on a day; null when there is none. Refuses when a later one is already recorded. */
export async function endMembership(tx: Tx, memberId: string, on: Day) {
  const found = await tx.membership.findMany({
    where: fromDayOn(memberId, on),
    select: { id: true, branchId: true, validFrom: true, validTo: true, branch: { select: { name: true } } },
  });
  const rows = found.map(daysOf);
  refuseLater("MEMBERSHIP", on, rows);
  const [running] = rows;
  if (!running) return null;
  await tx.membership.update({ where: { id: running.id }, data: { validTo: toDate(on) }, select: { id: true } });
  return { branchId: running.branchId, branchName: running.branch.name, validFrom: running.validFrom };
}

/** Ends the employment that holds on a day; null when there is none. Refuses when a later one is already recorded. */
export async function endEmployment(tx: Tx, memberId: string, on: Day) {
  const found = await tx.employment.findMany({
    where: fromDayOn(memberId, on),
    select: {
      id: true,
      enterpriseId: true,
      post: true,
      isManagement: true,
      validFrom: true,
      validTo: true,
      enterprise: { select: { name: true } },
    },
  });
  const rows = found.map(daysOf);
  refuseLater("EMPLOYMENT", on, rows);
  const [running] = rows;
  if (!running) return null;
  await tx.employment.update({ where: { id: running.id }, data: { validTo: toDate(on) }, select: { id: true } });
  return {
    enterpriseId: running.enterpriseId,
    enterpriseName: running.enterprise.name,
    post: running.post,
    isManagement: running.isManagement,
    validFrom: running.validFrom,
  };
}

function refuseLater(kind: MemberEntryKind, on: Day, rows: { validFrom: Day; validTo: Day | null }[]): void {
  const [later] = startedOnOrAfter(on, rows);
  if (!later) return;
  throw new DomainError(
    "CONFLICT",
    `已有一条从 ${later.validFrom} 开始的${memberEntryLabels[kind]}记录，变更日期必须晚于它。请核对日期；如果那条记录登记有误，请在党员页面更正。`,
  );
}

/** Ends the offices held in a branch (in any branch: null) on a day, and takes back those that would begin later. */
export async function endOffices(tx: Tx, memberId: string, branchId: string | null, on: Day) {
  const where = { ...fromDayOn(memberId, on), ...(branchId === null ? {} : { branchId }) };
  const offices = await tx.branchOfficer.findMany({ where, select: { id: true, post: true, validFrom: true } });
  await tx.branchOfficer.deleteMany({ where: { ...where, validFrom: { gte: toDate(on) } } });
  await tx.branchOfficer.updateMany({ where, data: { validTo: toDate(on) } });
  return offices.map(({ post, validFrom }) => ({ post, validFrom: toDay(validFrom) }));
}

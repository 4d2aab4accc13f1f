import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { refuseSharedEnterprises } from "@/lib/branches/commands/attach-enterprises";
import { auditSubject, lockBranch } from "@/lib/branches/commands/load-branch";
import type { RestoredBranch } from "@/lib/branches/schema";
import { type Day, toDate } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, StaleError } from "@/lib/errors";

type Ended = { id: string; dissolvedOn: Day; successorId: string | null };

/**
 * Corrects a dissolution that was recorded wrongly: the branch lives again, what ended on that day goes on, and the
 * members and enterprises that its successor took over on that day and still has come back.
 */
export function restoreBranch(actor: Actor, input: RestoredBranch): Promise<{ id: string }> {
  return command(actor, "branch.restore", input, async (tx, record) => {
    const branch = await lockBranch(tx, actor, input.id);
    const { id, dissolvedOn, successorId } = branch;
    if (!dissolvedOn) throw new DomainError("WRONG_STATE", "支部没有撤销，不需要恢复。请返回支部页面查看。");
    const ended = { id, dissolvedOn, successorId };
    const memberCount = await takeMembersBack(tx, ended);
    const enterpriseIds = await reopenCoverages(tx, ended);
    const reopened = { where: { branchId: id, validTo: toDate(dissolvedOn) }, data: { validTo: null } };
    await tx.branchOfficer.updateMany(reopened);
    await tx.partyGroup.updateMany(reopened);
    await tx.assignment.updateMany(reopened);
    const written = await tx.branch.updateMany({
      where: { id, version: input.version, dissolvedOn: { not: null } },
      data: { dissolvedOn: null, dissolveReason: null, successorId: null, version: { increment: 1 } },
    });
    if (written.count !== 1) throw new StaleError(branch.version, {});
    await refuseSharedEnterprises(tx, branch, enterpriseIds);
    await record({
      ...auditSubject(branch),
      reason: input.reason,
      before: { dissolvedOn, successorId },
      after: { membersTakenBack: memberCount, enterprisesCoveredAgain: enterpriseIds.length },
    });
    return { id };
  });
}

/** Only those whom the dissolution moved and who are still where it put them. */
async function takeMembersBack(tx: Tx, { id, dissolvedOn, successorId }: Ended): Promise<number> {
  if (!successorId) return 0;
  const day = toDate(dissolvedOn);
  const left = await tx.membership.findMany({ where: { branchId: id, validTo: day }, select: { memberId: true } });
  const moved = await tx.membership.findMany({
    where: {
      branchId: successorId,
      validFrom: day,
      validTo: null,
      memberId: { in: left.map(({ memberId }) => memberId) },
    },
    select: { id: true, memberId: true },
  });
  await tx.membership.deleteMany({ where: { id: { in: moved.map((membership) => membership.id) } } });
  await tx.membership.updateMany({
    where: { branchId: id, validTo: day, memberId: { in: moved.map(({ memberId }) => memberId) } },
    data: { validTo: null },
  });
  return moved.length;
}

async function reopenCoverages(tx: Tx, { id, dissolvedOn, successorId }: Ended): Promise<string[]> {
  const day = toDate(dissolvedOn);
  const ended = { branchId: id, validTo: day };
  const coverages = await tx.branchCoverage.findMany({ where: ended, select: { enterpriseId: true } });
  const enterpriseIds = coverages.map(({ enterpriseId }) => enterpriseId);
  if (successorId) {
    await tx.branchCoverage.deleteMany({
      where: { branchId: successorId, validFrom: day, validTo: null, enterpriseId: { in: enterpriseIds } },
    });
  }
  await tx.branchCoverage.updateMany({ where: ended, data: { validTo: null } });
  return enterpriseIds;
}

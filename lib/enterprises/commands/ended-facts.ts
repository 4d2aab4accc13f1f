import "server-only";
import { type Day, toDate } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";

/** Ends on a day what still holds then, for enterprises that are closed on it. Facts that begin later are not touched. */
export async function endFactsOn(tx: Tx, enterpriseIds: string[], day: Day): Promise<void> {
  const date = toDate(day);
  const where = {
    enterpriseId: { in: enterpriseIds },
    validFrom: { lt: date },
    OR: [{ validTo: null }, { validTo: { gt: date } }],
  };
  const data = { validTo: date };
  await tx.enterpriseLocation.updateMany({ where, data });
  await tx.branchCoverage.updateMany({ where, data });
  await tx.assignment.updateMany({ where, data });
  await tx.associationMembership.updateMany({ where, data });
}

/**
 * Lets facts that ended with the closing go on; gives how many did. A park no longer used, a branch dissolved and an
 * instructor gone since stay ended.
 */
export async function resumeFacts(tx: Tx, enterpriseId: string, closedOn: Day, ids: string[]): Promise<number> {
  const where = { id: { in: ids }, enterpriseId, validTo: toDate(closedOn) };
  const data = { validTo: null };
  const resumed = [
    await tx.enterpriseLocation.updateMany({ where: { ...where, park: { closedOn: null } }, data }),
    await tx.branchCoverage.updateMany({ where: { ...where, branch: { dissolvedOn: null } }, data }),
    await tx.assignment.updateMany({ where: { ...where, instructor: { endedOn: null } }, data }),
    await tx.associationMembership.updateMany({ where, data }),
  ];
  return resumed.reduce((sum, { count }) => sum + count, 0);
}

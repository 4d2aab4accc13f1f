import "server-only";
import { type Day, validOn } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";

export type VisitTarget = {
  name: string;
  committeeId: string;
  enterpriseId: string | null;
  branchId: string | null;
};

/**
 * Where a visit went. It must have been the instructor's on the day of the visit: a record made on the road still
 * counts when the assignment ended before the phone found a network.
 */
export async function visitTarget(
  tx: Tx,
  instructorId: string,
  asked: { enterpriseId: string | null; branchId: string | null; visitedOn: Day },
): Promise<VisitTarget> {
  const assigned = { assignments: { some: { instructorId, ...validOn(asked.visitedOn) } } };
  const select = { name: true, committeeId: true } as const;
  if (asked.enterpriseId && !asked.branchId) {
    const found = await tx.enterprise.findFirst({ where: { id: asked.enterpriseId, ...assigned }, select });
    if (found) return { ...found, enterpriseId: asked.enterpriseId, branchId: null };
  }
  if (asked.branchId && !asked.enterpriseId) {
    const found = await tx.branch.findFirst({ where: { id: asked.branchId, ...assigned }, select });
    if (found) return { ...found, enterpriseId: null, branchId: asked.branchId };
  }
  throw new DomainError(
    "NOT_FOUND",
    `在 ${asked.visitedOn} 这一天，它不是您联系的企业或党支部。请核对日期和对象；如安排有误，请联系党委工作人员。`,
  );
}

import "server-only";
import type { OrgLifeKind } from "@/generated/prisma/enums";
import { type Day, toDate } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";

/** The records a branch already has of a day, without the one in hand and withdrawn ones. */
export function recordsOfDay(
  tx: Tx,
  asked: { branchId: string; heldOn: Day; exceptId?: string | undefined },
): Promise<{ id: string; topic: string; kinds: OrgLifeKind[]; groupId: string | null }[]> {
  return tx.orgLifeRecord.findMany({
    where: {
      branchId: asked.branchId,
      heldOn: toDate(asked.heldOn),
      withdrawnAt: null,
      ...(asked.exceptId ? { id: { not: asked.exceptId } } : {}),
    },
    orderBy: { id: "asc" },
    select: { id: true, topic: true, kinds: true, groupId: true },
  });
}

import "server-only";
import { type Day, quarterOf } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import type { PlanTaskChoice } from "@/lib/org-life/rules";

/**
 * The tasks that a record of that day can fulfil: of the quarter's plans, published or closed, that expect the branch,
 * without those taken back. The caller has the branch from a query in the actor's scope.
 */
export function planTasksOn(tx: Tx, branchId: string, day: Day): Promise<PlanTaskChoice[]> {
  const plan = { ...quarterOf(day), status: { not: "DRAFT" as const }, expected: { some: { branchId } } };
  return tx.planTask.findMany({
    where: { withdrawnIn: null, evidence: "ORG_LIFE", plan },
    orderBy: { position: "asc" },
    select: { id: true, title: true, evidence: true, recordKinds: true },
  });
}

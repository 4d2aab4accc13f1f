import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { type Quarter, quarterDays, toDate, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { visibleVisits } from "@/lib/visits/policy";

/** An instructor's visits of a quarter in the actor's scope, the earliest first, for its picture. */
export async function visitsOfQuarter(actor: Actor, instructorId: string, quarter: Quarter) {
  const { from, to } = quarterDays(quarter);
  const named = { select: { name: true } } as const;
  const visits = await db.visit.findMany({
    where: {
      AND: [
        visibleVisits(actor),
        { instructorId, withdrawnAt: null, visitedOn: { gte: toDate(from), lte: toDate(to) } },
      ],
    },
    orderBy: [{ visitedOn: "asc" }, { id: "asc" }],
    take: 2_000,
    select: { id: true, visitedOn: true, enterprise: named, branch: named },
  });
  return visits.map(({ id, visitedOn, enterprise, branch }) => ({
    id,
    visitedOn: toDay(visitedOn),
    targetName: enterprise?.name ?? branch?.name ?? "",
  }));
}

import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import { type Day, toDate, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";

/** The held activities begun between two days, both included, that a branch in the actor's scope came to or organized. */
export async function activitiesOfBranch(actor: Actor, branchId: string, { from, to }: { from: Day; to: Day }) {
  const branch = { AND: [visibleBranches(actor), { id: branchId }] };
  const activities = await db.activity.findMany({
    where: {
      status: "HELD",
      startsOn: { gte: toDate(from), lte: toDate(to) },
      OR: [{ branch }, { branches: { some: { attendedCount: { gt: 0 }, branch } } }],
    },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    take: 200,
    select: { id: true, title: true, startsOn: true },
  });
  return activities.map(({ startsOn, ...activity }) => ({ ...activity, startsOn: toDay(startsOn) }));
}

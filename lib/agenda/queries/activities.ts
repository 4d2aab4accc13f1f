import "server-only";
import { visibleActivities } from "@/lib/activities/policy";
import { among, type Span } from "@/lib/agenda/queries/deadlines";
import type { AgendaFact } from "@/lib/agenda/rules/entries";
import type { Actor } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import { toDate, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";

/**
 * The activities in the actor's scope that begin between two days, both included, once for each branch in scope that is
 * asked to them; one that asks none of these stands under its organizer. What is called off stands nowhere.
 */
export async function activityFacts(actor: Actor, { from, to, branchIds }: Span): Promise<AgendaFact[]> {
  const activities = await db.activity.findMany({
    where: {
      AND: [
        visibleActivities(actor),
        { status: { not: "CANCELLED" }, startsOn: { gte: toDate(from), lte: toDate(to) } },
        branchIds ? { branches: { some: { branchId: { in: branchIds } } } } : {},
      ],
    },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    take: 1_000,
    select: {
      id: true,
      title: true,
      status: true,
      startsOn: true,
      committee: { select: { id: true, name: true } },
      branch: { select: { id: true, name: true } },
      branches: {
        where: { declinedAt: null, branch: { AND: [visibleBranches(actor), among(branchIds)] } },
        orderBy: { branch: { nameSort: "asc" } },
        select: { branch: { select: { id: true, name: true } } },
      },
    },
  });
  return activities.flatMap(({ branches, branch, committee, ...activity }) => {
    const asked = branches.length > 0 ? branches.map((row) => row.branch) : [branch ?? committee];
    return asked.map((unit) => ({
      kind: "ACTIVITY" as const,
      day: toDay(activity.startsOn),
      about: activity.id,
      title: activity.title,
      detail: "",
      branch: unit,
      href: `/activities/${activity.id}`,
      isDone: activity.status === "HELD",
    }));
  });
}

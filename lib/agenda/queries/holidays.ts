import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import type { Day } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { holidaysOn } from "@/lib/settings/queries";

/** The holidays that the actor's committees, or those of the actor's branches, have set. */
export async function holidaysOf(actor: Actor): Promise<Day[]> {
  const owners = await db.branch.findMany({
    where: visibleBranches(actor),
    distinct: ["committeeId"],
    select: { committeeId: true },
  });
  const committeeIds = [...actor.committeeIds, ...owners.map(({ committeeId }) => committeeId)];
  return holidaysOn([...new Set(committeeIds)], actor.day);
}

import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import type { Day } from "@/lib/calendar";
import { type AssignedTarget, assignedTargets } from "@/lib/instructors/queries/assigned-targets";
import { type Due, longestOwedFirst } from "@/lib/instructors/rules/rhythm";
import { settingByCommittee } from "@/lib/settings/queries";
import { canSeeRhythm } from "@/lib/visits/policy";
import { visitDue } from "@/lib/visits/rules/rhythm";

export type RhythmRow = Omit<AssignedTarget, "assignedFrom"> & { lastVisitOn: Day | null; dueOn: Day; due: Due };

type LastVisit = { lastVisitOn: Day | null; plannedOn: Day | null };

/**
 * Every enterprise and branch somebody looks after on a day, with its last visit and when the next one is owed, those
 * owed longest first. Staff read their committees', an instructor the own. One query, and one for the rhythms.
 */
export async function visitRhythm(
  actor: Actor,
  asked: { day?: Day; instructorId?: string } = {},
): Promise<RhythmRow[]> {
  if (!canSeeRhythm(actor)) return [];
  const day = asked.day ?? actor.day;
  const lastVisit = Prisma.sql`
    SELECT v."visitedOn"::text AS "lastVisitOn", v."nextVisitOn"::text AS "plannedOn" FROM "Visit" v
    WHERE (v."enterpriseId" = a."enterpriseId" OR v."branchId" = a."branchId")
      AND v."withdrawnAt" IS NULL AND v."visitedOn" <= ${day}::date
    ORDER BY v."visitedOn" DESC, v.id DESC LIMIT 1`;
  const [rows, rhythmOf] = await Promise.all([
    assignedTargets<LastVisit>(actor, { ...asked, day }, lastVisit),
    settingByCommittee("visitRhythmMonths", day),
  ]);
  const judged = rows.map(({ assignedFrom, plannedOn, ...row }) => {
    const known = { assignedFrom, lastVisitOn: row.lastVisitOn, plannedOn };
    return { ...row, ...visitDue(rhythmOf(row.committeeId), known, day) };
  });
  return longestOwedFirst(judged);
}

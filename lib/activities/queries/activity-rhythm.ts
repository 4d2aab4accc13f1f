import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { canSeeActivityRhythm } from "@/lib/activities/policy";
import { activityDue } from "@/lib/activities/rules";
import type { Actor } from "@/lib/auth/actor";
import type { Day } from "@/lib/calendar";
import { type AssignedTarget, assignedTargets } from "@/lib/instructors/queries/assigned-targets";
import { type Due, longestOwedFirst } from "@/lib/instructors/rules/rhythm";
import { settingByCommittee } from "@/lib/settings/queries";

export type ActivityRhythmRow = Omit<AssignedTarget, "assignedFrom"> & { lastHeldOn: Day | null; dueOn: Day; due: Due };

/**
 * Every enterprise and branch somebody looks after on a day, with the last activity it took part in and when the next
 * one is owed, those owed longest first. A branch took part when it organized it or people of it came; an enterprise
 * when people of it came. That its branch came says nothing of it: a joint branch covers several, and an enterprise
 * brought along has a row of its own. Staff read their committees', an instructor the own. One query, and one for the
 * rhythms.
 */
export async function activityRhythm(
  actor: Actor,
  asked: { day?: Day; instructorId?: string } = {},
): Promise<ActivityRhythmRow[]> {
  if (!canSeeActivityRhythm(actor)) return [];
  const day = asked.day ?? actor.day;
  const lastHeld = Prisma.sql`
    SELECT max(h."endsOn")::text AS "lastHeldOn" FROM "Activity" h
    WHERE h.status = 'HELD' AND h."endsOn" <= ${day}::date AND h.id IN (
      SELECT p."activityId" FROM "ActivityEnterprise" p
      WHERE p."enterpriseId" = a."enterpriseId" AND p."attendedCount" > 0
      UNION ALL
      SELECT p."activityId" FROM "ActivityBranch" p WHERE p."branchId" = a."branchId" AND p."attendedCount" > 0
      UNION ALL
      SELECT own.id FROM "Activity" own WHERE own."branchId" = a."branchId")`;
  const [rows, rhythmOf] = await Promise.all([
    assignedTargets<{ lastHeldOn: Day | null }>(actor, { ...asked, day }, lastHeld),
    settingByCommittee("activityRhythmMonths", day),
  ]);
  const judged = rows.map(({ assignedFrom, ...row }) => ({
    ...row,
    ...activityDue(rhythmOf(row.committeeId), { assignedFrom, lastHeldOn: row.lastHeldOn }, day),
  }));
  return longestOwedFirst(judged);
}

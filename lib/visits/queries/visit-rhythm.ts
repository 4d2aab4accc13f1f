import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import type { Day } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { settingByCommittee } from "@/lib/settings/queries";
import { canSeeRhythm } from "@/lib/visits/policy";
import { nextVisitDue, type VisitDue, visitDue } from "@/lib/visits/rules/rhythm";

export type RhythmRow = {
  instructorId: string;
  instructorName: string;
  targetKind: "enterprise" | "branch";
  targetId: string;
  targetName: string;
  committeeId: string;
  lastVisitOn: Day | null;
  dueOn: Day;
  due: VisitDue;
};

type Assigned = Omit<RhythmRow, "dueOn" | "due"> & { assignedFrom: Day; plannedOn: Day | null };

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
  const [rows, rhythmOf] = await Promise.all([
    db.$queryRaw<Assigned[]>`
      SELECT i.id::text AS "instructorId", i."name" AS "instructorName", i."committeeId"::text,
        CASE WHEN a."enterpriseId" IS NULL THEN 'branch' ELSE 'enterprise' END AS "targetKind",
        coalesce(a."enterpriseId", a."branchId")::text AS "targetId", coalesce(e."name", b."name") AS "targetName",
        a."validFrom"::text AS "assignedFrom", last."visitedOn"::text AS "lastVisitOn",
        last."nextVisitOn"::text AS "plannedOn"
      FROM "Assignment" a
      JOIN "Instructor" i ON i.id = a."instructorId"
      LEFT JOIN "Enterprise" e ON e.id = a."enterpriseId"
      LEFT JOIN "Branch" b ON b.id = a."branchId"
      LEFT JOIN LATERAL (
        SELECT v."visitedOn", v."nextVisitOn" FROM "Visit" v
        WHERE (v."enterpriseId" = a."enterpriseId" OR v."branchId" = a."branchId")
          AND v."withdrawnAt" IS NULL AND v."visitedOn" <= ${day}::date
        ORDER BY v."visitedOn" DESC, v.id DESC LIMIT 1
      ) last ON true
      WHERE ${inScope(actor, asked.instructorId)} AND a."servicePointId" IS NULL
        AND a."validFrom" <= ${day}::date AND (a."validTo" IS NULL OR a."validTo" > ${day}::date)
        AND e."closedOn" IS NULL AND b."dissolvedOn" IS NULL
      ORDER BY coalesce(e."nameSort", b."nameSort"), a.id`,
    settingByCommittee("visitRhythmMonths", day),
  ]);
  const judged = rows.map(({ assignedFrom, plannedOn, ...row }) => {
    const dueOn = nextVisitDue(rhythmOf(row.committeeId), { assignedFrom, lastVisitOn: row.lastVisitOn, plannedOn });
    return { ...row, dueOn, due: visitDue(dueOn, row.lastVisitOn, day) };
  });
  return judged.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

function inScope(actor: Actor, instructorId: string | undefined): Prisma.Sql {
  const own = actor.instructorId ? [Prisma.sql`i.id = ${actor.instructorId}::uuid`] : [];
  const scopes = [Prisma.sql`i."committeeId" = ANY (${actor.committeeIds}::uuid[])`, ...own];
  const scope = Prisma.sql`(${Prisma.join(scopes, " OR ")})`;
  return instructorId ? Prisma.sql`${scope} AND i.id = ${instructorId}::uuid` : scope;
}

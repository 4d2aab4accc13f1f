import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { type Day, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";

export type DatedFact = { id: string; words: string; validFrom: Day; validTo: Day | null };

type Row = { id: string; words: string; validFrom: Date; validTo: Date | null };

/**
 * What holds only while an enterprise is active (its places, branches covering it, instructors, association) and still
 * goes on after a day, or ends exactly on it. A command asks inside its own transaction.
 */
export async function factsOfActivity(
  reader: Pick<Tx, "$queryRaw">,
  enterpriseId: string,
  ends: "AFTER" | "ON",
  day: Day,
): Promise<DatedFact[]> {
  const end =
    ends === "ON"
      ? Prisma.sql`f."validTo" = ${day}::date`
      : Prisma.sql`(f."validTo" IS NULL OR f."validTo" > ${day}::date)`;
  const rows = await reader.$queryRaw<Row[]>`
    SELECT f.id::text, '所在地：' || p."name" || coalesce(b."name", '') AS words, f."validFrom", f."validTo"
    FROM "EnterpriseLocation" f JOIN "Park" p ON p.id = f."parkId" LEFT JOIN "Building" b ON b.id = f."buildingId"
    WHERE f."enterpriseId" = ${enterpriseId}::uuid AND ${end}
    UNION ALL
    SELECT f.id::text, '支部覆盖：' || r."name", f."validFrom", f."validTo"
    FROM "BranchCoverage" f JOIN "Branch" r ON r.id = f."branchId"
    WHERE f."enterpriseId" = ${enterpriseId}::uuid AND ${end}
    UNION ALL
    SELECT f.id::text, '指导员联系：' || i."name", f."validFrom", f."validTo"
    FROM "Assignment" f JOIN "Instructor" i ON i.id = f."instructorId"
    WHERE f."enterpriseId" = ${enterpriseId}::uuid AND ${end}
    UNION ALL
    SELECT f.id::text, '协会会员', f."validFrom", f."validTo"
    FROM "AssociationMembership" f
    WHERE f."enterpriseId" = ${enterpriseId}::uuid AND ${end}`;
  return rows.map((row) => ({ ...row, validFrom: toDay(row.validFrom), validTo: row.validTo && toDay(row.validTo) }));
}

/** What ended with an enterprise's closing, for the form that takes the closing back. The caller has found it in scope. */
export function factsEndedOn(enterpriseId: string, day: Day): Promise<DatedFact[]> {
  return factsOfActivity(db, enterpriseId, "ON", day);
}

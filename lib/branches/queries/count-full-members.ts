import "server-only";
import type { Day } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";

/** Full members working at each of these enterprises on a day; an enterprise without any is left out. */
export async function countFullMembersAt(tx: Tx, enterpriseIds: string[], day: Day): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ enterpriseId: string; fullCount: number }[]>`
    SELECT w."enterpriseId"::text, count(*)::int AS "fullCount"
    FROM "Employment" w
    JOIN "Member" m ON m.id = w."memberId"
      AND full_member_since(m."becameFullOn", m."stage", m."joinedOn", m."createdAt") <= ${day}::date
      AND m."stage" IN ('PROBATIONARY', 'FULL')
      AND (m."leftOn" IS NULL OR m."leftOn" > ${day}::date)
    WHERE w."enterpriseId" = ANY(${enterpriseIds}::uuid[])
      AND w."validFrom" <= ${day}::date AND (w."validTo" IS NULL OR w."validTo" > ${day}::date)
    GROUP BY 1`;
  return new Map(rows.map(({ enterpriseId, fullCount }) => [enterpriseId, fullCount]));
}

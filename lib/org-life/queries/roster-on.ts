import "server-only";
import type { Day } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import type { RosterMember } from "@/lib/org-life/rules";

/**
 * The Party members of a branch on a day, full and on probation, in pinyin order: who was a full member then, and who
 * held a post. The caller has the branch from a query in the actor's scope.
 */
export function rosterOn(tx: Tx, branchId: string, day: Day): Promise<RosterMember[]> {
  return tx.$queryRaw<RosterMember[]>`
    SELECT m.id::text, m."name",
      coalesce(full_member_since(m."becameFullOn", m."stage", m."joinedOn", m."createdAt") <= ${day}::date, false) AS "isEntitled",
      EXISTS (SELECT 1 FROM "BranchOfficer" o WHERE o."memberId" = m.id AND o."branchId" = s."branchId"
        AND o."validFrom" <= ${day}::date AND (o."validTo" IS NULL OR o."validTo" > ${day}::date)) AS "isOfficer"
    FROM "Membership" s
    JOIN "Member" m ON m.id = s."memberId" AND m."stage" IN ('PROBATIONARY', 'FULL')
      AND (m."joinedOn" IS NULL OR m."joinedOn" <= ${day}::date) AND (m."leftOn" IS NULL OR m."leftOn" > ${day}::date)
    WHERE s."branchId" = ${branchId}::uuid
      AND s."validFrom" <= ${day}::date AND (s."validTo" IS NULL OR s."validTo" > ${day}::date)
    ORDER BY m."nameSort", m.id`;
}

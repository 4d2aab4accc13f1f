import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Tx } from "@/lib/db/transaction";
import { undoFacts } from "@/lib/imports/commands/dated-facts";
import type { MemberBefore } from "@/lib/imports/commands/members/change";
import { updateMemberColumns } from "@/lib/imports/commands/members/change-members";
import { insertEmployments, insertMemberships } from "@/lib/imports/commands/members/create-members";
import type { TakenRow } from "@/lib/imports/commands/written-row";

/** Lines whose member was changed since, or has something that hangs on it by now; with what it is. */
export function membersChangedSince(tx: Tx, batchId: string): Promise<{ line: number; title: string; why: string }[]> {
  return tx.$queryRaw`
    SELECT r.line, coalesce(m.name, r."values"->>'title') AS title, CASE
        WHEN m.id IS NULL THEN '已被删除' WHEN m.version <> r."subjectVersion" THEN '已有修改' ELSE h.what END AS why
    FROM "ImportRow" r
    LEFT JOIN "Member" m ON m.id = r."subjectId"
    LEFT JOIN LATERAL (
      SELECT CASE
        WHEN EXISTS (SELECT 1 FROM "BranchOfficer" x WHERE x."memberId" = m.id) THEN '已有支部任职'
        WHEN EXISTS (SELECT 1 FROM "MemberDuty" x WHERE x."memberId" = m.id) THEN '已登记职责'
        WHEN EXISTS (SELECT 1 FROM "Membership" x WHERE x."memberId" = m.id AND (x."validTo" IS NOT NULL
          OR x."branchId"::text IS DISTINCT FROM r."values"->'member'->'values'->>'branchId')) THEN '组织关系已变更'
        WHEN EXISTS (SELECT 1 FROM "Employment" x WHERE x."memberId" = m.id AND (x."validTo" IS NOT NULL
          OR x."enterpriseId"::text IS DISTINCT FROM r."values"->'member'->'values'->>'employerId')) THEN '工作单位已变更'
      END AS what
    ) h ON r.before IS NULL
    WHERE r."batchId" = ${batchId}::uuid AND r."isWritten"
      AND (m.id IS NULL OR m.version <> r."subjectVersion" OR h.what IS NOT NULL)
    ORDER BY r.line`;
}

/** Removes the members an import registered, and puts those it changed back as they were. */
export async function takeBackMembers(tx: Tx, rows: readonly TakenRow<MemberBefore>[]): Promise<void> {
  const befores = rows.flatMap(({ before }) => before ?? []);
  await undoFacts(tx, befores.flatMap(({ facts }) => facts)); // biome-ignore format: one thought
  await insertEmployments(tx, befores.flatMap(({ removedEmployment }) => removedEmployment ?? [])); // biome-ignore format: one thought
  await insertMemberships(tx, befores.flatMap(({ removedMembership }) => removedMembership ?? [])); // biome-ignore format: one thought
  await updateMemberColumns(
    tx,
    rows.flatMap(({ subjectId, before }) => (before ? [{ id: subjectId, ...before.columns }] : [])),
  );
  const created = rows.filter((row) => row.before === null).map(({ subjectId }) => subjectId);
  await tx.$executeRaw(Prisma.sql`DELETE FROM "Employment" WHERE "memberId" = ANY (${created}::uuid[])`);
  await tx.$executeRaw(Prisma.sql`DELETE FROM "Membership" WHERE "memberId" = ANY (${created}::uuid[])`);
  await tx.$executeRaw(Prisma.sql`DELETE FROM "Member" WHERE id = ANY (${created}::uuid[])`);
}

import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Tx } from "@/lib/db/transaction";
import { undoFacts } from "@/lib/imports/commands/dated-facts";
import type { EnterpriseBefore } from "@/lib/imports/commands/enterprises/change";
import { updateColumns } from "@/lib/imports/commands/enterprises/change-enterprises";
import { insertLocations } from "@/lib/imports/commands/enterprises/create-enterprises";
import type { TakenRow } from "@/lib/imports/commands/written-row";

/** Lines whose enterprise was changed since, or has something that hangs on it by now; with what it is. */
export function enterprisesChangedSince(
  tx: Tx,
  batchId: string,
): Promise<{ line: number; title: string; why: string }[]> {
  return tx.$queryRaw`
    SELECT r.line, coalesce(e.name, r."values"->>'title') AS title, CASE
        WHEN e.id IS NULL THEN '已被删除' WHEN e.version <> r."subjectVersion" THEN '已有修改' ELSE h.what END AS why
    FROM "ImportRow" r
    LEFT JOIN "Enterprise" e ON e.id = r."subjectId"
    LEFT JOIN LATERAL (
      SELECT CASE
        WHEN EXISTS (SELECT 1 FROM "Employment" x WHERE x."enterpriseId" = e.id) THEN '已有党员在该企业工作'
        WHEN EXISTS (SELECT 1 FROM "BranchCoverage" x WHERE x."enterpriseId" = e.id) THEN '已有党支部覆盖'
        WHEN EXISTS (SELECT 1 FROM "Assignment" x WHERE x."enterpriseId" = e.id) THEN '已安排指导员'
        WHEN EXISTS (SELECT 1 FROM "AssociationMembership" x WHERE x."enterpriseId" = e.id) THEN '已登记协会会员'
        WHEN EXISTS (SELECT 1 FROM "EnterpriseScaleYear" x WHERE x."enterpriseId" = e.id) THEN '已列入规模以上名单'
      END AS what
    ) h ON r.before IS NULL
    WHERE r."batchId" = ${batchId}::uuid AND r."isWritten"
      AND (e.id IS NULL OR e.version <> r."subjectVersion" OR h.what IS NOT NULL)
    ORDER BY r.line`;
}

/** Removes the enterprises an import registered, and puts those it changed back as they were. */
export async function takeBackEnterprises(tx: Tx, rows: readonly TakenRow<EnterpriseBefore>[]): Promise<void> {
  const changed = rows.filter((row) => row.before !== null);
  await undoFacts(
    tx,
    changed.flatMap(({ before }) => before?.facts ?? []),
  );
  await insertLocations(
    tx,
    changed.flatMap(({ before }) => before?.removedLocation ?? []),
  );
  await updateColumns(
    tx,
    changed.flatMap(({ subjectId, before }) => (before ? [{ id: subjectId, ...before.columns }] : [])),
  );
  const created = rows.filter((row) => row.before === null).map(({ subjectId }) => subjectId);
  await tx.$executeRaw(Prisma.sql`DELETE FROM "EnterpriseLocation" WHERE "enterpriseId" = ANY (${created}::uuid[])`);
  await tx.$executeRaw(Prisma.sql`DELETE FROM "Enterprise" WHERE id = ANY (${created}::uuid[])`);
}

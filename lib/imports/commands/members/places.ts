import "server-only";
import type { Tx } from "@/lib/db/transaction";
import type { WritePlace } from "@/lib/imports/commands/written-row";

type Named = { employerId: string | null; branchId: string | null };

/** The employers and branches that still stand, kept standing until the end of the transaction. */
export type Places = { employers: Set<string>; branches: Set<string> };

export async function standingPlaces(tx: Tx, named: readonly Named[], place: WritePlace): Promise<Places> {
  const employerIds = [...new Set(named.flatMap(({ employerId }) => employerId ?? []))];
  const branchIds = [...new Set(named.flatMap(({ branchId }) => branchId ?? []))];
  const { committeeId, day } = place;
  const employers = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Enterprise" WHERE id = ANY (${employerIds}::uuid[]) AND "committeeId" = ${committeeId}::uuid
    ORDER BY id FOR KEY SHARE`;
  const branches = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Branch" WHERE id = ANY (${branchIds}::uuid[]) AND "committeeId" = ${committeeId}::uuid
      AND ("dissolvedOn" IS NULL OR "dissolvedOn" > ${day}::date)
    ORDER BY id FOR KEY SHARE`;
  return { employers: new Set(employers.map(({ id }) => id)), branches: new Set(branches.map(({ id }) => id)) };
}

/** Why a row cannot be written where its employer or branch is gone since the file was judged; null when both stand. */
export function placesGone({ employerId, branchId }: Named, { employers, branches }: Places): string | null {
  if (employerId !== null && !employers.has(employerId))
    return "核对之后，工作单位已从登记中删除，没有写入；请重新导入这一行";
  if (branchId !== null && !branches.has(branchId)) return "核对之后，所在党支部已撤销，没有写入；请重新导入这一行";
  return null;
}

import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { normaliseName } from "@/lib/identifiers/name";

type Identity = { id?: string; committeeId: string; name: string; creditCode: string | null };

/**
 * Refuses to register one enterprise twice: within a committee a name stands for one enterprise, unless two different
 * credit codes tell two apart. The same code twice is refused by the database.
 */
export async function refuseTwin(tx: Tx, { id, committeeId, name, creditCode }: Identity): Promise<void> {
  const nameKey = normaliseName(name);
  const others = await tx.enterprise.findMany({
    where: {
      committeeId,
      ...(id === undefined ? {} : { id: { not: id } }),
      OR: [{ nameKey }, ...(creditCode === null ? [{ names: { some: { nameKey } } }] : [])],
    },
    take: 20,
    select: { name: true, creditCode: true },
  });
  const twin = others.find((other) => creditCode === null || other.creditCode === null);
  if (!twin) return;
  const known = twin.creditCode === null ? "信用代码待补" : `信用代码 ${twin.creditCode}`;
  throw new DomainError("CONFLICT", `“${twin.name}”已登记（${known}）。请搜索并打开那一家修改，不要重复登记。`);
}

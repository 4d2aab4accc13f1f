import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { toDay } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound } from "@/lib/errors";
import { canCorrectVisit, visibleVisits } from "@/lib/visits/policy";

/** The own visit a command is about. Refuses what is another's, out of scope, or withdrawn. */
export async function ownVisit(tx: Tx, actor: Actor, id: string) {
  const named = { select: { name: true, committeeId: true } } as const;
  const visit = await tx.visit.findFirst({
    where: { AND: [visibleVisits(actor), { id }] },
    select: {
      instructorId: true,
      kind: true,
      visitedOn: true,
      peopleMet: true,
      found: true,
      done: true,
      confirmedAt: true,
      withdrawnAt: true,
      version: true,
      enterprise: named,
      branch: named,
    },
  });
  const target = visit?.enterprise ?? visit?.branch;
  if (!visit || !target || !canCorrectVisit(actor, visit)) throw notFound("走访记录");
  if (visit.withdrawnAt) throw new DomainError("WRONG_STATE", "这次走访已撤回，不能再改动。");
  return { ...visit, visitedOn: toDay(visit.visitedOn), ...target };
}

/** The same while it may still change. Refuses one that the enterprise has confirmed. */
export async function openVisit(tx: Tx, actor: Actor, id: string) {
  const visit = await ownVisit(tx, actor, id);
  if (!visit.confirmedAt) return visit;
  throw new DomainError("WRONG_STATE", "企业已确认这次走访，不能再修改。如有误，请撤回后重新登记。");
}

/** The same, locked until the end of the transaction: files come and go one after the other, none after a withdrawal. */
export async function lockOpenVisit(tx: Tx, actor: Actor, id: string) {
  await tx.$executeRaw`SELECT 1 FROM "Visit" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return openVisit(tx, actor, id);
}

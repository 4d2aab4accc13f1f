import "server-only";
import type { ImportStatus } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";
import { isRecordId } from "@/lib/db/record-id";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound } from "@/lib/errors";
import { importStatusLabels } from "@/lib/imports/labels";
import { canImport, visibleImports } from "@/lib/imports/policy";

const select = {
  id: true,
  kind: true,
  committeeId: true,
  parkId: true,
  fileName: true,
  sheetName: true,
  headerLine: true,
  summary: true,
  status: true,
} as const;

/**
 * The import the actor acts on, locked until the end of the transaction: of two people at once, one acts. Refuses what is
 * missing or out of scope, and any state but the given ones.
 */
export async function batchInHand(tx: Tx, actor: Actor, id: string, states: readonly ImportStatus[]) {
  if (!isRecordId(id)) throw notFound("导入");
  await tx.$queryRaw`SELECT 1 FROM "ImportBatch" WHERE id = ${id}::uuid FOR UPDATE`;
  const batch = await tx.importBatch.findFirst({ where: { AND: [visibleImports(actor), { id }] }, select });
  if (!batch || !canImport(actor, batch)) throw notFound("导入");
  if (!states.includes(batch.status)) {
    const now = importStatusLabels[batch.status];
    throw new DomainError("WRONG_STATE", `这次导入现在的状态是“${now}”，不能进行该操作。请刷新页面查看。`);
  }
  return batch;
}

/** What the audit entry says about which import it was. */
export function auditSubject(batch: { id: string; fileName: string; committeeId: string }) {
  const { id, fileName, committeeId } = batch;
  return { subjectType: "ImportBatch", subjectId: id, subjectName: fileName, committeeId };
}

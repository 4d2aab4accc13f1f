import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { DomainError } from "@/lib/errors";
import { auditSubject, batchInHand } from "@/lib/imports/commands/batch-in-hand";

/**
 * Confirms an import: from now on it is being written, by a job that reads this state. One that failed halfway goes on
 * with the rows that are left. The uploaded file is no longer needed and removed. Refuses an import that would write nothing.
 */
export function confirmImport(actor: Actor, { id }: { id: string }): Promise<{ id: string }> {
  return command(actor, "import.confirm", { id }, async (tx, record) => {
    const batch = await batchInHand(tx, actor, id, ["JUDGED", "FAILED"]);
    const toWrite = await tx.importRow.count({
      where: { batchId: id, isWritten: false, outcome: { in: ["NEW", "CHANGED"] } },
    });
    if (toWrite === 0 && batch.status === "JUDGED") {
      throw new DomainError("WRONG_STATE", "这份文件没有新增也没有变更，不需要写入。可以取消这次导入。");
    }
    await tx.importFile.deleteMany({ where: { batchId: id } });
    await tx.importBatch.update({
      where: { id },
      data: {
        status: "WRITING",
        failure: null,
        confirmedAt: new Date(),
        confirmedById: actor.userId,
        confirmedByName: actor.name,
      },
      select: { id: true },
    });
    await record({ ...auditSubject(batch), before: { status: batch.status }, after: { status: "WRITING", toWrite } });
    return { id };
  });
}

/** Drops an import before anything was written. Its file is removed; what was judged stays readable. */
export function cancelImport(actor: Actor, { id }: { id: string }): Promise<{ id: string }> {
  return command(actor, "import.cancel", { id }, async (tx, record) => {
    const batch = await batchInHand(tx, actor, id, ["JUDGED"]);
    await tx.importFile.deleteMany({ where: { batchId: id } });
    await tx.importBatch.update({ where: { id }, data: { status: "CANCELLED" }, select: { id: true } });
    await record({ ...auditSubject(batch), before: { status: batch.status }, after: { status: "CANCELLED" } });
    return { id };
  });
}

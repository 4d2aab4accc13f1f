import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound } from "@/lib/errors";
import type { KeptFile } from "@/lib/files/keep-file";
import { removeSealedFile } from "@/lib/files/sealed-file";
import { auditSubject, lockRecord } from "@/lib/org-life/commands/record-in-hand";
import { visibleOrgLife } from "@/lib/org-life/policy";
import type { RemovedAttachment } from "@/lib/org-life/schema";

export const attachmentsPerRecord = 10;
/** What one person may send within a day: far above what records need, far below what fills a disk. */
const bytesPerDay = 1024 * 1024 * 1024;

/**
 * Hangs a kept file on a record that stands and may still change. A file that is refused, or came twice by one press,
 * does not stay on the disk.
 */
export async function addAttachment(actor: Actor, recordId: string, file: KeptFile): Promise<{ id: string }> {
  const { sha256, name } = file;
  try {
    const kept = await command(actor, "attachment.add", { recordId, sha256, name }, async (tx, record) => {
      const { branch, record: before } = await lockRecord(tx, actor, recordId);
      await refuseTooMany(tx, actor, recordId, file);
      await tx.attachment.create({
        data: { ...file, recordId, createdById: actor.userId, createdByName: actor.name },
        select: { id: true },
      });
      await record({ ...auditSubject(branch, before), after: { attachment: name } });
      return { id: file.id };
    });
    if (kept.id !== file.id) await removeSealedFile(file.id);
    return kept;
  } catch (error) {
    await removeSealedFile(file.id);
    throw error;
  }
}

async function refuseTooMany(tx: Tx, actor: Actor, recordId: string, file: KeptFile): Promise<void> {
  const count = await tx.attachment.count({ where: { recordId, removedAt: null } });
  if (count >= attachmentsPerRecord) {
    throw new DomainError("CONFLICT", `每条记录最多 ${attachmentsPerRecord} 个附件。请先删除不需要的附件。`);
  }
  const twin = await tx.attachment.findFirst({
    where: { recordId, removedAt: null, sha256: file.sha256 },
    select: { name: true },
  });
  if (twin) throw new DomainError("CONFLICT", `同样内容的附件“${twin.name}”已经上传过，不必再传。`);
  const since = new Date(Date.now() - 24 * 60 * 60 * 1_000);
  const { _sum: sent } = await tx.attachment.aggregate({
    where: { createdById: actor.userId, createdAt: { gt: since } },
    _sum: { byteCount: true },
  });
  if (actor.userId && (sent.byteCount ?? 0) + file.byteCount > bytesPerDay) {
    throw new DomainError("CONFLICT", "您在 24 小时内上传的附件已达上限（1 GB）。请明天再上传，或请同事代传。");
  }
}

/** Takes a file off its record; its row stays for the trail, the file itself is deleted. */
export async function removeAttachment(actor: Actor, input: RemovedAttachment): Promise<{ id: string }> {
  const done = await command(actor, "attachment.remove", input, async (tx, record) => {
    const found = await tx.attachment.findFirst({
      where: { id: input.id, removedAt: null, record: visibleOrgLife(actor) },
      select: { recordId: true, name: true },
    });
    if (!found?.recordId) throw notFound("附件");
    const { branch, record: before } = await lockRecord(tx, actor, found.recordId);
    const written = await tx.attachment.updateMany({
      where: { id: input.id, removedAt: null },
      data: { removedAt: new Date() },
    });
    if (written.count !== 1) throw notFound("附件");
    await record({ ...auditSubject(branch, before), before: { attachment: found.name } });
    return { id: found.recordId };
  });
  await removeSealedFile(input.id);
  return done;
}

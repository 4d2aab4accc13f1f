import "server-only";
import { command } from "@/lib/audit/command";
import type { AuditFacts } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound } from "@/lib/errors";
import type { KeptFile } from "@/lib/files/keep-file";
import { removeSealedFile } from "@/lib/files/sealed-file";

/** What a file hangs on. */
export type FileOwner = { recordId: string } | { activityId: string } | { visitId: string };

/** Locks the owner, refuses whoever may not change its files now, and says how the owner stands in the trail. */
type OpenOwner = (tx: Tx) => Promise<AuditFacts>;

export const attachmentsPerOwner = 10;
/** What one person may send within a day: far above what records need, far below what fills a disk. */
const bytesPerDay = 1024 * 1024 * 1024;

/** Hangs a kept file on its owner. A file that is refused, or came twice by one press, does not stay on the disk. */
export async function attachFile(
  actor: Actor,
  owner: FileOwner,
  file: KeptFile,
  openOwner: OpenOwner,
): Promise<{ id: string }> {
  const { sha256, name } = file;
  try {
    const kept = await command(actor, "attachment.add", { ...owner, sha256, name }, async (tx, record) => {
      const subject = await openOwner(tx);
      await refuseTooMany(tx, actor, owner, file);
      await tx.attachment.create({
        data: { ...file, ...owner, createdById: actor.userId, createdByName: actor.name },
        select: { id: true },
      });
      await record({ ...subject, after: { attachment: name } });
      return { id: file.id };
    });
    if (kept.id !== file.id) await removeSealedFile(file.id);
    return kept;
  } catch (error) {
    await removeSealedFile(file.id);
    throw error;
  }
}

async function refuseTooMany(tx: Tx, actor: Actor, owner: FileOwner, file: KeptFile): Promise<void> {
  const count = await tx.attachment.count({ where: { ...owner, removedAt: null } });
  if (count >= attachmentsPerOwner) {
    throw new DomainError("CONFLICT", `每条记录最多 ${attachmentsPerOwner} 个附件。请先删除不需要的附件。`);
  }
  const twin = await tx.attachment.findFirst({
    where: { ...owner, removedAt: null, sha256: file.sha256 },
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

/** Takes a file off its owner; its row stays for the trail, the file itself is deleted. */
export async function detachFile(
  actor: Actor,
  input: { id: string },
  openOwner: (tx: Tx) => Promise<{ ownerId: string; name: string; subject: AuditFacts }>,
): Promise<{ id: string }> {
  const done = await command(actor, "attachment.remove", input, async (tx, record) => {
    const { ownerId, name, subject } = await openOwner(tx);
    const written = await tx.attachment.updateMany({
      where: { id: input.id, removedAt: null },
      data: { removedAt: new Date() },
    });
    if (written.count !== 1) throw notFound("附件");
    await record({ ...subject, before: { attachment: name } });
    return { id: ownerId };
  });
  await removeSealedFile(input.id);
  return done;
}

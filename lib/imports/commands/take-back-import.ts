import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { auditSubject, batchInHand } from "@/lib/imports/commands/batch-in-hand";
import type { EnterpriseBefore } from "@/lib/imports/commands/enterprises/change";
import { enterprisesChangedSince, takeBackEnterprises } from "@/lib/imports/commands/enterprises/take-back";
import type { MemberBefore } from "@/lib/imports/commands/members/change";
import { membersChangedSince, takeBackMembers } from "@/lib/imports/commands/members/take-back";
import type { TakenRow } from "@/lib/imports/commands/written-row";

const namedAtMost = 8;

/**
 * Takes back a whole import, with the reason: what it registered is removed, what it changed is as before. All of it or
 * nothing: refuses, naming the lines, when something it wrote was changed since or has other facts hanging on it.
 */
export function takeBackImport(actor: Actor, { id, reason }: { id: string; reason: string }): Promise<{ id: string }> {
  return command(actor, "import.takeBack", { id, reason }, async (tx, record) => {
    const batch = await batchInHand(tx, actor, id, ["WRITTEN", "FAILED"]);
    const isEnterprises = batch.kind === "ENTERPRISES";
    await lockSubjects(tx, id, isEnterprises);
    const changed = await (isEnterprises ? enterprisesChangedSince(tx, id) : membersChangedSince(tx, id));
    if (changed.length > 0) throw changedSince(changed, isEnterprises ? "企业" : "党员");
    const rows = await writtenRows(tx, id);
    if (isEnterprises) await takeBackEnterprises(tx, rows as TakenRow<EnterpriseBefore>[]);
    else await takeBackMembers(tx, rows as TakenRow<MemberBefore>[]);
    await followVersions(tx, id);
    await tx.importBatch.update({
      where: { id },
      data: { status: "TAKEN_BACK", takenBackAt: new Date(), takeBackReason: reason },
      select: { id: true },
    });
    const created = rows.filter(({ before }) => before === null).length;
    await record({
      ...auditSubject(batch),
      reason,
      before: { status: batch.status },
      after: { status: "TAKEN_BACK", removed: created, restored: rows.length - created },
    });
    return { id };
  });
}

/** Nobody changes a subject between the check and the taking back. */
async function lockSubjects(tx: Tx, id: string, isEnterprises: boolean): Promise<void> {
  if (isEnterprises) {
    await tx.$executeRaw`SELECT 1 FROM "Enterprise" WHERE id IN (
      SELECT "subjectId" FROM "ImportRow" WHERE "batchId" = ${id}::uuid AND "isWritten") ORDER BY id FOR UPDATE`;
  } else {
    await tx.$executeRaw`SELECT 1 FROM "Member" WHERE id IN (
      SELECT "subjectId" FROM "ImportRow" WHERE "batchId" = ${id}::uuid AND "isWritten") ORDER BY id FOR UPDATE`;
  }
}

/**
 * What was put back stands as an earlier import left it, under a new version: that import can still be taken back.
 * `subjectVersion` is one more than the version this import found, and one less than the one that stands now.
 */
async function followVersions(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "ImportRow" earlier SET "subjectVersion" = this."subjectVersion" + 1
    FROM "ImportRow" this
    WHERE this."batchId" = ${id}::uuid AND this."isWritten" AND this.before IS NOT NULL
      AND earlier."batchId" <> this."batchId" AND earlier."isWritten" AND earlier."subjectId" = this."subjectId"
      AND earlier."subjectVersion" = this."subjectVersion" - 1`;
}

function writtenRows(tx: Tx, id: string): Promise<TakenRow<EnterpriseBefore | MemberBefore>[]> {
  return tx.$queryRaw`
    SELECT line, "subjectId", before FROM "ImportRow" WHERE "batchId" = ${id}::uuid AND "isWritten" ORDER BY line`;
}

function changedSince(rows: { line: number; title: string; why: string }[], noun: string): DomainError {
  const named = rows.slice(0, namedAtMost).map(({ line, title, why }) => `第 ${line} 行“${title}”（${why}）`);
  const more = rows.length > namedAtMost ? ` 等 ${rows.length} 行` : "";
  return new DomainError(
    "CONFLICT",
    `导入之后，有${noun}又有改动，不能整批撤回：${named.join("、")}${more}。请先在相应页面处理这些${noun}，或逐条修改。`,
  );
}

import "server-only";
import { setImmediate as otherWork } from "node:timers/promises";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { DomainError, notFound } from "@/lib/errors";
import { auditSubject, batchInHand } from "@/lib/imports/commands/batch-in-hand";
import { type ReadyRow, readyRows, writeRows } from "@/lib/imports/commands/rows-of-kind";
import { markRefused, markWritten, stillWaiting, type WritePlace } from "@/lib/imports/commands/written-row";
import { visibleImports } from "@/lib/imports/policy";

type Options = {
  chunkSize?: number;
  /** Told after each chunk how many rows are done in this run. */
  onChunk?: (done: number) => void;
};

/**
 * Writes a confirmed import, chunk by chunk, each with its audit entry in one transaction. May be called again after any
 * failure: rows that were written are not touched again, two calls at once take turns. A row the register no longer lets in
 * is refused with its reason; the others are written. Refuses an import that is not confirmed, or no longer the actor's.
 */
export async function writeImport(actor: Actor, id: string, { chunkSize = 500, onChunk }: Options = {}): Promise<void> {
  const place = await placeOf(actor, id);
  let done = 0;
  let next = readyRows(place, chunkSize, 0);
  for (;;) {
    const rows = await next;
    const below = rows.at(-1)?.line;
    // While the database writes one chunk, the next is made ready.
    if (below !== undefined) next = readyRows(place, chunkSize, below);
    next.catch(() => undefined); // Awaited in the next round, unless this chunk fails.
    const isOurs = await writeOrSplit(actor, place, rows).then(
      () => true,
      (error: unknown) => finishedElsewhere(id, error),
    );
    if (below === undefined || !isOurs) return;
    done += rows.length;
    onChunk?.(done);
    await otherWork();
  }
}

/** Marks an import as failed, with what the person reads. It can be confirmed again, or taken back. */
export function failImport(actor: Actor, id: string, failure: string): Promise<{ id: string }> {
  return command(actor, "import.fail", { id }, async (tx, record) => {
    const [batch] = await tx.importBatch.updateManyAndReturn({
      where: { id, status: "WRITING" },
      data: { status: "FAILED", failure },
      select: { id: true, fileName: true, committeeId: true },
    });
    if (!batch) throw new DomainError("WRONG_STATE", "这次导入没有在写入。请刷新页面查看。");
    await record({ ...auditSubject(batch), reason: failure, after: { status: "FAILED" } });
    return { id };
  });
}

/** Of two runs at once the slower one finds the import written: nothing is left for it. Any other refusal stands. */
async function finishedElsewhere(id: string, error: unknown): Promise<false> {
  if (!(error instanceof DomainError) || error.refusal !== "WRONG_STATE") throw error;
  const batch = await db.importBatch.findUnique({ where: { id }, select: { status: true } });
  if (batch?.status !== "WRITTEN") throw error;
  return false;
}

async function placeOf(actor: Actor, id: string): Promise<WritePlace> {
  const batch = await db.importBatch.findFirst({
    where: { AND: [visibleImports(actor), { id }] },
    select: { committeeId: true, kind: true },
  });
  if (!batch) throw notFound("导入");
  return { ...batch, batchId: id, day: actor.day };
}

/** When a rule of the database stops a chunk, row by row it shows which one it was: only that one is refused. */
async function writeOrSplit(actor: Actor, place: WritePlace, rows: ReadyRow[]): Promise<void> {
  try {
    await writeChunk(actor, place, rows);
  } catch (error) {
    if (!(error instanceof DomainError) || error.refusal !== "CONFLICT") throw error;
    const [row] = rows;
    if (rows.length > 1) for (const each of rows) await writeOrSplit(actor, place, [each]);
    else if (row) await refuseRow(actor, place.batchId, row.line, error.message);
  }
}

/** One chunk; an empty one is the end. */
async function writeChunk(actor: Actor, place: WritePlace, ready: ReadyRow[]): Promise<void> {
  await command(actor, "import.write", null, async (tx, record) => {
    const batch = await batchInHand(tx, actor, place.batchId, ["WRITING"]);
    const rows = await stillWaiting(tx, batch.id, ready);
    const { written, refused } = await writeRows(tx, rows, place);
    await markWritten(tx, batch.id, written);
    await markRefused(tx, batch.id, refused);
    const isEnd = ready.length === 0;
    await tx.importBatch.update({
      where: { id: batch.id },
      data: {
        writtenCount: { increment: written.length },
        ...(isEnd ? { status: "WRITTEN", writtenAt: new Date() } : {}),
      },
      select: { id: true },
    });
    const created = written.filter(({ before }) => before === null).length;
    const counts = { created, changed: written.length - created, refused: refused.length };
    const lines = { fromLine: ready[0]?.line ?? 0, toLine: ready.at(-1)?.line ?? 0 };
    await record({ ...auditSubject(batch), after: isEnd ? { status: "WRITTEN" } : { ...lines, ...counts } });
    return undefined;
  });
}

async function refuseRow(actor: Actor, id: string, line: number, reason: string): Promise<void> {
  await command(actor, "import.write", null, async (tx, record) => {
    const batch = await batchInHand(tx, actor, id, ["WRITING"]);
    await markRefused(tx, id, [{ line, reason }]);
    await record({ ...auditSubject(batch), reason, after: { fromLine: line, toLine: line, refused: 1 } });
    return undefined;
  });
}

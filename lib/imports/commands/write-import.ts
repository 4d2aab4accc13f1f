import "server-only";
import { setImmediate as otherWork } from "node:timers/promises";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { auditSubject, batchInHand } from "@/lib/imports/commands/batch-in-hand";
import { changeEnterprises } from "@/lib/imports/commands/enterprises/change-enterprises";
import { createEnterprises } from "@/lib/imports/commands/enterprises/create-enterprises";
import { changeMembers } from "@/lib/imports/commands/members/change-members";
import { createMembers } from "@/lib/imports/commands/members/create-members";
import {
  markRefused,
  markWritten,
  type RefusedRow,
  type RowToWrite,
  rowsToWrite,
  type WritePlace,
  type WrittenRow,
} from "@/lib/imports/commands/written-row";

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
export async function writeImport(actor: Actor, id: string, options: Options = {}): Promise<void> {
  const { chunkSize = 500, onChunk } = options;
  let done = 0;
  for (let oneByOne = 0; ; oneByOne = Math.max(0, oneByOne - 1)) {
    const size = oneByOne > 0 ? 1 : chunkSize;
    try {
      const { rowCount } = await writeChunk(actor, id, size);
      if (rowCount === 0) return;
      done += rowCount;
    } catch (error) {
      if (!(error instanceof DomainError) || error.refusal !== "CONFLICT") throw error;
      // A rule of the database stopped the chunk: row by row it shows which one it was, and only that one is refused.
      if (size === 1) await refuseNextRow(actor, id, error.message);
      else oneByOne = chunkSize + 1;
    }
    onChunk?.(done);
    await otherWork();
  }
}

/** Marks an import as failed, with what the person reads. It can be confirmed again, or taken back. */
export function failImport(actor: Actor, id: string, failure: string): Promise<{ id: string }> {
  return command(actor, "import.fail", { id }, async (tx, record) => {
    const written = await tx.importBatch.updateManyAndReturn({
      where: { id, status: "WRITING" },
      data: { status: "FAILED", failure },
      select: { id: true, fileName: true, committeeId: true },
    });
    const [batch] = written;
    if (!batch) throw new DomainError("WRONG_STATE", "这次导入没有在写入。");
    await record({ ...auditSubject(batch), reason: failure, after: { status: "FAILED" } });
    return { id };
  });
}

/** One chunk; with nothing left, the end. */
function writeChunk(actor: Actor, id: string, size: number): Promise<{ rowCount: number }> {
  return command(actor, "import.write", { id }, async (tx, record) => {
    const batch = await batchInHand(tx, actor, id, ["WRITING"]);
    const rows = await rowsToWrite(tx, id, size);
    if (rows.length === 0) {
      await tx.importBatch.update({
        where: { id },
        data: { status: "WRITTEN", writtenAt: new Date() },
        select: { id: true },
      });
      await record({ ...auditSubject(batch), after: { status: "WRITTEN" } });
      return { rowCount: 0 };
    }
    const { written, refused } = await writeRows(tx, batch.kind, rows, {
      batchId: id,
      committeeId: batch.committeeId,
      day: actor.day,
    });
    await markWritten(tx, id, written);
    await markRefused(tx, id, refused);
    const writtenCount = { increment: written.length };
    await tx.importBatch.update({ where: { id }, data: { writtenCount }, select: { id: true } });
    const created = written.filter(({ before }) => before === null).length;
    await record({
      ...auditSubject(batch),
      after: {
        fromLine: rows[0]?.line ?? 0,
        toLine: rows.at(-1)?.line ?? 0,
        created,
        changed: written.length - created,
        refused: refused.length,
      },
    });
    return { rowCount: rows.length };
  });
}

/** Changes first: a code that a known enterprise takes over must stand before a new one of the same name comes. */
async function writeRows(tx: Tx, kind: "ENTERPRISES" | "MEMBERS", rows: readonly RowToWrite[], place: WritePlace) {
  const changed = rows.filter(({ outcome }) => outcome === "CHANGED");
  const created = rows.filter(({ outcome }) => outcome === "NEW");
  const [change, create] =
    kind === "ENTERPRISES" ? [changeEnterprises, createEnterprises] : [changeMembers, createMembers];
  const results: { written: WrittenRow[]; refused: RefusedRow[] }[] = [
    await change(tx, changed, place),
    await create(tx, created, place),
  ];
  return {
    written: results.flatMap(({ written }) => written),
    refused: results.flatMap(({ refused }) => refused),
  };
}

function refuseNextRow(actor: Actor, id: string, reason: string): Promise<{ id: string }> {
  return command(actor, "import.write", { id }, async (tx, record) => {
    const batch = await batchInHand(tx, actor, id, ["WRITING"]);
    const [row] = await rowsToWrite(tx, id, 1);
    if (row) await markRefused(tx, id, [{ line: row.line, reason }]);
    await record({ ...auditSubject(batch), reason, after: { refused: row ? 1 : 0, fromLine: row?.line ?? 0 } });
    return { id };
  });
}

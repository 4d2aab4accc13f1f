import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { decryptFile } from "@/lib/crypto/files";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";
import { notFound } from "@/lib/errors";
import { auditSubject, batchInHand } from "@/lib/imports/commands/batch-in-hand";
import { storeRows, understoodColumns } from "@/lib/imports/commands/store-judgement";
import { visibleImports } from "@/lib/imports/policy";
import { judgeFile } from "@/lib/imports/queries/judge-file";
import type { ColumnChoice } from "@/lib/imports/schema";

/**
 * Judges the same file again with what the person says about sheet, header line and columns, and remembers the columns for
 * the committee. Only while the import waits for confirmation.
 */
export async function remapImport(actor: Actor, id: string, choice: ColumnChoice): Promise<{ id: string }> {
  const before = await waitingImport(actor, id);
  const { sheetName, headerLine, fields } = choice;
  const isSameLine = before.sheetName === sheetName && before.headerLine === headerLine;
  const line = isSameLine ? before.chosenHeaderLine : before.sheetName === sheetName ? headerLine : null;
  const judgement = await judgeFile(actor, before.file, {
    sheetName,
    ...(line === null ? {} : { headerLine: line }),
    fields: new Map(Object.entries(fields)),
  });
  return command(actor, "import.remap", { id, choice }, async (tx, record) => {
    const batch = await batchInHand(tx, actor, id, ["JUDGED"]);
    await tx.importRow.deleteMany({ where: { batchId: id } });
    await storeRows(tx, id, judgement);
    await tx.importBatch.update({ where: { id }, data: understoodColumns(judgement, line), select: { id: true } });
    const { committeeId, kind } = batch;
    for (const [header, field] of Object.entries(fields)) {
      await tx.importColumn.upsert({
        where: { committeeId_kind_header: { committeeId, kind, header } },
        create: { committeeId, kind, header, field },
        update: { field },
      });
    }
    await record({ ...auditSubject(batch), after: { sheetName, headerLine, fields, ...judgement.figures } });
    return { id };
  });
}

async function waitingImport(actor: Actor, id: string) {
  if (!isRecordId(id)) throw notFound("导入");
  const batch = await db.importBatch.findFirst({
    where: { AND: [visibleImports(actor), { id, status: "JUDGED" }] },
    select: {
      kind: true,
      committeeId: true,
      parkId: true,
      fileName: true,
      sheetName: true,
      headerLine: true,
      summary: true,
      file: { select: { sealed: true } },
    },
  });
  if (!batch?.file) throw notFound("待确认的导入");
  const { kind, committeeId, parkId, fileName, sheetName, headerLine, summary } = batch;
  const { chosenHeaderLine } = summary as { chosenHeaderLine: number | null };
  const file = { kind, committeeId, parkId, fileName, bytes: decryptFile(batch.file.sealed) };
  return { file, sheetName, headerLine, chosenHeaderLine };
}

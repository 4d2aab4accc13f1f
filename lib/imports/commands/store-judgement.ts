import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Tx } from "@/lib/db/transaction";
import { storedRow } from "@/lib/imports/queries/stored-row";
import type { Judgement } from "@/lib/imports/rules/judgement";

const rowsAtOnce = 1_000;
/** Lines left out that are listed; a longer list helps nobody. */
const skippedListed = 200;

/** The columns of `ImportBatch` that say what was understood. `chosenHeaderLine`: the person named the line. */
export function understoodColumns(judgement: Judgement, chosenHeaderLine: number | null) {
  const { sheetName, headerLine, columns, figures, notices, skipped, otherSheets, sheetNames } = judgement;
  const summary = {
    figures,
    notices,
    skipped: skipped.slice(0, skippedListed),
    skippedCount: skipped.length,
    otherSheets,
    sheetNames,
    chosenHeaderLine,
  };
  return { sheetName, headerLine, columns, summary };
}

/** Writes the judged rows of a batch. While the database takes in one portion, the next is made ready. */
export async function storeRows(tx: Tx, batchId: string, { rows }: Judgement): Promise<void> {
  let underWay: Promise<unknown> = Promise.resolve();
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const stored = JSON.stringify(rows.slice(from, from + rowsAtOnce).map((row) => storedRow(batchId, row)));
    await underWay;
    underWay = insertRows(tx, stored);
  }
  await underWay;
}

async function insertRows(tx: Tx, stored: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO "ImportRow"
      ("batchId", line, outcome, cells, "values", changes, reasons, notes, "subjectId", "subjectVersion")
    SELECT * FROM json_to_recordset(${stored}::json) AS r(
      "batchId" uuid, line int, outcome "ImportOutcome", cells jsonb, "values" jsonb, changes jsonb,
      reasons text[], notes text[], "subjectId" uuid, "subjectVersion" int)`);
}

import "server-only";
import type { ImportOutcome } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";
import { pageWindow } from "@/lib/forms/list-params";
import { canImport, visibleImports } from "@/lib/imports/policy";
import { openCells, openValue, type StoredValues } from "@/lib/imports/queries/stored-row";
import type { Change } from "@/lib/imports/rules/changes";
import type { Column } from "@/lib/imports/rules/table/header-rows";
import type { ColumnField } from "@/lib/imports/rules/table/headers";
import type { SkippedLine } from "@/lib/imports/rules/table/lines";
import { writeValue } from "@/lib/imports/rules/written-value";
import type { Cell } from "@/lib/sheets/cell";

/** What was understood of the file, as it was kept. */
export type ImportSummary = {
  figures: Record<string, number>;
  notices: string[];
  skipped: SkippedLine[];
  skippedCount: number;
  otherSheets: { name: string; rowCount: number }[];
  sheetNames: string[];
};

/** One import with what was understood and how far it is; null when missing or outside the actor's scope. */
export async function findImport(actor: Actor, id: string) {
  if (!isRecordId(id)) return null;
  const batch = await db.importBatch.findFirst({
    where: { AND: [visibleImports(actor), { id }] },
    omit: { fileHash: true, createdById: true, confirmedById: true },
    include: {
      committee: { select: { name: true } },
      park: { select: { id: true, name: true } },
      file: { select: { batchId: true } },
    },
  });
  if (!batch) return null;
  const groups = await db.importRow.groupBy({ by: ["outcome"], where: { batchId: id }, _count: true });
  const counts = Object.fromEntries(groups.map(({ outcome, _count }) => [outcome, _count]));
  const toWrite = (counts.NEW ?? 0) + (counts.CHANGED ?? 0);
  const may = canImport(actor, batch);
  return {
    ...batch,
    columns: batch.columns as unknown as Column[],
    summary: batch.summary as unknown as ImportSummary,
    counts: counts as Partial<Record<ImportOutcome, number>>,
    toWrite,
    can: {
      confirm: may && ((batch.status === "JUDGED" && toWrite > 0) || batch.status === "FAILED"),
      remap: may && batch.status === "JUDGED" && batch.file !== null,
      cancel: may && batch.status === "JUDGED",
      takeBack: may && (batch.status === "WRITTEN" || batch.status === "FAILED"),
    },
  };
}

export type FoundImport = NonNullable<Awaited<ReturnType<typeof findImport>>>;

/** One page of an import's rows in the file's order, by outcome. */
export async function listImportRows(
  actor: Actor,
  id: string,
  asked: { outcome?: ImportOutcome | undefined; page: number },
) {
  const where = { batchId: id, batch: visibleImports(actor), ...(asked.outcome ? { outcome: asked.outcome } : {}) };
  const rows = await db.importRow.findMany({
    where,
    orderBy: { line: "asc" },
    ...pageWindow(asked.page),
    select: {
      line: true,
      outcome: true,
      values: true,
      changes: true,
      reasons: true,
      notes: true,
      subjectId: true,
      isWritten: true,
    },
  });
  return rows.map(({ values, changes, ...row }) => {
    const { title, subtitle } = values as unknown as StoredValues;
    return { ...row, title, subtitle, changes: (changes as unknown as Change[] | null) ?? [] };
  });
}

export type ImportRowShown = Awaited<ReturnType<typeof listImportRows>>[number];

/** The refused rows as the file had them, each with its reasons, for the file that goes back to the person. */
export async function refusedRows(actor: Actor, id: string) {
  const batch = await findImport(actor, id);
  if (!batch) return null;
  const rows = await db.importRow.findMany({
    where: { batchId: id, outcome: "REFUSED" },
    orderBy: { line: "asc" },
    select: { line: true, cells: true, values: true, reasons: true },
  });
  const { columns, fileName } = batch;
  return {
    fileName,
    headers: columns.map(({ header }) => header),
    rows: rows.map(({ line, cells, values, reasons }) => {
      const given = openCells(cells);
      const cellOf = ({ index, field }: Column): Cell =>
        given ? (given[index] ?? null) : understoodCell(values as unknown as StoredValues, field);
      return { line, cells: columns.map(cellOf), reasons };
    }),
  };
}

/** A row refused only when it was written has no cells any more: what was understood of them goes back instead. */
function understoodCell(stored: StoredValues, field: ColumnField | null): Cell {
  const value = field === null ? null : openValue(stored, field);
  return value === null || typeof value === "number" ? value : writeValue(field ?? "", value);
}

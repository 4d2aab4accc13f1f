import "server-only";
import type { ImportKind } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { DomainError, notFound } from "@/lib/errors";
import { canImport } from "@/lib/imports/policy";
import { judgeEnterpriseRows } from "@/lib/imports/queries/judge-enterprises";
import { judgeMemberRows } from "@/lib/imports/queries/judge-members";
import type { Judgement, RowsToJudge } from "@/lib/imports/rules/judgement";
import { findTable, type TableChoice } from "@/lib/imports/rules/table/find-table";
import type { ChosenFields } from "@/lib/imports/rules/table/header-rows";
import type { ColumnField } from "@/lib/imports/rules/table/headers";
import { splitLines } from "@/lib/imports/rules/table/lines";
import { readSheets } from "@/lib/sheets/read";

export type FileToJudge = {
  kind: ImportKind;
  committeeId: string;
  /** Enterprises: the park of rows that name none. */
  parkId: string | null;
  fileName: string;
  bytes: Buffer;
};

/**
 * Reads a file and judges every row against the file itself and the committee's register. Writes nothing. What staff said
 * of columns of the same name before counts, unless `choice` says otherwise. Refuses files that are no table of this kind.
 */
export async function judgeFile(actor: Actor, file: FileToJudge, choice: TableChoice = {}): Promise<Judgement> {
  const { kind, committeeId } = file;
  if (!canImport(actor, file)) throw notFound("党委");
  const [park, remembered, { sheets }] = await Promise.all([
    openParkOf(file),
    rememberedColumns(committeeId, kind),
    readSheets(file),
  ]);
  const search = findTable(sheets, kind, { ...choice, fields: choice.fields ?? remembered });
  if ("refusal" in search) throw new DomainError("CONFLICT", `${search.refusal}。`);
  const { table } = search;
  const { data, skipped } = splitLines(table, kind);
  if (data.length === 0)
    throw new DomainError("CONFLICT", "表头下面没有数据行。请确认选对了文件和工作表，再重新上传。");
  const rows: RowsToJudge = { data, columns: table.columns, day: actor.day, committeeId, parkName: park?.name ?? null };
  const judged = await (kind === "ENTERPRISES" ? judgeEnterpriseRows(rows) : judgeMemberRows(rows));
  return {
    sheetName: table.sheetName,
    headerLine: table.headerLine,
    columns: table.columns,
    sheetNames: sheets.map(({ name }) => name),
    otherSheets: table.otherSheets,
    skipped,
    ...judged,
  };
}

/** The park rows go to when they name none: of the same committee and in use. */
async function openParkOf({ parkId, committeeId, kind }: FileToJudge) {
  if (parkId === null || kind === "MEMBERS") return null;
  const park = await db.park.findFirst({ where: { id: parkId, committeeId, closedOn: null }, select: { name: true } });
  if (!park) throw new DomainError("NOT_FOUND", "所选园区不属于该党委，或已停用。请重新选择园区。");
  return park;
}

/** How staff of this committee last read a column of each name. */
async function rememberedColumns(committeeId: string, kind: ImportKind): Promise<ChosenFields> {
  const columns = await db.importColumn.findMany({
    where: { committeeId, kind },
    select: { header: true, field: true },
  });
  return new Map(columns.map(({ header, field }) => [header, field as ColumnField | null]));
}

import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { ImportKind } from "@/generated/prisma/enums";
import type { Day } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import type { StoredEnterprise, StoredMember, StoredValues } from "@/lib/imports/queries/stored-row";

/** A row that is to be written. */
export type RowToWrite = {
  line: number;
  outcome: "NEW" | "CHANGED";
  values: StoredValues;
  changes: { field: string; old: unknown; new: unknown }[] | null;
  subjectId: string | null;
  subjectVersion: number | null;
};

/** The enterprise of a row of an enterprise list. */
export function enterpriseOf({ enterprise }: StoredValues): StoredEnterprise {
  if (!enterprise) throw new Error("the row holds no enterprise");
  return enterprise;
}

/** The member of a row of a roster. */
export function memberOf({ member }: StoredValues): StoredMember {
  if (!member) throw new Error("the row holds no member");
  return member;
}

/** What became of it. `before`: what stood in the register, to put it back; null for a new record. */
export type WrittenRow = { line: number; subjectId: string; subjectVersion: number; before: object | null };
export type RefusedRow = { line: number; reason: string };

/** A written row that is taken back. `before` is null where the import made the record. */
export type TakenRow<Before> = { line: number; subjectId: string; before: Before | null };

/** Where and when rows are written. */
export type WritePlace = { batchId: string; kind: ImportKind; committeeId: string; day: Day };

/** The next rows of an import that still wait to be written, below a line. */
export function waitingRows(client: Pick<Tx, "$queryRaw">, batchId: string, size: number, below: number) {
  return client.$queryRaw<RowToWrite[]>`
    SELECT line, outcome::text, "values", changes, "subjectId", "subjectVersion" FROM "ImportRow"
    WHERE "batchId" = ${batchId}::uuid AND line > ${below} AND outcome IN ('NEW', 'CHANGED') AND NOT "isWritten"
    ORDER BY line LIMIT ${size}`;
}

/** Those that still wait once the import is locked: another run may have written them meanwhile. */
export async function stillWaiting<Row extends RowToWrite>(tx: Tx, batchId: string, rows: Row[]): Promise<Row[]> {
  const lines = rows.map(({ line }) => line);
  const waiting = await tx.$queryRaw<{ line: number }[]>`
    SELECT line FROM "ImportRow" WHERE "batchId" = ${batchId}::uuid AND line = ANY (${lines}::int[])
      AND outcome IN ('NEW', 'CHANGED') AND NOT "isWritten"`;
  const left = new Set(waiting.map(({ line }) => line));
  return left.size === rows.length ? rows : rows.filter(({ line }) => left.has(line));
}

/** Marks rows as written, with what is needed to take them back. */
export async function markWritten(tx: Tx, batchId: string, rows: readonly WrittenRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw(Prisma.sql`
    UPDATE "ImportRow" i SET "isWritten" = true, "subjectId" = r."subjectId", "subjectVersion" = r."subjectVersion",
      before = r.before
    FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS r(line int, "subjectId" uuid, "subjectVersion" int, before jsonb)
    WHERE i."batchId" = ${batchId}::uuid AND i.line = r.line`);
}

/** Marks rows as refused after all: the register changed since they were judged. */
export async function markRefused(tx: Tx, batchId: string, rows: readonly RefusedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw(Prisma.sql`
    UPDATE "ImportRow" i SET outcome = 'REFUSED', reasons = array_append(i.reasons, r.reason)
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(line int, reason text)
    WHERE i."batchId" = ${batchId}::uuid AND i.line = r.line`);
}

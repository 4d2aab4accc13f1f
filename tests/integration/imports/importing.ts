import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { confirmImport } from "@/lib/imports/commands/confirm-import";
import { judgeImport } from "@/lib/imports/commands/judge-import";
import { writeImport } from "@/lib/imports/commands/write-import";
import type { FileToJudge } from "@/lib/imports/queries/judge-file";

type Place = Pick<FileToJudge, "kind" | "committeeId" | "parkId">;

/** A CSV file as people send it: the header, then the rows. */
export function csv(...rows: (string | number)[][]): Buffer {
  return Buffer.from(rows.map((row) => row.join(",")).join("\r\n"), "utf8");
}

/** Judges a list; it waits for confirmation. */
export async function judgeList(actor: Actor, place: Place, ...rows: (string | number)[][]): Promise<string> {
  return (await judgeImport(actor, { ...place, fileName: "名单.csv", bytes: csv(...rows) })).id;
}

export async function confirmAndWrite(actor: Actor, id: string): Promise<string> {
  await confirmImport(actor, { id });
  await writeImport(actor, id);
  return id;
}

/** Judges, confirms and writes a list. */
export async function importList(actor: Actor, place: Place, ...rows: (string | number)[][]): Promise<string> {
  return confirmAndWrite(actor, await judgeList(actor, place, ...rows));
}

/** The rows of an import in the file's order. */
export function rowsOf(batchId: string) {
  return db.importRow.findMany({
    where: { batchId },
    orderBy: { line: "asc" },
    select: { line: true, outcome: true, reasons: true, notes: true, changes: true, isWritten: true, subjectId: true },
  });
}

/** Everything the register holds of an enterprise, without what counts its changes. */
export async function enterpriseAsItStands(id: string) {
  const {
    version: _version,
    updatedAt: _updatedAt,
    ...facts
  } = await db.enterprise.findUniqueOrThrow({
    where: { id },
    include: {
      names: true,
      locations: { orderBy: { validFrom: "asc" } },
      coverages: true,
      assignments: true,
      associations: true,
    },
  });
  return facts;
}

/** The same of a member. */
export async function memberAsItStands(id: string) {
  const {
    version: _version,
    updatedAt: _updatedAt,
    ...facts
  } = await db.member.findUniqueOrThrow({
    where: { id },
    include: {
      memberships: { orderBy: { validFrom: "asc" } },
      employments: { orderBy: { validFrom: "asc" } },
      offices: true,
    },
  });
  return facts;
}

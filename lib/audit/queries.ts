import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import { visibleAuditEntries } from "@/lib/audit/policy";
import { changesOf, personSubjects, subjectNameFor } from "@/lib/audit/rules";
import { type AuditCursor, type AuditList, startOfDay, writeCursor } from "@/lib/audit/schema";
import type { Actor } from "@/lib/auth/actor";
import { addDays } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";
import { pageSize } from "@/lib/forms/list-params";

const newestFirst = [{ at: "desc" as const }, { id: "desc" as const }];

const row = {
  id: true,
  at: true,
  actorName: true,
  actorRoles: true,
  ip: true,
  action: true,
  subjectType: true,
  subjectId: true,
  subjectName: true,
  reason: true,
  isRefused: true,
} satisfies Prisma.AuditEntrySelect;

/** One page of the trail, newest first, paged by the last entry shown: it may hold millions, so nothing is counted. */
export async function listAuditEntries(actor: Actor, list: AuditList) {
  const found = await pageBefore(actor, list, list.before, pageSize + 1);
  const rows = found.slice(0, pageSize);
  const last = rows.at(-1);
  return { rows, nextBefore: found.length > pageSize && last ? writeCursor(last) : null };
}

/**
 * The trail under the same filters for an export: how many entries, at most `most`, and the entries in chunks.
 * Both end with what stands there now, so that the export's own entry is not half in it.
 */
export async function openAuditEntries(actor: Actor, list: AuditList, most: number) {
  const [newest] = await pageBefore(actor, list, undefined, 1);
  const end = newest ? { at: newest.at, id: lastId } : { at: new Date(0), id: lastId };
  const rowCount = await db.auditEntry.count({
    where: { AND: [visibleAuditEntries(actor), ...filtersOf(list), olderThan(end)] },
    take: most,
  });
  return { rowCount, chunks: chunksBefore(actor, list, end, rowCount) };
}

const chunkSize = 1_000;
const lastId = "ffffffff-ffff-ffff-ffff-ffffffffffff";

async function* chunksBefore(actor: Actor, list: AuditList, end: AuditCursor, rowCount: number) {
  let before = end;
  for (let left = rowCount; left > 0; left -= chunkSize) {
    const rows = await pageBefore(actor, list, before, Math.min(chunkSize, left));
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    before = last;
  }
}

/** One entry with what changed; null when it is missing or not the actor's to read. */
export async function findAuditEntry(actor: Actor, id: string) {
  if (!isRecordId(id)) return null;
  const entry = await db.auditEntry.findFirst({
    where: { AND: [visibleAuditEntries(actor), { id }] },
    select: { ...row, actorId: true, sessionId: true, requestId: true, committeeId: true, before: true, after: true },
  });
  if (!entry) return null;
  const { before, after, ...facts } = entry;
  const committee = entry.committeeId
    ? await db.committee.findUnique({ where: { id: entry.committeeId }, select: { name: true } })
    : null;
  return {
    ...asRead(facts),
    committeeName: committee?.name ?? null,
    changes: changesOf(entry.subjectType, before, after),
  };
}

async function pageBefore(actor: Actor, list: AuditList, before: AuditCursor | undefined, take: number) {
  const rows = await db.auditEntry.findMany({
    where: { AND: [visibleAuditEntries(actor), ...filtersOf(list), ...(before ? [olderThan(before)] : [])] },
    orderBy: newestFirst,
    take,
    select: row,
  });
  return rows.map(asRead);
}

/** The first condition lets the index start at the right place, the second settles entries of one instant. */
function olderThan({ at, id }: AuditCursor): Prisma.AuditEntryWhereInput {
  return { at: { lte: at }, OR: [{ at: { lt: at } }, { id: { lt: id } }] };
}

function filtersOf(list: AuditList): Prisma.AuditEntryWhereInput[] {
  const filters: Prisma.AuditEntryWhereInput[] = [];
  if (list.from) filters.push({ at: { gte: startOfDay(list.from) } });
  if (list.to) filters.push({ at: { lt: startOfDay(addDays(list.to, 1)) } });
  if (list.actor) filters.push({ actorName: { contains: list.actor } });
  if (list.group) filters.push({ action: { startsWith: `${list.group}.` } });
  if (list.subjectType) filters.push({ subjectType: list.subjectType });
  if (list.subject) filters.push(subjectFilter(list.subject));
  if (list.refused) filters.push({ isRefused: true });
  return filters;
}

/** By the record's id, or by part of its name. Persons in the register are found by id only: a name would tell who is in it. */
function subjectFilter(text: string): Prisma.AuditEntryWhereInput {
  if (isRecordId(text)) return { subjectId: text.toLowerCase() };
  return { subjectName: { contains: text }, subjectType: { notIn: personSubjects } };
}

function asRead<Entry extends { subjectType: string; subjectName: string | null }>(entry: Entry): Entry {
  return { ...entry, subjectName: subjectNameFor(entry.subjectType, entry.subjectName) };
}

export type AuditRow = Awaited<ReturnType<typeof listAuditEntries>>["rows"][number];
export type AuditDetail = NonNullable<Awaited<ReturnType<typeof findAuditEntry>>>;

import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import { visibleAuditEntries } from "@/lib/audit/policy";
import { changesOf, subjectNameFor } from "@/lib/audit/rules";
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

/** The trail under the same filters in chunks, for the export; at most `most` entries. */
export async function* auditEntriesInChunks(actor: Actor, list: AuditList, most: number) {
  const size = 1_000;
  let before: AuditCursor | undefined;
  for (let left = most; left > 0; left -= size) {
    const rows = await pageBefore(actor, list, before, Math.min(size, left));
    if (rows.length > 0) yield rows;
    before = rows.at(-1);
    if (rows.length < size || !before) return;
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

/** By the record's id, or by part of its name. */
function subjectFilter(text: string): Prisma.AuditEntryWhereInput {
  return isRecordId(text) ? { subjectId: text.toLowerCase() } : { subjectName: { contains: text } };
}

function asRead<Entry extends { subjectType: string; subjectName: string | null }>(entry: Entry): Entry {
  return { ...entry, subjectName: subjectNameFor(entry.subjectType, entry.subjectName) };
}

export type AuditRow = Awaited<ReturnType<typeof listAuditEntries>>["rows"][number];
export type AuditDetail = NonNullable<Awaited<ReturnType<typeof findAuditEntry>>>;

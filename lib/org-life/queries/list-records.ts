import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { quarterDays, toDate, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { pageSize, pageWindow } from "@/lib/forms/list-params";
import { visibleOrgLife } from "@/lib/org-life/policy";
import { countAttendance } from "@/lib/org-life/rules";
import type { OrgLifeList } from "@/lib/org-life/schema";
import { literalPattern } from "@/lib/search/literal-pattern";

function recordsWhere(actor: Actor, list: OrgLifeList): Prisma.OrgLifeRecordWhereInput {
  const filters: Prisma.OrgLifeRecordWhereInput[] = [visibleOrgLife(actor)];
  const topic = list.q.normalize("NFC").trim();
  if (topic) filters.push({ topic: { contains: literalPattern(topic), mode: "insensitive" } });
  if (list.quarter) {
    const { from, to } = quarterDays(list.quarter);
    filters.push({ heldOn: { gte: toDate(from), lte: toDate(to) } });
  }
  if (list.branch) filters.push({ branchId: list.branch });
  if (list.committee) filters.push({ branch: { committeeId: list.committee } });
  if (list.kind) filters.push({ kinds: { has: list.kind } });
  if (!list.withdrawn) filters.push({ withdrawnAt: null });
  return { AND: filters };
}

function recordsOrder(list: OrgLifeList): Prisma.OrgLifeRecordOrderByWithRelationInput[] {
  const direction = list.sort.startsWith("-") ? "desc" : "asc";
  const column = list.sort.endsWith("topic") ? { topic: direction as Prisma.SortOrder } : null;
  return [...(column ? [column] : []), { heldOn: column ? "desc" : direction }, { id: column ? "desc" : direction }];
}

const shown = {
  id: true,
  kinds: true,
  heldOn: true,
  topic: true,
  host: true,
  withdrawnAt: true,
  branch: { select: { id: true, name: true } },
} satisfies Prisma.OrgLifeRecordSelect;

/** One page of the records in the actor's scope, newest first, with how many were called and came. */
export async function listRecords(actor: Actor, list: OrgLifeList) {
  const where = recordsWhere(actor, list);
  const [records, total] = await Promise.all([
    db.orgLifeRecord.findMany({ where, orderBy: recordsOrder(list), ...pageWindow(list.page), select: shown }),
    db.orgLifeRecord.count({ where }),
  ]);
  const countsOf = await attendanceCounts(records.map(({ id }) => id));
  const rows = records.map((record) => ({ ...record, heldOn: toDay(record.heldOn), counts: countsOf(record.id) }));
  return { rows, total };
}

/** How many records an export would hold. */
export function countRecords(actor: Actor, list: OrgLifeList): Promise<number> {
  return db.orgLifeRecord.count({ where: recordsWhere(actor, list) });
}

/** All records of a list, a chunk at a time, with everything the Excel file shows. */
export async function* exportRecords(actor: Actor, list: OrgLifeList) {
  const where = recordsWhere(actor, list);
  const ids = await db.orgLifeRecord.findMany({ where, orderBy: recordsOrder(list), select: { id: true } });
  const chunk = pageSize * 10;
  for (let start = 0; start < ids.length; start += chunk) {
    yield await exportRows(
      actor,
      ids.slice(start, start + chunk).map(({ id }) => id),
    );
  }
}

export type ExportedRecord = Awaited<ReturnType<typeof exportRows>>[number];

async function exportRows(actor: Actor, ids: string[]) {
  const [records, countsOf] = await Promise.all([
    db.orgLifeRecord.findMany({
      where: { AND: [visibleOrgLife(actor), { id: { in: ids } }] },
      select: {
        ...shown,
        place: true,
        recorder: true,
        content: true,
        group: { select: { name: true } },
        resolutions: { orderBy: { position: "asc" }, select: { text: true } },
        tasks: { select: { task: { select: { title: true } } } },
        createdByName: true,
        createdAt: true,
      },
    }),
    attendanceCounts(ids),
  ]);
  const byId = new Map(records.map((record) => [record.id, record]));
  return ids.flatMap((id) => {
    const record = byId.get(id);
    return record ? [{ ...record, heldOn: toDay(record.heldOn), counts: countsOf(id) }] : [];
  });
}

/** The attendance of a page of records, counted, in one query. */
async function attendanceCounts(recordIds: string[]) {
  const groups = await db.attendance.groupBy({
    by: ["recordId", "state", "isEntitled"],
    where: { recordId: { in: recordIds } },
    _count: true,
  });
  const byRecord = Map.groupBy(groups, ({ recordId }) => recordId);
  return (id: string) =>
    countAttendance(
      (byRecord.get(id) ?? []).flatMap(({ _count, ...row }) => Array.from({ length: _count }, () => row)),
    );
}

import "server-only";
import { actionLabel } from "@/lib/audit/labels";
import { type Change, compareFacts } from "@/lib/audit/rules";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { visibleOrgLife } from "@/lib/org-life/policy";

export type HistoryStep = {
  id: string;
  at: Date;
  actorName: string;
  words: string;
  reason: string | null;
  /** What the step changed; empty for the first entry and for a withdrawal. */
  changes: Change[];
};

/** What was done to one record, newest first, for whoever may read the record: nothing else of the trail. */
export async function recordHistory(actor: Actor, id: string): Promise<HistoryStep[]> {
  const record = await db.orgLifeRecord.findFirst({
    where: { AND: [visibleOrgLife(actor), { id }] },
    select: { id: true },
  });
  if (!record) return [];
  const entries = await db.auditEntry.findMany({
    where: { subjectType: "OrgLifeRecord", subjectId: record.id, isRefused: false },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 200,
    select: { id: true, at: true, actorName: true, action: true, reason: true, before: true, after: true },
  });
  const nameOf = await namesIn(entries);
  return entries.map(({ id, at, actorName, action, reason, before, after }) => ({
    id,
    at,
    actorName,
    words: actionLabel(action),
    reason,
    changes:
      action === "orgLife.create"
        ? []
        : compareFacts(before, after)
            .filter(({ isChanged }) => isChanged)
            .map((change) => ({ ...change, field: nameOf(change.field) })),
  }));
}

const attendanceField = /^attendance\.(.+)$/;

/** The trail keeps members by id; here they have their names. */
async function namesIn(entries: { before: unknown; after: unknown }[]): Promise<(field: string) => string> {
  const fields = entries.flatMap(({ before, after }) => compareFacts(before, after).map(({ field }) => field));
  const ids = [...new Set(fields.flatMap((field) => attendanceField.exec(field)?.[1] ?? []))];
  const members = await db.member.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(members.map(({ id, name }) => [id, name]));
  return (field) => {
    const id = attendanceField.exec(field)?.[1];
    return id ? `attendance.${names.get(id) ?? "党员"}` : field;
  };
}

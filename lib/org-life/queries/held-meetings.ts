import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { OrgLifeKind } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";
import { type Day, toDate, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { visibleOrgLife } from "@/lib/org-life/policy";

/** What the rules ask of a meeting: of which kinds it was, of which group, and when. */
export type MeetingFact = { branchId: string; kinds: OrgLifeKind[]; groupId: string | null; heldOn: Day };

export type HeldMeeting = MeetingFact & {
  id: string;
  topic: string;
  presentCount: number;
  /** Members on the roster, whatever their state. */
  rosterCount: number;
};

type Asked = { from: Day; to: Day; branchIds?: string[] };

const oldestFirst = [{ heldOn: "asc" }, { id: "asc" }] satisfies Prisma.OrgLifeRecordOrderByWithRelationInput[];

/** Held between two days, both included, in the actor's scope or the given branches inside it. Withdrawn records are no meetings. */
function heldWhere(actor: Actor, { from, to, branchIds }: Asked): Prisma.OrgLifeRecordWhereInput {
  const held = { withdrawnAt: null, heldOn: { gte: toDate(from), lte: toDate(to) } };
  return { AND: [visibleOrgLife(actor), held, branchIds ? { branchId: { in: branchIds } } : {}] };
}

/** Those meetings with nothing but what the rules ask of them, oldest first. One query. */
export async function meetingFacts(actor: Actor, asked: Asked): Promise<MeetingFact[]> {
  const records = await db.orgLifeRecord.findMany({
    where: heldWhere(actor, asked),
    orderBy: oldestFirst,
    select: { branchId: true, kinds: true, groupId: true, heldOn: true },
  });
  return records.map((record) => ({ ...record, heldOn: toDay(record.heldOn) }));
}

/** The same with topic and attendance. Two queries, whatever the number of branches. */
export async function heldMeetings(actor: Actor, asked: Asked): Promise<HeldMeeting[]> {
  const where = heldWhere(actor, asked);
  const [records, attendance] = await Promise.all([
    db.orgLifeRecord.findMany({
      where,
      orderBy: oldestFirst,
      select: { id: true, branchId: true, kinds: true, groupId: true, heldOn: true, topic: true },
    }),
    db.attendance.groupBy({ by: ["recordId", "state"], where: { record: where }, _count: true }),
  ]);
  const counts = Map.groupBy(attendance, ({ recordId }) => recordId);
  return records.map((record) => {
    const rows = counts.get(record.id) ?? [];
    return {
      ...record,
      heldOn: toDay(record.heldOn),
      presentCount: rows.find(({ state }) => state === "PRESENT")?._count ?? 0,
      rosterCount: rows.reduce((sum, { _count }) => sum + _count, 0),
    };
  });
}

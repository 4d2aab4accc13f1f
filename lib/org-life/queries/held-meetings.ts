import "server-only";
import type { OrgLifeKind } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";
import { type Day, toDate, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { visibleOrgLife } from "@/lib/org-life/policy";

export type HeldMeeting = {
  id: string;
  branchId: string;
  kinds: OrgLifeKind[];
  groupId: string | null;
  heldOn: Day;
  topic: string;
  presentCount: number;
  /** Members on the roster, whatever their state. */
  rosterCount: number;
};

/**
 * The meetings held between two days, both included, in the actor's scope or the given branches inside it, oldest first.
 * Withdrawn records are no meetings. Two queries, whatever the number of branches.
 */
export async function heldMeetings(
  actor: Actor,
  asked: { from: Day; to: Day; branchIds?: string[] },
): Promise<HeldMeeting[]> {
  const held = { withdrawnAt: null, heldOn: { gte: toDate(asked.from), lte: toDate(asked.to) } };
  const where = {
    AND: [visibleOrgLife(actor), held, asked.branchIds ? { branchId: { in: asked.branchIds } } : {}],
  };
  const [records, attendance] = await Promise.all([
    db.orgLifeRecord.findMany({
      where,
      orderBy: [{ heldOn: "asc" }, { id: "asc" }],
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

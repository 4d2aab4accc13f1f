import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";
import { visibleEnterprises } from "@/lib/enterprises/policy";
import type { TargetKind } from "@/lib/instructors/labels";
import { visibleInstructors } from "@/lib/instructors/policy";
import { visibleServicePoints } from "@/lib/service-points/policy";

/** The instructors in post whom the actor may assign, in pinyin order. */
export function instructorChoices(actor: Actor) {
  return db.instructor.findMany({
    where: { AND: [visibleInstructors(actor), { endedOn: null }] },
    orderBy: { nameSort: "asc" },
    take: 1_000,
    select: { id: true, name: true },
  });
}

/** The name of what somebody is to be assigned to; null when it is missing, closed or outside the actor's scope. */
export async function findTarget(actor: Actor, kind: TargetKind, id: string): Promise<{ name: string } | null> {
  if (!isRecordId(id)) return null;
  const select = { name: true } as const;
  switch (kind) {
    case "enterprise":
      return db.enterprise.findFirst({ where: { AND: [visibleEnterprises(actor), { id, closedOn: null }] }, select });
    case "branch":
      return db.branch.findFirst({ where: { AND: [visibleBranches(actor), { id, dissolvedOn: null }] }, select });
    case "servicePoint":
      return db.servicePoint.findFirst({
        where: { AND: [visibleServicePoints(actor), { id, closedOn: null }] },
        select,
      });
  }
}

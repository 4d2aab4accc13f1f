import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";
import { visibleShifts } from "@/lib/duty/policy";
import { takesRequests } from "@/lib/duty/rules";
import { visibleEnterprises } from "@/lib/enterprises/policy";
import { enterpriseMatches } from "@/lib/enterprises/queries/enterprise-filter";

const named = { id: true, name: true, address: true } as const;

export type AskedShift = NonNullable<Awaited<ReturnType<typeof findAskedShift>>>;

/** The duty shift a request is raised in; null when outside the actor's scope, cancelled or still to come. */
export async function findAskedShift(actor: Actor, id: string) {
  if (!isRecordId(id)) return null;
  const row = await db.dutyShift.findFirst({
    where: { AND: [visibleShifts(actor), { id }] },
    select: { status: true, dutyOn: true, servicePoint: { select: { name: true, committeeId: true } } },
  });
  if (!row) return null;
  const { name: pointName, committeeId } = row.servicePoint;
  const shift = { id, status: row.status, dutyOn: toDay(row.dutyOn), pointName, committeeId };
  return takesRequests(shift, actor.day) ? shift : null;
}

/** Only the enterprises of the shift's committee can ask in it. */
function inCommittee(shift: AskedShift | null) {
  return shift ? { committeeId: shift.committeeId } : {};
}

/** The enterprise a request is about; null when it is closed, missing or outside the scope of the actor or the shift. */
export async function findAskingEnterprise(actor: Actor, id: string | undefined, shift: AskedShift | null) {
  if (!id || !isRecordId(id)) return null;
  return db.enterprise.findFirst({
    where: { AND: [visibleEnterprises(actor), inCommittee(shift), { id, closedOn: null }] },
    select: named,
  });
}

/** The first enterprises in the actor's scope that a text finds, by name; without a text the first of all. */
export function suggestAskingEnterprises(actor: Actor, text: string, shift: AskedShift | null) {
  return db.enterprise.findMany({
    where: {
      AND: [visibleEnterprises(actor), inCommittee(shift), { closedOn: null }, text ? enterpriseMatches(text) : {}],
    },
    orderBy: [{ nameSort: "asc" }, { id: "asc" }],
    take: 20,
    select: named,
  });
}

import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";
import { canCorrectVisit, visibleVisits } from "@/lib/visits/policy";
import type { ConfirmedFacts } from "@/lib/visits/rules/confirmed-facts";

const named = { select: { id: true, name: true } } as const;

/** One visit with what was found, confirmed and raised; null when missing or outside the actor's scope. */
export async function findVisit(actor: Actor, id: string) {
  if (!isRecordId(id)) return null;
  const visit = await db.visit.findFirst({
    where: { AND: [visibleVisits(actor), { id }] },
    select: {
      id: true,
      kind: true,
      visitedOn: true,
      peopleMet: true,
      found: true,
      done: true,
      confirmed: true,
      nextVisitOn: true,
      latitude: true,
      longitude: true,
      createdAt: true,
      createdByName: true,
      confirmedAt: true,
      confirmedByName: true,
      withdrawnAt: true,
      withdrawReason: true,
      instructorId: true,
      version: true,
      instructor: named,
      enterprise: named,
      branch: named,
      attachments: {
        where: { removedAt: null },
        orderBy: { id: "asc" },
        select: { id: true, name: true, byteCount: true, createdByName: true },
      },
      requests: { orderBy: { id: "asc" }, select: { id: true, category: true, text: true, status: true } },
    },
  });
  if (!visit) return null;
  const isOwn = canCorrectVisit(actor, visit);
  const isOpen = visit.withdrawnAt === null;
  return {
    ...visit,
    visitedOn: toDay(visit.visitedOn),
    nextVisitOn: visit.nextVisitOn && toDay(visit.nextVisitOn),
    confirmed: visit.confirmed as ConfirmedFacts | null,
    target: visit.enterprise ?? visit.branch ?? { id: "", name: "" },
    can: {
      correct: isOwn && isOpen && visit.confirmedAt === null,
      withdraw: isOwn && isOpen,
      askConfirmation: isOwn && isOpen && visit.confirmedAt === null && visit.enterprise !== null,
    },
  };
}

export type VisitFile = NonNullable<Awaited<ReturnType<typeof findVisit>>>;

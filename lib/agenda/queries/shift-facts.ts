import "server-only";
import type { Span } from "@/lib/agenda/queries/deadlines";
import type { AgendaFact } from "@/lib/agenda/rules/entries";
import type { Actor } from "@/lib/auth/actor";
import { toDate, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { visibleShifts } from "@/lib/duty/policy";

/** The shifts of duty between two days, both included, in the actor's scope; cancelled ones are on no calendar. */
export async function shiftFacts(actor: Actor, { from, to }: Span): Promise<AgendaFact[]> {
  const shifts = await db.dutyShift.findMany({
    where: {
      AND: [visibleShifts(actor), { status: { not: "CANCELLED" }, dutyOn: { gte: toDate(from), lte: toDate(to) } }],
    },
    orderBy: [{ dutyOn: "asc" }, { id: "asc" }],
    take: 20_000,
    select: {
      id: true,
      dutyOn: true,
      status: true,
      instructor: { select: { name: true } },
      servicePoint: { select: { id: true, name: true } },
    },
  });
  return shifts.map((shift) => ({
    kind: "SHIFT",
    day: toDay(shift.dutyOn),
    about: "",
    title: "",
    detail: shift.instructor.name,
    branch: shift.servicePoint,
    href: `/duty/${shift.id}`,
    isDone: shift.status === "DONE",
  }));
}

import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { DutyShiftStatus } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";
import { type Day, type Quarter, quarterDays, toDate, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";
import { canChangeShift, isOwnShift, visibleShifts } from "@/lib/duty/policy";
import { canLogOn, type ShiftStanding, shiftStanding, takesRequests } from "@/lib/duty/rules";
import type { ShiftList } from "@/lib/duty/schema";
import { pageWindow } from "@/lib/forms/list-params";
import { nameMatches } from "@/lib/search/keys";
import { visibleServicePoints } from "@/lib/service-points/policy";

type Where = Prisma.DutyShiftWhereInput;

/** The shifts in the actor's scope under the list's filters, in a quarter. */
function whereOf(actor: Actor, list: ShiftList, quarter: Quarter): Where {
  const { from, to } = quarterDays(quarter);
  const filters: Where[] = [visibleShifts(actor), { dutyOn: { gte: toDate(from), lte: toDate(to) } }];
  const named = nameMatches(list.q);
  if (named) filters.push({ OR: [{ servicePoint: named }, { instructor: named }] });
  if (list.point) filters.push({ servicePointId: list.point });
  if (list.instructor) filters.push({ instructorId: list.instructor });
  if (list.committee) filters.push({ servicePoint: { committeeId: list.committee } });
  if (list.state) filters.push(ofState(list.state, actor.day));
  return { AND: filters };
}

function ofState(state: NonNullable<ShiftList["state"]>, day: Day): Where {
  switch (state) {
    case "MISSED":
      return { status: "PLANNED", dutyOn: { lt: toDate(day) } };
    case "PLANNED":
      return { status: "PLANNED", dutyOn: { gte: toDate(day) } };
    case "DONE":
    case "CANCELLED":
      return { status: state };
  }
}

const inOrder = [{ dutyOn: "asc" as const }, { id: "asc" as const }];

const shown = {
  id: true,
  dutyOn: true,
  status: true,
  servedCount: true,
  services: true,
  matters: true,
  instructor: { select: { id: true, name: true } },
  servicePoint: { select: { id: true, name: true } },
} satisfies Prisma.DutyShiftSelect;

function rowOf(actor: Actor, { dutyOn, ...row }: Prisma.DutyShiftGetPayload<{ select: typeof shown }>) {
  const on = toDay(dutyOn);
  return { ...row, dutyOn: on, standing: shiftStanding({ status: row.status, dutyOn: on }, actor.day) };
}

export type ShiftRow = ReturnType<typeof rowOf>;

/** One page of a quarter's shifts, the earliest first. */
export async function listShifts(actor: Actor, list: ShiftList, quarter: Quarter) {
  const where = whereOf(actor, list, quarter);
  const [rows, total] = await Promise.all([
    db.dutyShift.findMany({ where, orderBy: inOrder, ...pageWindow(list.page), select: shown }),
    db.dutyShift.count({ where }),
  ]);
  return { rows: rows.map((row) => rowOf(actor, row)), total };
}

export type ShiftTotals = Record<Exclude<ShiftStanding, "TODAY">, number>;

/** How the shifts of the quarter stand under the other filters, whichever state the list shows. Today's are planned. */
export async function shiftTotals(actor: Actor, list: ShiftList, quarter: Quarter): Promise<ShiftTotals> {
  const where = whereOf(actor, { ...list, state: undefined }, quarter);
  const [groups, missed] = await Promise.all([
    db.dutyShift.groupBy({ by: ["status"], where, _count: { _all: true } }),
    db.dutyShift.count({ where: { AND: [where, ofState("MISSED", actor.day)] } }),
  ]);
  const countOf = (status: DutyShiftStatus) => groups.find((group) => group.status === status)?._count._all ?? 0;
  return {
    PLANNED: countOf("PLANNED") - missed,
    DONE: countOf("DONE"),
    MISSED: missed,
    CANCELLED: countOf("CANCELLED"),
  };
}

/** The whole list under the same filters: for the Excel file and for the picture of a quarter. */
export async function allShifts(actor: Actor, list: ShiftList, quarter: Quarter): Promise<ShiftRow[]> {
  const rows = await db.dutyShift.findMany({
    where: whereOf(actor, list, quarter),
    orderBy: inOrder,
    take: 20_000,
    select: shown,
  });
  return rows.map((row) => rowOf(actor, row));
}

/** The actor's own shifts that wait: missed ones of the last three months, today's, and the coming ones of 60 days. */
export async function ownShifts(
  actor: Actor,
  days: { from: Day; to: Day },
): Promise<(ShiftRow & { version: number })[]> {
  if (!actor.instructorId) return [];
  const rows = await db.dutyShift.findMany({
    where: {
      AND: [
        visibleShifts(actor),
        {
          instructorId: actor.instructorId,
          status: "PLANNED",
          dutyOn: { gte: toDate(days.from), lte: toDate(days.to) },
        },
      ],
    },
    orderBy: inOrder,
    take: 100,
    select: { ...shown, version: true },
  });
  return rows.map(({ version, ...row }) => ({ ...rowOf(actor, row), version }));
}

/** One shift with its way so far and what the actor may do; null when missing or outside the scope. */
export async function findShift(actor: Actor, id: string) {
  if (!isRecordId(id)) return null;
  const row = await db.dutyShift.findFirst({
    where: { AND: [visibleShifts(actor), { id }] },
    select: {
      ...shown,
      instructorId: true,
      version: true,
      doneAt: true,
      servicePoint: { select: { id: true, name: true, committeeId: true } },
      steps: {
        orderBy: [{ at: "asc" }, { id: "asc" }],
        select: { id: true, action: true, at: true, byName: true, reason: true },
      },
    },
  });
  if (!row) return null;
  const point = { AND: [visibleServicePoints(actor), { id: row.servicePoint.id }] };
  const { version, doneAt, steps, instructorId, ...rest } = row;
  const shift = rowOf(actor, rest);
  const held = { instructorId, committeeId: row.servicePoint.committeeId };
  const isPlanned = row.status === "PLANNED";
  return {
    ...shift,
    instructorId,
    committeeId: held.committeeId,
    version,
    doneAt,
    steps,
    can: {
      change: isPlanned && canChangeShift(actor, held),
      openPoint: (await db.servicePoint.count({ where: point })) > 0,
      log: isPlanned && isOwnShift(actor, held) && canLogOn(shift.dutyOn, actor.day),
      raiseRequest: takesRequests(shift, actor.day),
    },
  };
}

export type ShiftFile = NonNullable<Awaited<ReturnType<typeof findShift>>>;

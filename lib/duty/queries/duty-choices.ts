import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { toDate, validOn } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { canChangeShift, canPlanDuty, visibleShifts } from "@/lib/duty/policy";
import type { ShiftFile } from "@/lib/duty/queries/list-shifts";
import { visibleServicePoints } from "@/lib/service-points/policy";

/** The points and instructors whose shifts the actor can see, for the filters of the list, in pinyin order. */
export async function shiftFilterChoices(actor: Actor) {
  const shifts = { shifts: { some: visibleShifts(actor) } };
  const asked = { where: shifts, orderBy: { nameSort: "asc" }, take: 1_000, select: { id: true, name: true } } as const;
  const [points, instructors] = await Promise.all([db.servicePoint.findMany(asked), db.instructor.findMany(asked)]);
  return { points, instructors };
}

/** The live points for which the actor makes shifts, by committee; who has none to plan gets none. */
export async function pointsToPlan(actor: Actor) {
  if (!canPlanDuty(actor)) return [];
  const points = await db.servicePoint.findMany({
    where: { AND: [visibleServicePoints({ ...actor, roles: ["STAFF"] }), { closedOn: null }] },
    orderBy: { nameSort: "asc" },
    take: 2_000,
    select: { id: true, name: true, committee: { select: { id: true, name: true } } },
  });
  const groups = Map.groupBy(points, ({ committee }) => committee.id);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ ...first.committee, points: group.map(({ id, name }) => ({ id, name })) }] : [];
  });
}

/** With whom a shift can be swapped: the committee's instructors in post, those assigned to the point first. */
export async function swapChoices(actor: Actor, shift: ShiftFile) {
  const { committeeId, instructorId, servicePoint, dutyOn } = shift;
  if (!canChangeShift(actor, { committeeId, instructorId })) return [];
  const others = await db.instructor.findMany({
    where: { committeeId, endedOn: null, id: { not: instructorId }, startedOn: { lte: toDate(dutyOn) } },
    orderBy: { nameSort: "asc" },
    take: 1_000,
    select: {
      id: true,
      name: true,
      assignments: { where: { servicePointId: servicePoint.id, ...validOn(dutyOn) }, take: 1, select: { id: true } },
    },
  });
  const rank = ({ assignments }: { assignments: unknown[] }) => (assignments.length > 0 ? 0 : 1);
  return others
    .toSorted((a, b) => rank(a) - rank(b))
    .map((one) => ({ value: one.id, label: rank(one) === 0 ? `${one.name}（本服务点）` : one.name }));
}

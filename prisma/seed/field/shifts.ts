import type { DutyAction } from "@/generated/prisma/enums";
import { addDays, addQuarters, type Day, quarterDays, quarterOf, toDate } from "@/lib/calendar";
import { dutyDays, takeTurns } from "@/lib/duty/rules";
import { type Doer, dayOf, instantOn, staffOf } from "@/prisma/seed/actors";
import { earlierOf } from "@/prisma/seed/chance/quarters";
import { type Random, randomOf } from "@/prisma/seed/chance/random";
import { caresOf, hasAccount, instructorDoer } from "@/prisma/seed/field/instructors";
import { cancelReasons, dutyLog, moveReasons, swapReasons } from "@/prisma/seed/field/words";
import { isHoliday } from "@/prisma/seed/holidays";
import type { Rows, World } from "@/prisma/seed/world";

type Point = Rows["servicePoints"][number];
type Planned = { id: string; point: Point; on: Day; instructorId: string; plannedOn: Day };
type Step = { action: DutyAction; on: Day; by: Doer; reason?: string };
type Fate = "DONE" | "SWAPPED" | "MOVED" | "CANCELLED" | "MISSED" | "PLANNED";

/** The duty of every service point that is open today: the last three quarters as they went, the present one to its end. */
export function seedShifts(world: World): void {
  const random = randomOf("duty shifts");
  for (const point of world.rows.servicePoints.filter(({ closedOn }) => !closedOn)) {
    const shifts = [3, 2, 1, 0].flatMap((ago) => plannedShifts(world, random, point, ago));
    const missed = missedShift(world, shifts);
    for (const shift of shifts) {
      seedShift(world, random, shift, shift === missed ? "MISSED" : fateOf(world, random, shift));
    }
  }
}

function plannedShifts(world: World, random: Random, point: Point, ago: number): Planned[] {
  const quarter = addQuarters(quarterOf(world.clock.day), -ago);
  const rhythm = point.dutyRhythm ?? "WEEKLY";
  const days = dutyDays(
    { rhythm, weekday: point.dutyWeekday ?? 3, openedOn: dayOf(point.openedOn), closedOn: null },
    quarter,
    [],
  );
  const assigned = caresOf(world).filter(({ servicePointId }) => servicePointId === point.id);
  const plannedOn = addDays(quarterDays(quarter).from, -6);
  return takeTurns(days, assigned).flatMap(({ day, instructorId }) =>
    instructorId ? [{ id: random.id(), point, on: day, instructorId, plannedOn }] : [],
  );
}

/** The last but one of the account's own, and the last of a point with two in turn: nobody has written these logs. */
function missedShift(world: World, shifts: Planned[]): Planned | undefined {
  const past = shifts.filter(({ on }) => on < world.clock.day && !isHoliday(on));
  const isShown = past.some(({ instructorId }) => hasAccount(world, instructorId));
  if (isShown) return past.at(-2);
  return shifts[0]?.point.dutyRhythm === "BIWEEKLY" ? past.at(-1) : undefined;
}

function fateOf(world: World, random: Random, { on, instructorId, point }: Planned): Fate {
  const luck = random.share();
  if (on >= world.clock.day) return "PLANNED";
  if (isHoliday(on) || luck < 0.04) return "CANCELLED";
  // The next day is a working day, and over.
  if (luck < 0.09 && (point.dutyWeekday ?? 3) < 5 && addDays(on, 1) < world.clock.day) return "MOVED";
  return luck < 0.17 && standIn(world, random, point, instructorId, on) ? "SWAPPED" : "DONE";
}

/** Another of the committee's instructors who was there then and still is. */
function standIn(world: World, random: Random, point: Point, instructorId: string, on: Day): string | null {
  const others = world.rows.instructors.filter(
    ({ id, committeeId, startedOn, endedOn }) =>
      committeeId === point.committeeId && id !== instructorId && dayOf(startedOn) <= on && !endedOn,
  );
  return others.length > 0 ? (random.pick(others).id ?? null) : null;
}

function seedShift(world: World, random: Random, shift: Planned, fate: Fate): void {
  const { rows, clock } = world;
  const { id, point, plannedOn } = shift;
  const staff = staffOf(world, point.committeeId);
  const swappedTo = fate === "SWAPPED" ? standIn(world, random, point, shift.instructorId, shift.on) : null;
  const instructorId = swappedTo ?? shift.instructorId;
  const on = fate === "MOVED" ? addDays(shift.on, 1) : shift.on;
  const own = instructorDoer(world, instructorId);
  const isDone = fate === "DONE" || fate === "SWAPPED" || fate === "MOVED";
  const steps: Step[] = [{ action: "PLAN", on: plannedOn, by: staff }];
  const before = addDays(shift.on, -random.between(1, 4));
  const change = { on: before, by: random.isLucky(0.5) ? staff : instructorDoer(world, shift.instructorId) };
  if (swappedTo) steps.push({ ...change, action: "SWAP", reason: random.pick(swapReasons) });
  if (on !== shift.on) steps.push({ ...change, action: "MOVE", reason: random.pick(moveReasons) });
  if (fate === "CANCELLED") {
    const reason = isHoliday(shift.on) ? "法定节假日，服务点不开放。" : random.pick(cancelReasons);
    steps.push({ action: "CANCEL", on: before, by: staff, reason });
  }
  if (isDone) steps.push({ action: "FULFIL", on: earlierOf(addDays(on, random.between(0, 1)), clock.day), by: own });
  const times = steps.map((step) => instantOn(clock, random, step.on));
  const log = isDone ? dutyLog(random) : { servedCount: null, services: [], matters: "" };
  rows.shifts.push({
    id,
    servicePointId: point.id ?? "",
    instructorId,
    dutyOn: toDate(on),
    status: isDone ? "DONE" : fate === "CANCELLED" ? "CANCELLED" : "PLANNED",
    ...log,
    doneAt: isDone ? (times.at(-1) ?? null) : null,
    createdAt: times[0] ?? toDate(plannedOn),
    version: steps.length,
  });
  steps.forEach(({ action, by, reason }, index) => {
    const at = times[index] ?? toDate(plannedOn);
    rows.dutySteps.push({
      id: random.id(),
      shiftId: id,
      action,
      at,
      byId: by.id,
      byName: by.name,
      reason: reason ?? null,
    });
  });
}

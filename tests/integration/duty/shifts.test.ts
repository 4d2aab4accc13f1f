import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { toDate, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { cancelShift, moveShift, swapShift } from "@/lib/duty/commands/change-shift";
import { logShift } from "@/lib/duty/commands/log-shift";
import { planShifts } from "@/lib/duty/commands/plan-shifts";
import { pointsToPlan, shiftFilterChoices, swapChoices } from "@/lib/duty/queries/duty-choices";
import { findShift, listShifts, ownShifts, shiftTotals } from "@/lib/duty/queries/list-shifts";
import { shiftList } from "@/lib/duty/schema";
import {
  administrator,
  anonymousOf,
  auditor,
  instructorOf,
  secretaryOf,
  staffOf,
  withForm,
} from "@/tests/support/actors";
import { account, assignment, branch, committee, instructor, servicePoint } from "@/tests/support/factories/registers";

const day = "2026-11-23";
const q4 = { year: 2026, quarter: 4 as const };
const all = shiftList.parse({});

let committeeId: string;
let pointId: string;
let staff: Actor;
let mine: Actor;
let other: Actor;
let refused: Actor[];

async function instructorAt(point: string): Promise<Actor> {
  const userId = (await account({ grants: [{ role: "INSTRUCTOR" }] })).id;
  const { id } = await instructor({ committeeId, userId });
  await assignment({ instructorId: id, servicePointId: point });
  return instructorOf(id, { day, userId });
}

beforeEach(async () => {
  const point = await servicePoint();
  committeeId = point.committeeId;
  pointId = point.id;
  const staffId = (await account({ grants: [{ role: "STAFF", committeeId }] })).id;
  staff = staffOf(committeeId, { day, userId: staffId });
  mine = await instructorAt(pointId);
  other = await instructorAt(pointId);
  refused = [
    staffOf((await committee()).id, { day }),
    secretaryOf((await branch({ committeeId })).id, { day }),
    instructorOf((await instructor({ committeeId })).id, { day }),
    administrator({ day }),
    auditor({ day }),
    anonymousOf({ day, committeeIds: [committeeId], instructorId: mine.instructorId }),
  ];
});

const plan = (actor = staff, quarter = "2026Q4") => planShifts(actor, { committeeId, servicePointId: null, quarter });
const kept = () => db.dutyShift.findMany({ where: { servicePointId: pointId }, orderBy: { dutyOn: "asc" } });
const shiftOn = async (on: string, instructorId = mine.instructorId ?? "") =>
  db.dutyShift.create({ data: { servicePointId: pointId, instructorId, dutyOn: toDate(on) } });
const trail = (subjectId: string) => db.auditEntry.findMany({ where: { subjectId } });

describe("planShifts", () => {
  test("makes the days from today on, in turns, each with its step; again only fills gaps", async () => {
    expect(await plan()).toMatchObject({ shiftCount: 6, withoutInstructor: 0 });
    const shifts = await kept();
    expect(shifts.map(({ dutyOn }) => toDay(dutyOn))[0]).toBe("2026-11-25");
    const turns = shifts.map(({ instructorId }) => instructorId);
    expect(new Set(turns).size, "both have their turns").toBe(2);
    for (const [index, turn] of turns.entries()) if (index > 0) expect(turn).not.toBe(turns[index - 1]);
    expect(await db.dutyStep.count({ where: { shift: { servicePointId: pointId } } })).toBe(6);
    await cancelShift(staff, { id: shifts[0]?.id ?? "", version: 1, reason: "停电" });
    expect(await plan()).toMatchObject({ shiftCount: 0 });
    expect(await kept()).toHaveLength(6);
  });

  test("the committee's holidays are kept", async () => {
    const holiday = { key: "holidays", value: ["2026-11-25"], validFrom: toDate("2026-01-01") };
    await db.committeeSetting.create({ data: { committeeId, ...holiday } });
    await plan();
    expect(toDay((await kept())[0]?.dutyOn ?? new Date(0))).toBe("2026-11-26");
  });

  test("says how many days have nobody", async () => {
    await db.assignment.deleteMany({ where: { servicePointId: pointId } });
    expect(await plan()).toMatchObject({ shiftCount: 0, withoutInstructor: 6 });
  });

  test("two who plan at once make each shift once", async () => {
    await Promise.all([plan(), plan(), plan()]);
    expect(await kept()).toHaveLength(6);
  });

  test("refuses everybody else, and a quarter that is over or too far ahead", async () => {
    for (const actor of [...refused, mine]) await expect(plan(actor)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    for (const quarter of ["2026Q3", "2027Q2"]) {
      await expect(plan(staff, quarter)).rejects.toMatchObject({ refusal: "CONFLICT" });
    }
    expect(await kept()).toEqual([]);
  });
});

describe("swapped, moved, cancelled", () => {
  test("by whoever's it is, with a reason; the others learn it", async () => {
    const { id } = await shiftOn("2026-11-25");
    await swapShift(mine, { id, version: 1, toId: other.instructorId ?? "", reason: "出差" });
    const found = await findShift(staff, id);
    expect(found).toMatchObject({ instructorId: other.instructorId, steps: [{ action: "SWAP", reason: "出差" }] });
    const told = await db.notification.findMany({ where: { href: `/duty/${id}` } });
    expect(new Set(told.map(({ userId }) => userId))).toEqual(new Set([staff.userId, other.userId]));
    expect(await trail(id)).toMatchObject([{ action: "duty.swap", reason: "出差", committeeId }]);
    await expect(moveShift(mine, { id, version: 2, dutyOn: "2026-11-26", reason: "已非本人" })).rejects.toMatchObject({
      refusal: "NOT_FOUND",
    });
    await moveShift(staff, { id, version: 2, dutyOn: "2026-11-26", reason: "会议" });
    await cancelShift(other, { id, version: 3, reason: "培训" });
    expect(await findShift(staff, id)).toMatchObject({ status: "CANCELLED", dutyOn: "2026-11-26" });
    expect((await trail(id)).map(({ action }) => action).sort()).toEqual(["duty.cancel", "duty.move", "duty.swap"]);
  });

  test("refuse everybody else, a taken day, a day that is over, a stranger, and what is cancelled already", async () => {
    const { id } = await shiftOn("2026-11-25");
    await shiftOn("2026-11-26");
    for (const actor of refused) {
      await expect(cancelShift(actor, { id, version: 1, reason: "不该" })).rejects.toMatchObject({
        refusal: "NOT_FOUND",
      });
    }
    const stranger = (await instructor()).id;
    const wrong = [
      () => moveShift(mine, { id, version: 1, dutyOn: "2026-11-26", reason: "重" }),
      () => moveShift(mine, { id, version: 1, dutyOn: "2026-11-22", reason: "过" }),
      () => swapShift(mine, { id, version: 1, toId: stranger, reason: "外人" }),
      () => swapShift(mine, { id, version: 1, toId: mine.instructorId ?? "", reason: "自己" }),
      () => cancelShift(mine, { id, version: 9, reason: "旧" }),
    ];
    for (const act of wrong) await expect(act()).rejects.toMatchObject({ refusal: "CONFLICT" });
    await cancelShift(mine, { id, version: 1, reason: "取消" });
    await expect(cancelShift(mine, { id, version: 2, reason: "再" })).rejects.toMatchObject({
      refusal: "WRONG_STATE",
    });
  });

  test("the way of a shift cannot be rewritten", async () => {
    const { id } = await shiftOn("2026-11-25");
    await cancelShift(mine, { id, version: 1, reason: "取消" });
    await expect(db.dutyStep.deleteMany({ where: { shiftId: id } })).rejects.toThrow();
  });
});

describe("logShift", () => {
  const log = { version: 1, servedCount: 8, services: ["POLICY" as const, "POLICY" as const], matters: "停车难" };

  test("fulfils today's shift by a short log, and once: sent again with the same key it is the same", async () => {
    const { id } = await shiftOn(day);
    const pressed = withForm(mine);
    await logShift(pressed, { id, ...log });
    expect(await logShift(pressed, { id, ...log })).toEqual({ id });
    expect(await findShift(mine, id)).toMatchObject({
      standing: "DONE",
      servedCount: 8,
      services: ["POLICY"],
      matters: "停车难",
      can: { change: false, log: false },
    });
    expect(await trail(id)).toHaveLength(1);
    await expect(logShift(mine, { id, ...log, version: 2 })).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });

  test("refuses a day to come, one long over, staff and everybody else", async () => {
    const tomorrow = await shiftOn("2026-11-24");
    const long = await shiftOn("2026-08-01");
    for (const { id } of [tomorrow, long]) {
      await expect(logShift(mine, { id, ...log })).rejects.toMatchObject({ refusal: "CONFLICT" });
    }
    const { id } = await shiftOn(day);
    for (const actor of [...refused, staff, other]) {
      await expect(logShift(actor, { id, ...log })).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    expect((await kept()).filter(({ status }) => status === "DONE")).toEqual([]);
  });
});

test("S24: the lists hold the own points' shifts, filtered by how they stand", async () => {
  const [past, coming] = [await shiftOn("2026-11-04"), await shiftOn("2026-11-25")];
  await shiftOn("2026-09-30");
  for (const actor of refused) expect(await listShifts(actor, all, q4)).toEqual({ rows: [], total: 0 });
  for (const actor of [staff, mine, other]) expect((await listShifts(actor, all, q4)).total).toBe(2);
  const missed = await listShifts(staff, shiftList.parse({ state: "MISSED" }), q4);
  expect(missed.rows.map(({ id }) => id)).toEqual([past.id]);
  const own = await ownShifts(mine, { from: "2026-11-23", to: "2026-12-31" });
  expect(own.map(({ id }) => id)).toEqual([coming.id]);
  expect(await ownShifts(other, { from: "2026-01-01", to: "2026-12-31" })).toEqual([]);
  expect(await ownShifts(staff, { from: "2026-01-01", to: "2026-12-31" })).toEqual([]);
});

test("the totals count every state under the filters, whichever state the list shows, and nothing foreign", async () => {
  const cancelled = await shiftOn("2026-11-11");
  await cancelShift(staff, { id: cancelled.id, version: 1, reason: "停电" });
  for (const on of ["2026-11-04", day, "2026-11-25"]) await shiftOn(on);
  const standing = { PLANNED: 2, MISSED: 1, CANCELLED: 1, DONE: 0 };
  expect(await shiftTotals(staff, shiftList.parse({ state: "MISSED" }), q4)).toEqual(standing);
  expect(await shiftTotals(staff, shiftList.parse({ instructor: other.instructorId }), q4)).toMatchObject({
    MISSED: 0,
  });
  for (const actor of refused) {
    expect(await shiftTotals(actor, all, q4)).toEqual({ PLANNED: 0, MISSED: 0, CANCELLED: 0, DONE: 0 });
  }
});

test("a shift is offered to the committee's instructors in post, those of the point first, by nobody else", async () => {
  const { id } = await shiftOn("2026-11-25");
  const elsewhere = await instructor({ committeeId });
  const gone = await instructor({ committeeId, endedOn: "2026-01-01" });
  const found = await findShift(mine, id);
  if (!found) throw new Error("the own shift is there");
  const offered = (await swapChoices(mine, found)).map(({ value }) => value);
  expect(offered[0]).toBe(other.instructorId);
  expect(offered).toContain(elsewhere.id);
  expect(offered).not.toContain(mine.instructorId);
  expect(offered).not.toContain(gone.id);
  for (const actor of [...refused, other]) expect(await swapChoices(actor, found)).toEqual([]);
});

test("the points to plan are the staff's live ones; the filters offer only what has visible shifts", async () => {
  expect(await pointsToPlan(staff)).toMatchObject([{ id: committeeId, points: [{ id: pointId }] }]);
  await shiftOn("2026-11-25");
  for (const actor of [staff, mine, other]) {
    const { points, instructors } = await shiftFilterChoices(actor);
    expect([points, instructors].map((named) => named.map(({ id }) => id))).toEqual([[pointId], [mine.instructorId]]);
  }
  for (const actor of refused) expect(await shiftFilterChoices(actor)).toEqual({ points: [], instructors: [] });
  await db.servicePoint.update({ where: { id: pointId }, data: { closedOn: toDate(day), closeReason: "撤" } });
  for (const actor of [staff, mine, ...refused.slice(1)]) expect(await pointsToPlan(actor)).toEqual([]);
});

import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { fieldStanding } from "@/lib/desks/queries/field-standing";
import { administrator, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";
import {
  assignment,
  branch,
  committee,
  enterprise,
  instructor,
  servicePoint,
} from "@/tests/support/factories/registers";

const day = "2026-11-23";
const q3 = { year: 2026, quarter: 3 } as const;
const q4 = { year: 2026, quarter: 4 } as const;
const q1 = { year: 2027, quarter: 1 } as const;
let committeeId: string;
let pointId: string;
let instructorId: string;
let enterpriseId: string;
let staff: Actor;

const shift = (servicePointId: string, who: string, dutyOn: string, isDone = false) =>
  db.dutyShift.create({
    data: {
      servicePointId,
      instructorId: who,
      dutyOn: toDate(dutyOn),
      ...(isDone ? { status: "DONE", servedCount: 5, doneAt: toDate(dutyOn) } : {}),
    },
  });

const request = (toEnterprise: string, dueOn: string) =>
  db.enterpriseRequest.create({
    data: {
      enterpriseId: toEnterprise,
      origin: "STAFF",
      category: "SPACE",
      text: "停车",
      raisedOn: toDate("2026-11-01"),
      dueOn: toDate(dueOn),
      createdByName: "甲",
    },
  });

const activity = (
  toCommittee: string,
  startsOn: string,
  status: "HELD" | "PLANNED" | "CANCELLED",
  came: string[] = [],
) =>
  db.activity.create({
    data: {
      committeeId: toCommittee,
      kind: "THEMED",
      status,
      title: "开放日",
      startsOn: toDate(startsOn),
      endsOn: toDate(startsOn),
      createdByName: "甲",
      ...(status === "CANCELLED" ? { cancelReason: "天气" } : {}),
      enterprises: { create: came.map((enterpriseId) => ({ enterpriseId, attendedCount: 2 })) },
    },
  });

beforeAll(async () => {
  const point = await servicePoint({ name: "仙桃服务点" });
  ({ committeeId, id: pointId } = point);
  staff = staffOf(committeeId, { day });
  await servicePoint({ parkId: point.parkId, name: "感知示范点" });
  await servicePoint({ parkId: point.parkId, name: "旧服务点", closedOn: "2026-01-01" });
  instructorId = (await instructor({ committeeId, name: "周静" })).id;
  await instructor({ committeeId, name: "曾敏" });
  await instructor({ committeeId, name: "吴离", endedOn: "2026-10-15" });
  enterpriseId = (await enterprise({ committeeId })).id;
  const second = await enterprise({ committeeId });
  await assignment({ instructorId, enterpriseId });
  await assignment({ instructorId, enterpriseId: second.id });
  await assignment({ instructorId, servicePointId: pointId });
  await shift(pointId, instructorId, "2026-09-30", true);
  await shift(pointId, instructorId, "2026-10-07", true);
  await shift(pointId, instructorId, "2026-11-18");
  await shift(pointId, instructorId, "2026-11-23");
  await shift(pointId, instructorId, "2027-01-06");
  await db.visit.create({
    data: { instructorId, enterpriseId, visitedOn: toDate("2026-11-03"), createdByName: "周静" },
  });
  await request(enterpriseId, "2026-11-20");
  await request(enterpriseId, "2026-12-20");
  await activity(committeeId, "2026-10-20", "HELD", [enterpriseId]);
  await activity(committeeId, "2026-12-20", "PLANNED");
  await activity(committeeId, "2026-12-21", "CANCELLED");
  await activity(committeeId, "2026-09-20", "HELD");
  const elsewhere = await servicePoint({ name: "外区服务点" });
  const stranger = await instructor({ committeeId: elsewhere.committeeId, name: "外人" });
  const foreign = await enterprise({ committeeId: elsewhere.committeeId });
  await shift(elsewhere.id, stranger.id, "2026-10-07", true);
  await assignment({ instructorId: stranger.id, enterpriseId: foreign.id });
  await request(foreign.id, "2026-11-20");
  await activity(elsewhere.committeeId, "2026-10-20", "HELD");
});

describe("whether the field is alive", () => {
  test("staff read duty by point beside its rhythm, visits of the month and activities of the quarter by instructor, in name order", async () => {
    const field = await fieldStanding(staff, q4);
    expect(field.duty).toEqual({ done: 1, planned: 1, missed: 1 });
    expect(field.points).toMatchObject([
      { name: "感知示范点", rhythm: "WEEKLY", byRhythm: 13, done: 0, planned: 0, missed: 0 },
      { name: "仙桃服务点", done: 1, planned: 1, missed: 1 },
    ]);
    expect(field.visits).toEqual({ owed: 2, done: 1, overdue: 1, day, isToday: true });
    expect(field.instructors).toMatchObject([
      { name: "曾敏", enterpriseCount: 0, visits: { owed: 0 }, activities: { owed: 0 } },
      {
        name: "周静",
        enterpriseCount: 2,
        servicePointCount: 1,
        visits: { owed: 2, done: 1, overdue: 1 },
        activities: { owed: 2, done: 1, overdue: 1 },
      },
    ]);
    expect(field.requests).toEqual({ overdue: 1, waiting: 2 });
    expect(field.activities).toEqual({ held: 1, planned: 1 });
    expect(field.joined).toEqual({ owed: 2, done: 1, overdue: 1 });
  });

  test("a past quarter is judged on its last day, with who was in post then; one ahead has no visits yet, and no activity owed", async () => {
    const past = await fieldStanding(staff, q3);
    expect(past.duty).toEqual({ done: 1, planned: 0, missed: 0 });
    expect(past.visits).toMatchObject({ day: "2026-09-30", isToday: false, done: 0 });
    expect(past.joined).toEqual({ owed: 2, done: 0, overdue: 2 });
    expect(past.instructors.map(({ name }) => name)).toEqual(["吴离", "曾敏", "周静"]);
    const ahead = await fieldStanding(staff, q1);
    expect(ahead.duty).toEqual({ done: 0, planned: 1, missed: 0 });
    expect([ahead.visits, ahead.joined, ahead.activities]).toEqual([null, null, { held: 0, planned: 0 }]);
  });

  test("holidays of the committee are not asked for", async () => {
    await db.committeeSetting.create({
      data: {
        committeeId,
        key: "holidays",
        value: ["2026-11-11", "2026-11-12", "2026-11-13"],
        validFrom: toDate("2026-01-01"),
      },
    });
    expect((await fieldStanding(staff, q4)).points.map(({ byRhythm }) => byRhythm)).toEqual([12, 12]);
  });

  test("nothing of another committee, nothing for another role, also not for an instructor who is no staff", async () => {
    const others = [
      staffOf((await committee()).id, { day }),
      secretaryOf((await branch({ committeeId })).id, { day }),
      instructorOf(instructorId, { day }),
      administrator({ day }),
      auditor({ day }),
    ];
    for (const actor of others) {
      expect(await fieldStanding(actor, q4)).toMatchObject({
        duty: { done: 0, planned: 0, missed: 0 },
        points: [],
        visits: { owed: 0 },
        instructors: [],
        requests: { overdue: 0, waiting: 0 },
        activities: { held: 0, planned: 0 },
        joined: { owed: 0 },
      });
    }
  });
});

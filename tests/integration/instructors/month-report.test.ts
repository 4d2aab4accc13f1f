import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { findMonthReport } from "@/lib/instructors/queries/month-report";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";
import {
  assignment,
  branch,
  committee,
  enterprise,
  instructor,
  servicePoint,
} from "@/tests/support/factories/registers";

const day = "2026-11-23";
let committeeId: string;
let pointId: string;
let enterpriseId: string;
let branchId: string;
let id: string;
let other: string;
let staff: Actor;

const visit = (instructorId: string, visitedOn: string, more: object = {}) =>
  db.visit.create({
    data: { instructorId, enterpriseId, visitedOn: toDate(visitedOn), found: "业务平稳", createdByName: "甲", ...more },
  });
const shift = (instructorId: string, dutyOn: string, more: object = {}) =>
  db.dutyShift.create({ data: { servicePointId: pointId, instructorId, dutyOn: toDate(dutyOn), ...more } });
const doneShift = (instructorId: string, dutyOn: string, more: object) =>
  shift(instructorId, dutyOn, { status: "DONE", doneAt: toDate(dutyOn), ...more });
const request = (instructorId: string, raisedOn: string, text: string) =>
  db.enterpriseRequest.create({
    data: {
      enterpriseId,
      instructorId,
      origin: "VISIT",
      category: "SPACE",
      text,
      raisedOn: toDate(raisedOn),
      dueOn: toDate("2026-11-20"),
      createdByName: "甲",
    },
  });

/** An activity to which the branch came, or stayed away. */
const activity = (startsOn: string, attendedCount: number, more: object = {}) =>
  db.activity.create({
    data: {
      committeeId,
      kind: "OPEN_DAY",
      status: "HELD",
      title: `${startsOn}开放日`,
      startsOn: toDate(startsOn),
      endsOn: toDate(startsOn),
      createdByName: "甲",
      branches: { create: [{ branchId, attendedCount }] },
      ...more,
    },
  });

beforeAll(async () => {
  const point = await servicePoint();
  ({ committeeId, id: pointId } = point);
  enterpriseId = (await enterprise({ committeeId, name: "云达科技" })).id;
  branchId = (await branch({ committeeId, name: "甲支部" })).id;
  id = (await instructor({ committeeId, name: "周静" })).id;
  other = (await instructor({ committeeId })).id;
  staff = staffOf(committeeId, { day });
  await assignment({ instructorId: id, enterpriseId });
  await assignment({ instructorId: id, branchId });
  await assignment({ instructorId: id, servicePointId: pointId });
  await doneShift(id, "2026-10-31", { servedCount: 99 });
  await doneShift(id, "2026-11-01", { servedCount: 7, services: ["POLICY"] });
  await shift(id, "2026-11-18");
  await shift(id, "2026-11-30");
  await shift(id, "2026-12-01");
  await doneShift(other, "2026-11-04", { servedCount: 50 });
  await visit(id, "2026-11-03");
  await visit(id, "2026-10-30", { found: "上月" });
  await visit(id, "2026-11-05", { found: "撤回的", withdrawnAt: new Date(), withdrawReason: "记错" });
  await visit(other, "2026-11-06", { found: "别人走访的" });
  await request(id, "2026-11-03", "停车位不足");
  await request(other, "2026-11-03", "别人带回的");
  await activity("2026-11-15", 6);
  await activity("2026-11-16", 0);
  await activity("2026-11-17", 6, { status: "PLANNED" });
  await activity("2026-10-31", 6);
});

const reportOf = async (actor: Actor, month = "2026-11", who = id) =>
  (await findMonthReport(actor, who, month))?.report;

describe("the month of an instructor", () => {
  test("is drafted from the own logs of the month alone", async () => {
    const report = await reportOf(staff);
    expect(report).toMatchObject({
      asOf: day,
      duty: { done: 1, planned: 1, missed: 1, cancelled: 0, served: 7, services: [{ service: "POLICY", count: 1 }] },
      visitCount: 1,
      targets: [{ targetName: "云达科技", visits: [{ visitedOn: "2026-11-03", found: "业务平稳" }] }],
      owed: { owed: 2, visited: 1, open: [{ targetName: "甲支部" }] },
      requests: [{ text: "停车位不足", status: "OPEN", isOverdue: true }],
      activities: [{ title: "2026-11-15开放日", came: ["甲支部"] }],
    });
  });

  test("is the same for staff and for the instructor itself", async () => {
    expect(await reportOf(instructorOf(id, { day }))).toEqual(await reportOf(staff));
  });

  test("of a month that is over is judged on its last day", async () => {
    const later = staffOf(committeeId, { day: "2027-03-01" });
    expect(await reportOf(later)).toMatchObject({ asOf: "2026-11-30", duty: { missed: 2, planned: 0 } });
  });

  test("covers only the days in post; outside them and ahead of today there is none", async () => {
    const brief = (await instructor({ committeeId, startedOn: "2026-11-10", endedOn: "2026-11-20" })).id;
    await assignment({ instructorId: brief, enterpriseId, from: "2026-11-10", to: "2026-11-20" });
    const report = await reportOf(staff, "2026-11", brief);
    expect(report?.period).toEqual({ from: "2026-11-10", to: "2026-11-19" });
    expect(report?.asOf).toBe("2026-11-19");
    expect(report?.owed, "others had visited it this month").toMatchObject({ owed: 1, visited: 1 });
    for (const month of ["2026-10", "2026-12"]) expect(await reportOf(staff, month, brief)).toBeNull();
    expect(await reportOf(staff, "2026-12")).toBeNull();
  });

  test("exists for nobody else: no other committee, no colleague, no other role, no wrong id", async () => {
    const others = [
      staffOf((await committee()).id, { day }),
      instructorOf(other, { day }),
      secretaryOf(branchId, { day }),
      administrator({ day }),
      auditor({ day }),
      anonymousOf({ day, committeeIds: [committeeId], instructorId: id }),
    ];
    for (const actor of others) expect(await findMonthReport(actor, id, "2026-11")).toBeNull();
    expect(await findMonthReport(staff, "no-id", "2026-11")).toBeNull();
  });
});

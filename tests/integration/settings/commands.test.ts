import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { addDays, toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { changeSetting, withdrawSetting } from "@/lib/settings/commands";
import { findCommitteeSettings, listCommitteeSettings, settingsOn } from "@/lib/settings/queries";
import { settingDefaults } from "@/lib/settings/schema";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";
import { committee } from "@/tests/support/factories/registers";

const admin = administrator();
const { day } = admin;
let committeeId: string;

beforeEach(async () => {
  committeeId = (await committee()).id;
});

const staleDays = (value: number, validFrom = day) => ({ committeeId, key: "staleDays" as const, value, validFrom });
const others = () => [staffOf(committeeId), secretaryOf("b"), instructorOf("i"), auditor(), anonymousOf()];
const kept = () => db.committeeSetting.findMany({ where: { committeeId } });

describe("changeSetting", () => {
  test("holds from its day on, for this committee alone, and leaves an entry", async () => {
    await changeSetting(admin, staleDays(90, addDays(day, 5)));
    expect(await settingsOn(committeeId, day)).toEqual(settingDefaults);
    expect((await settingsOn(committeeId, addDays(day, 4))).staleDays).toBe(180);
    expect((await settingsOn(committeeId, addDays(day, 5))).staleDays).toBe(90);
    expect((await settingsOn((await committee()).id, addDays(day, 5))).staleDays).toBe(180);
    expect(await db.auditEntry.findMany({ where: { subjectId: committeeId } })).toMatchObject([
      { action: "setting.change", committeeId, before: { staleDays: 180 }, after: { staleDays: 90 } },
    ]);
  });

  test("keeps what steers the quarter: deadline, reminders, holidays", async () => {
    const change = { committeeId, validFrom: day };
    await changeSetting(admin, { ...change, key: "summaryDeadlineDay", value: 15 });
    await changeSetting(admin, { ...change, key: "reminderDays", value: [7, -3] });
    await changeSetting(admin, { ...change, key: "holidays", value: ["2026-10-01"] });
    expect(await settingsOn(committeeId, day)).toMatchObject({
      summaryDeadlineDay: 15,
      reminderDays: [7, -3],
      holidays: ["2026-10-01"],
    });
    expect(await db.auditEntry.findMany({ where: { subjectId: committeeId } })).toHaveLength(3);
  });

  test("refuses a day that is over and a second change on one day", async () => {
    await expect(changeSetting(admin, staleDays(90, addDays(day, -1)))).rejects.toMatchObject({
      refusal: "WRONG_STATE",
    });
    await changeSetting(admin, staleDays(90));
    await expect(changeSetting(admin, staleDays(60))).rejects.toMatchObject({
      refusal: "CONFLICT",
      message: expect.stringContaining("换一个生效日期"),
    });
    expect(await kept()).toMatchObject([{ value: 90 }]);
  });

  test("refuses every other role, a closed committee and one that is not there", async () => {
    for (const actor of others()) {
      await expect(changeSetting(actor, staleDays(90))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    const gone = changeSetting(admin, { ...staleDays(90), committeeId: randomUUID() });
    await expect(gone).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    await db.committee.update({ where: { id: committeeId }, data: { closedOn: toDate(day) } });
    await expect(changeSetting(admin, staleDays(90))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    expect(await kept()).toEqual([]);
  });
});

describe("withdrawSetting", () => {
  test("takes back a change of today or ahead, and leaves an entry", async () => {
    await changeSetting(admin, { committeeId, key: "coverageBase", value: "ACTIVE", validFrom: day });
    const [row] = await kept();
    await withdrawSetting(admin, { id: row?.id ?? "" });
    expect((await settingsOn(committeeId, day)).coverageBase).toBe("SETTLED");
    const entries = await db.auditEntry.findMany({ where: { subjectId: committeeId, action: "setting.withdraw" } });
    expect(entries).toMatchObject([{ before: { coverageBase: "ACTIVE", validFrom: day } }]);
    await expect(withdrawSetting(admin, { id: row?.id ?? "" })).rejects.toMatchObject({ refusal: "NOT_FOUND" });
  });

  test("refuses what has been in force, and every other role", async () => {
    const row = await db.committeeSetting.create({
      data: { committeeId, key: "staleDays", value: 60, validFrom: toDate(addDays(day, -1)) },
    });
    await expect(withdrawSetting(admin, { id: row.id })).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    for (const actor of others()) {
      await expect(withdrawSetting(actor, { id: row.id })).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    expect(await kept()).toHaveLength(1);
  });
});

describe("what is read", () => {
  test("the administrator reads every committee, staff the own, nobody else any", async () => {
    await changeSetting(admin, staleDays(90, addDays(day, 1)));
    expect((await listCommitteeSettings(admin)).map(({ id }) => id)).toContain(committeeId);
    const read = await findCommitteeSettings(admin, committeeId);
    expect(read?.can.change).toBe(true);
    expect(read?.settings.find(({ key }) => key === "staleDays")).toMatchObject({
      value: 180,
      changes: [{ value: 90, can: { withdraw: true } }],
    });
    const [staff, ...rest] = others();
    const own = staff && (await findCommitteeSettings(staff, committeeId));
    expect(own).toMatchObject({ can: { change: false } });
    expect(own?.settings.flatMap(({ changes }) => changes.map(({ can }) => can.withdraw))).toEqual([false]);
    for (const actor of [...rest, staffOf((await committee()).id)]) {
      expect(await findCommitteeSettings(actor, committeeId)).toBeNull();
    }
  });
});

import { beforeEach, describe, expect, test, vi } from "vitest";
import { addDays, addMonths, toDate, today } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { onceADay } from "@/lib/jobs/daily-run";
import { sendReminders } from "@/lib/notifications/commands/send-reminders";
import { plan } from "@/tests/support/factories/quarter";
import { account, branch, committee, member } from "@/tests/support/factories/registers";

const day = today();
const digests = (userId: string) => db.notification.findMany({ where: { userId, kind: "REMINDER" } });

beforeEach(async () => {
  await db.dailyRun.deleteMany();
});

/** A secretary whose branch has a task that falls due in so many days. */
async function secretaryWithTask(days: number, committeeId?: string) {
  const own = await branch({ ...(committeeId ? { committeeId } : {}), termEndsOn: "2091-01-01" });
  const tasks = [{ dueOn: addDays(day, days), title: "主题党日" }];
  await plan({ year: 2090, quarter: 1, committeeId: own.committeeId, expects: [own], tasks });
  const { id } = await account({ grants: [{ role: "SECRETARY", branchId: own.id }] });
  return { userId: id, branchId: own.id };
}

describe("sendReminders", () => {
  test("brings one digest without names to whom something falls due, and nothing to others", async () => {
    const { userId, branchId } = await secretaryWithTask(7);
    await member({ branchId, name: "何静", stage: "PROBATIONARY", joinedOn: addMonths(addDays(day, 30), -12) });
    const { userId: idle } = await secretaryWithTask(8);
    await sendReminders();
    const [digest, ...more] = await digests(userId);
    expect(more).toEqual([]);
    expect(digest).toMatchObject({ href: "/todos", dedupeKey: `reminder:${day}` });
    expect(digest?.text).toContain("计划任务 1 项");
    expect(digest?.text).not.toContain("何静");
    expect(await digests(idle)).toEqual([]);
  });

  test("R13: two workers, and a second run on one day, remind once", async () => {
    const { userId } = await secretaryWithTask(1);
    await Promise.all([sendReminders(), sendReminders()]);
    await sendReminders();
    await db.dailyRun.deleteMany();
    await sendReminders();
    expect(await digests(userId)).toHaveLength(1);
  });

  test("follows the committee's reminder days", async () => {
    const { id: committeeId } = await committee();
    await db.committeeSetting.create({
      data: { committeeId, key: "reminderDays", value: [8], validFrom: toDate("2026-01-01") },
    });
    const { userId } = await secretaryWithTask(8, committeeId);
    await sendReminders();
    expect(await digests(userId)).toHaveLength(1);
  });

  test("makes good the days on which nothing ran", async () => {
    const { userId } = await secretaryWithTask(5);
    await db.dailyRun.create({
      data: { job: "reminders.send", day: toDate(addDays(day, -3)), finishedAt: new Date() },
    });
    await sendReminders();
    expect(await digests(userId)).toHaveLength(1);
  });

  test("tells nobody whose account is disabled", async () => {
    const { userId } = await secretaryWithTask(7);
    await db.user.update({ where: { id: userId }, data: { disabledAt: new Date(), disableReason: "调离" } });
    await sendReminders();
    expect(await digests(userId)).toEqual([]);
  });
});

describe("onceADay", () => {
  test("gives the day and those missed before it, at most seven", async () => {
    const work = vi.fn(async () => {});
    await onceADay("test", "2026-11-01", work);
    await onceADay("test", "2026-11-01", work);
    await onceADay("test", "2026-11-03", work);
    await onceADay("test", "2026-11-30", work);
    expect(work.mock.calls).toEqual([
      [["2026-11-01"]],
      [["2026-11-02", "2026-11-03"]],
      [Array.from({ length: 8 }, (_, index) => addDays("2026-11-23", index))],
    ]);
  });

  test("work that failed, or was cut off long ago, is done again; work under way is not", async () => {
    await expect(onceADay("test", day, () => Promise.reject(new Error("away")))).rejects.toThrow("away");
    const work = vi.fn(async () => {});
    await db.dailyRun.create({ data: { job: "test", day: toDate(day) } });
    await onceADay("test", day, work);
    expect(work).not.toHaveBeenCalled();
    await db.dailyRun.updateMany({ data: { startedAt: new Date(Date.now() - 3_600_000) } });
    await onceADay("test", day, work);
    expect(work).toHaveBeenCalledTimes(1);
  });
});

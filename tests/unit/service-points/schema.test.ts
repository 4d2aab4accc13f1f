import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { writeDutyRhythm } from "@/lib/service-points/labels";
import { newServicePoint } from "@/lib/service-points/schema";

const facts = {
  name: "数据谷服务站",
  kind: "SERVICE",
  parkId: randomUUID(),
  dutyRhythm: "WEEKLY",
  dutyWeekday: "2",
  openedOn: "2024-03-01",
};

test.each([
  ["办公区、阅览室、会议室", ["办公区", "阅览室", "会议室"]],
  ["办公区，阅览室; 会议室 /会议室\n", ["办公区", "阅览室", "会议室"]],
  ["  ", []],
])("rooms are read as people write them: %j", (rooms, read) => {
  expect(newServicePoint.parse({ ...facts, rooms }).rooms).toEqual(read);
});

test("S38: refuses more rooms than a point can have", () => {
  const rooms = Array.from({ length: 21 }, (_, index) => `房间${index}`).join("、");
  expect(newServicePoint.safeParse({ ...facts, rooms }).success).toBe(false);
});

test("S25: takes no committee and no closing", () => {
  const parsed = newServicePoint.parse({ ...facts, committeeId: randomUUID(), closedOn: "2026-01-01" });
  expect(parsed).not.toHaveProperty("committeeId");
  expect(parsed).not.toHaveProperty("closedOn");
});

test("duty falls on a weekday by its number", () => {
  expect(newServicePoint.parse(facts).dutyWeekday).toBe(2);
  for (const dutyWeekday of ["0", "8", "", "周三"]) {
    expect(newServicePoint.safeParse({ ...facts, dutyWeekday }).success, dutyWeekday).toBe(false);
  }
});

test.each([
  ["WEEKLY", 3, "每周三"],
  ["BIWEEKLY", 5, "每两周的周五"],
  ["MONTHLY", 7, "每月第一个周日"],
] as const)("a rhythm in words: %s %d", (dutyRhythm, dutyWeekday, words) => {
  expect(writeDutyRhythm({ dutyRhythm, dutyWeekday })).toBe(words);
});

import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { newServicePoint } from "@/lib/service-points/schema";

const facts = {
  name: "数据谷服务站",
  kind: "SERVICE",
  parkId: randomUUID(),
  dutyRhythm: "WEEKLY",
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

import { describe, expect, test } from "vitest";
import {
  daysInPost,
  dutyFigures,
  judgedOn,
  type MonthReport,
  owedFigures,
  type ReportedShift,
  type ReportedVisit,
  requestFigures,
  visitsByTarget,
} from "@/lib/instructors/rules/month-report";

describe("the days of a month in post", () => {
  test.each([
    ["the whole month", "2026-11", "2024-01-01", null, { from: "2026-11-01", to: "2026-11-30" }],
    ["a leap February", "2028-02", "2024-01-01", null, { from: "2028-02-01", to: "2028-02-29" }],
    ["a December", "2026-12", "2024-01-01", null, { from: "2026-12-01", to: "2026-12-31" }],
    ["begun within it", "2026-11", "2026-11-16", null, { from: "2026-11-16", to: "2026-11-30" }],
    ["begun on its last day", "2026-11", "2026-11-30", null, { from: "2026-11-30", to: "2026-11-30" }],
    ["begun after it", "2026-11", "2026-12-01", null, null],
    ["left within it", "2026-11", "2024-01-01", "2026-11-16", { from: "2026-11-01", to: "2026-11-15" }],
    ["left on its first day", "2026-11", "2024-01-01", "2026-11-01", null],
    ["left the day after it", "2026-11", "2024-01-01", "2026-12-01", { from: "2026-11-01", to: "2026-11-30" }],
    ["begun and left within it", "2026-11", "2026-11-05", "2026-11-10", { from: "2026-11-05", to: "2026-11-09" }],
    ["begun and left on one day", "2026-11", "2026-11-05", "2026-11-05", null],
  ])("%s", (_name, month, startedOn, endedOn, period) => {
    expect(daysInPost(month, { startedOn, endedOn })).toEqual(period);
  });

  test("its rhythm is judged today while the days run, on the last of them afterwards", () => {
    const period = { from: "2026-11-01", to: "2026-11-30" };
    expect(judgedOn(period, "2026-11-23")).toBe("2026-11-23");
    expect(judgedOn(period, "2026-11-30")).toBe("2026-11-30");
    expect(judgedOn(period, "2027-02-01")).toBe("2026-11-30");
  });
});

const shift = (standing: ReportedShift["standing"], more: Partial<ReportedShift> = {}): ReportedShift => ({
  id: "s",
  dutyOn: "2026-11-04",
  pointName: "仙桃服务点",
  standing,
  servedCount: null,
  services: [],
  matters: "",
  ...more,
});

test("duty: done, planned, missed and cancelled apart; people and services of what was done only", () => {
  const figures = dutyFigures([
    shift("DONE", { servedCount: 12, services: ["REQUEST", "POLICY"] }),
    shift("DONE", { servedCount: null, services: ["POLICY"] }),
    shift("MISSED"),
    shift("PLANNED"),
    shift("TODAY"),
    shift("CANCELLED", { servedCount: 9, services: ["OTHER"] }),
  ]);
  expect(figures).toEqual({
    done: 2,
    planned: 2,
    missed: 1,
    cancelled: 1,
    served: 12,
    services: [
      { service: "POLICY", count: 2 },
      { service: "REQUEST", count: 1 },
    ],
  });
});

const visit = (id: string, visitedOn: string, targetId: string): ReportedVisit => ({
  id,
  visitedOn,
  kind: "VISIT",
  targetKind: "enterprise",
  targetId,
  targetName: `企业${targetId}`,
  found: "",
  done: "",
  requestCount: 0,
});

test("visits stand by target, targets by their first visit, whatever order they came in", () => {
  const visits = [visit("3", "2026-11-20", "b"), visit("2", "2026-11-09", "a"), visit("1", "2026-11-02", "b")];
  const expected = [
    ["b", ["1", "3"]],
    ["a", ["2"]],
  ];
  for (const order of [visits, visits.toReversed()]) {
    expect(visitsByTarget(order).map((target) => [target.targetId, target.visits.map(({ id }) => id)])).toEqual(
      expected,
    );
  }
  expect(visitsByTarget([])).toEqual([]);
});

test("owed: done, due and overdue count; a visit not due yet is not owed", () => {
  const target = (targetId: string, due: "DONE" | "DUE" | "OVERDUE" | "LATER") => ({
    targetKind: "branch" as const,
    targetId,
    targetName: targetId,
    due,
  });
  const figures = owedFigures([target("a", "DONE"), target("b", "DUE"), target("c", "OVERDUE"), target("d", "LATER")]);
  expect([figures.owed, figures.visited, figures.open.map(({ targetId }) => targetId)]).toEqual([3, 1, ["b", "c"]]);
});

test("requests by state, in the order of the work, empty states left out", () => {
  const request = (status: MonthReport["requests"][number]["status"]) =>
    ({ status }) as MonthReport["requests"][number];
  expect(requestFigures([request("CLOSED"), request("OPEN"), request("CLOSED")])).toEqual([
    { status: "OPEN", count: 1 },
    { status: "CLOSED", count: 2 },
  ]);
});

import { expect, test } from "vitest";
import { visitDue } from "@/lib/visits/rules/rhythm";

const assignedFrom = "2026-01-31";

test.each([
  ["never visited: from the assignment on", 1, null, null, "2026-02-28", "OVERDUE"],
  ["visited last month: any day of this month will do", 1, "2026-10-05", null, "2026-11-30", "DUE"],
  ["visited this month", 1, "2026-11-01", null, "2026-12-31", "DONE"],
  ["not last month either", 1, "2026-09-30", null, "2026-10-31", "OVERDUE"],
  ["every two months", 2, "2026-10-15", null, "2026-12-31", "LATER"],
  ["once a quarter: any day of this quarter will do", 3, "2026-07-15", null, "2026-12-31", "DUE"],
  ["an earlier day set on site comes first", 1, "2026-10-15", "2026-11-20", "2026-11-20", "OVERDUE"],
  ["one still to come", 1, "2026-10-15", "2026-11-25", "2026-11-25", "DUE"],
  ["a later one does not loosen the rhythm", 1, "2026-10-15", "2026-12-20", "2026-11-30", "DUE"],
  ["one before the last visit does not count", 1, "2026-10-15", "2026-10-10", "2026-11-30", "DUE"],
] as const)("on 23 November 2026: %s", (_what, months, lastVisitOn, plannedOn, dueOn, due) =>
  expect(visitDue(months, { assignedFrom, lastVisitOn, plannedOn }, "2026-11-23")).toEqual({ dueOn, due }),
);

import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/calendar";
import { isRecalledOn, writeDigest } from "@/lib/notifications/rules";
import { settingDefaults } from "@/lib/settings/schema";
import type { Todo, TodoKind } from "@/lib/todos/rules/todo";

const day = "2026-11-27";

/** The distances from two months before to three days after on which a to-do is recalled. */
const recalledAt = (kind: TodoKind, reminderDays = settingDefaults.reminderDays) =>
  Array.from({ length: 66 }, (_, index) => index - 3).filter((left) =>
    isRecalledOn({ kind, dueOn: addDays(day, left) }, day, reminderDays),
  );

describe("reminders by rule", () => {
  test("a summary and a task: 14, 7 and 1 days before the deadline and 1 day after", () => {
    expect(recalledAt("SUMMARY")).toEqual([-1, 1, 7, 14]);
    expect(recalledAt("TASK")).toEqual([-1, 1, 7, 14]);
    expect(recalledAt("SUMMARY_MISSING")).toEqual([-1, 1, 7, 14]);
    expect(recalledAt("SUMMARY", [30, 0])).toEqual([0, 30]);
  });

  test("a probation: 60, 30, 14, 7 and 1 days before its end, whatever the committee has set", () => {
    expect(recalledAt("PROBATION", [])).toEqual([1, 7, 14, 30, 60]);
  });

  test("an election: six months before the term ends, on that day alone", () => {
    const on = (today: string) => isRecalledOn({ kind: "TERM", dueOn: "2026-08-31" }, today, [1]);
    expect([on("2026-02-27"), on("2026-02-28"), on("2026-03-01"), on("2026-08-30")]).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });

  test("nothing else, and nothing without a day", () => {
    expect(recalledAt("TAKE_OVER")).toEqual([]);
    expect(recalledAt("PLAN")).toEqual([]);
    expect(isRecalledOn({ kind: "TERM", dueOn: null }, day, [1])).toBe(false);
  });
});

test("a digest is one sentence with counts; a day without something due brings none", () => {
  const todo = (kind: TodoKind, isOverdue = false): Todo => ({ kind, text: "何静", href: "/", dueOn: day, isOverdue });
  expect(writeDigest([])).toBeNull();
  expect(writeDigest([todo("TASK", true), todo("SUMMARY"), todo("TASK"), todo("PROBATION")])).toBe(
    "到期提醒：计划任务 2 项、季度总结 1 份、预备党员转正 1 名，其中 1 项已逾期。请在“待办”中办理。",
  );
});

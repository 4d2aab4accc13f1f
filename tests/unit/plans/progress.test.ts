import { describe, expect, test } from "vitest";
import type { SummaryStatus } from "@/generated/prisma/enums";
import { describeProgressList } from "@/lib/plans/labels";
import { countReports, countsIn, type Report, reportFigures, tallyTask } from "@/lib/plans/rules/progress";

const dueOn = "2026-10-10";
const report = (status: SummaryStatus, firstSubmittedOn: string | null): Report => ({ status, firstSubmittedOn });

const figuresOf = (given: Report) => reportFigures.filter((figure) => countsIn(figure, given, dueOn));

describe("what an expected branch counts in", () => {
  test.each<[string, Report, string[]]>([
    ["nothing begun", null, ["expected", "missing"]],
    ["a draft", report("DRAFT", null), ["expected", "missing"]],
    ["submitted on the last day", report("SUBMITTED", "2026-10-10"), ["expected", "received", "onTime", "waiting"]],
    ["submitted a day late", report("SUBMITTED", "2026-10-11"), ["expected", "received", "late", "waiting"]],
    [
      "sent back: on time stays on time",
      report("SENT_BACK", "2026-10-09"),
      ["expected", "received", "onTime", "sentBack"],
    ],
    ["accepted late", report("ACCEPTED", "2026-11-01"), ["expected", "received", "late", "accepted"]],
    ["taken back by the branch", report("DRAFT", "2026-10-01"), ["expected", "missing"]],
  ])("%s", (_name, given, expected) => {
    expect(figuresOf(given)).toEqual(expected);
  });
});

test("received is on time and late together; expected is received and missing together", () => {
  const counts = countReports(
    [null, report("SUBMITTED", "2026-10-10"), report("ACCEPTED", "2026-10-11"), report("SENT_BACK", "2026-09-30")],
    dueOn,
  );
  expect(counts).toEqual({
    expected: 4,
    received: 3,
    onTime: 2,
    late: 1,
    waiting: 1,
    sentBack: 1,
    accepted: 1,
    missing: 1,
  });
});

test("a task is not owed by the branches it does not apply to", () => {
  expect(tallyTask(["DONE", "DONE", "LATE", "OPEN", "WAIVED"])).toEqual({
    DONE: 2,
    LATE: 1,
    OPEN: 1,
    WAIVED: 1,
    due: 4,
  });
  expect(tallyTask([])).toEqual({ DONE: 0, LATE: 0, OPEN: 0, WAIVED: 0, due: 0 });
});

test("a list of the board says what it holds", () => {
  const tasks = [{ id: "t1", title: "主题党日" }];
  expect(describeProgressList({}, tasks, 3)).toBe("各支部进度（3 个）");
  expect(describeProgressList({ show: "onTime" }, tasks, 2)).toBe("按时报送的支部（2 个）");
  expect(describeProgressList({ task: "t1", state: "LATE" }, tasks, 1)).toBe("“主题党日”已逾期的支部（1 个）");
});

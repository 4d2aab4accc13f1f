import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { newTask, planAmendment, quartersToPlan, quarterToPlan } from "@/lib/plans/schema";

const id = randomUUID();
const task = { planId: id, kind: "STUDY", title: "专题学习", dueOn: "2026-10-31", evidence: "ORG_LIFE" };

describe("a task", () => {
  test("that a record shows names a kind of record", () => {
    expect(newTask.safeParse(task).error?.issues[0]?.path).toEqual(["recordKinds"]);
    expect(newTask.parse({ ...task, recordKinds: ["THEME_DAY", "THEME_DAY"] }).recordKinds).toEqual(["THEME_DAY"]);
  });
  test("that a report shows forgets kinds ticked before", () => {
    const read = newTask.parse({ ...task, evidence: "REPORT", recordKinds: ["THEME_DAY"] });
    expect(read).toMatchObject({ recordKinds: [], isMandatory: false, detail: "" });
  });
});

describe("an amendment's form", () => {
  const form = { id, version: "3", reason: "时间调整" };
  const fields = (taskId: string, more = {}) => ({
    [`title-${taskId}`]: "专题学习",
    [`detail-${taskId}`]: "",
    [`dueOn-${taskId}`]: "2026-11-15",
    ...more,
  });

  test("reads each task by its id and no new one where nothing is typed", () => {
    const [a, b] = [randomUUID(), randomUUID()];
    const read = planAmendment.parse({ ...form, ...fields(a), ...fields(b, { [`isWithdrawn-${b}`]: "yes" }) });
    expect(read.tasks).toEqual([
      { taskId: a, title: "专题学习", detail: "", dueOn: "2026-11-15", isWithdrawn: false },
      { taskId: b, title: "专题学习", detail: "", dueOn: "2026-11-15", isWithdrawn: true },
    ]);
    expect(read.newTask).toBeNull();
  });

  test("says what is wrong beside the field of that task", () => {
    const broken = planAmendment.safeParse({ ...form, ...fields(id, { [`title-${id}`]: " " }) });
    expect(broken.error?.issues.map(({ path }) => path)).toEqual([[`title-${id}`]]);
  });

  test("asks for the rest of a new task as soon as a part is typed", () => {
    const half = planAmendment.safeParse({ ...form, kind: "STUDY", evidence: "ORG_LIFE", detail: "自学一篇" });
    expect(half.error?.issues.map(({ path }) => path[0])).toEqual(["title", "dueOn", "recordKinds"]);
    const whole = { kind: "STUDY", evidence: "REPORT", title: "自学", dueOn: "2026-12-01", isMandatory: "yes" };
    expect(planAmendment.parse({ ...form, ...whole }).newTask).toEqual({
      kind: "STUDY",
      title: "自学",
      detail: "",
      dueOn: "2026-12-01",
      isMandatory: true,
      evidence: "REPORT",
      recordKinds: [],
    });
  });
});

describe("the quarter to plan", () => {
  test("is the present one, or the first after it without a plan", () => {
    expect(quarterToPlan("2026-11-27", new Set())).toEqual({ year: 2026, quarter: 4 });
    expect(quarterToPlan("2026-11-27", new Set(["2026Q4", "2027Q1"]))).toEqual({ year: 2027, quarter: 2 });
  });
  test("may lie a year back and ahead, newest first", () => {
    const quarters = quartersToPlan("2026-11-27");
    expect([quarters[0], quarters.at(-1), quarters.length]).toEqual([
      { year: 2027, quarter: 4 },
      { year: 2025, quarter: 4 },
      9,
    ]);
  });
});

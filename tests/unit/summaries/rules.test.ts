import { describe, expect, test } from "vitest";
import { today } from "@/lib/calendar";
import { assembleContent, attendanceOf, countByKind, readContent } from "@/lib/summaries/rules/content";
import { gapsOf, hindrancesOf, isUnproven, monthsWithoutThemeDay } from "@/lib/summaries/rules/gaps";
import { reasonsOf } from "@/lib/summaries/rules/reasons";
import { isOnTime, timelinessOf } from "@/lib/summaries/rules/timeliness";
import { type SummaryTask, writtenSummary } from "@/lib/summaries/schema";

const quarter = { year: 2026, quarter: 4 as const };
const due = "2027-01-10";

describe("isOnTime", () => {
  test.each([
    ["2027-01-09", true],
    ["2027-01-10", true],
    ["2027-01-11", false],
  ])("submitted on %s against 2027-01-10: %s", (on, expected) => expect(isOnTime(on, due)).toBe(expected));

  test("the day is the one in Shanghai: the last second of the deadline is on time, the next is late", () => {
    expect(isOnTime(today(new Date("2027-01-10T15:59:59Z")), due)).toBe(true);
    expect(isOnTime(today(new Date("2027-01-10T16:00:00Z")), due)).toBe(false);
  });
});

describe("timelinessOf", () => {
  test.each([
    [null, "2027-01-10", "WAITING"],
    [null, "2027-01-11", "OVERDUE"],
    ["2027-01-10", "2027-02-01", "ON_TIME"],
    ["2027-01-11", "2027-01-11", "LATE"],
  ] as const)("first submitted %s, seen on %s: %s", (on, day, expected) => {
    expect(timelinessOf(on, due, day)).toBe(expected);
  });
});

const task = (more: Partial<SummaryTask> = {}): SummaryTask => ({
  id: "11111111-1111-4111-8111-111111111111",
  title: "主题党日",
  kind: "ACTIVITY",
  dueOn: "2026-12-31",
  isMandatory: true,
  records: [],
  activities: [],
  waiver: null,
  result: "",
  ...more,
});
const meeting = (heldOn: string, kinds: ("THEME_DAY" | "GENERAL_MEETING" | "PARTY_LECTURE")[] = ["THEME_DAY"]) => ({
  id: "m",
  heldOn,
  kinds,
  topic: "学习",
  presentCount: 4,
  rosterCount: 5,
});
const record = { id: "r", heldOn: "2026-10-10", topic: "学习" };
const texts = { practice: "做", effect: "成", problems: "问", nextSteps: "下" };
const empty = { practice: "", effect: " \n", problems: "", nextSteps: "" };

describe("isUnproven", () => {
  test.each([
    [{}, true],
    [{ records: [record] }, false],
    [{ activities: [{ id: "a", title: "志愿服务", startsOn: "2026-10-11" }] }, false],
    [{ waiver: "本支部没有流动党员" }, false],
    [{ result: "已完成" }, false],
  ])("%j: %s", (facts, expected) => expect(isUnproven(task(facts))).toBe(expected));
});

describe("monthsWithoutThemeDay", () => {
  test("every month begun by the day counts, the first day of a month included", () => {
    expect(monthsWithoutThemeDay(quarter, [], "2026-10-31")).toEqual([10]);
    expect(monthsWithoutThemeDay(quarter, [], "2026-11-01")).toEqual([10, 11]);
    expect(monthsWithoutThemeDay(quarter, [], "2027-01-05")).toEqual([10, 11, 12]);
  });
  test("first and last day of a month fulfil it, another kind and the same month of another year do not", () => {
    const held = [meeting("2026-10-01"), meeting("2026-11-30"), meeting("2026-12-05", ["PARTY_LECTURE"])];
    expect(monthsWithoutThemeDay(quarter, held, "2027-01-05")).toEqual([12]);
    expect(monthsWithoutThemeDay(quarter, [meeting("2025-10-10")], "2026-10-31")).toEqual([10]);
  });
});

describe("gapsOf and hindrancesOf", () => {
  const held = [meeting("2026-10-10"), meeting("2026-11-10"), meeting("2026-12-10")];
  test("a full summary lacks nothing", () => {
    const content = { texts, tasks: [task({ records: [record] })], meetings: held, duties: [] };
    expect([gapsOf(content, quarter, "2026-12-31"), hindrancesOf(content)]).toEqual([[], []]);
  });
  const duties = [
    { kind: "GENERAL_MEETING" as const, required: 1, fulfilled: 0, missed: 1 },
    // Not over yet, not applicable, and told month by month: these say nothing.
    { kind: "PARTY_LECTURE" as const, required: 1, fulfilled: 0, missed: 0 },
    { kind: "GROUP_MEETING" as const, required: 0, fulfilled: 0, missed: 0 },
    { kind: "THEME_DAY" as const, required: 3, fulfilled: 2, missed: 1 },
  ];
  test("weak records are said and do not hinder; a mandatory task that nothing speaks of does", () => {
    const weak = { texts: { ...texts, problems: "" }, tasks: [task({ isMandatory: false })], meetings: [], duties };
    expect(gapsOf(weak, quarter, "2026-10-31")).toEqual([
      "任务“主题党日”没有记录，也没有说明。",
      "支部党员大会应开 1 次，有记录 0 次。",
      "10 月没有主题党日记录。",
      "本季度没有任何组织生活记录。",
      "还没有写问题。",
    ]);
    expect(hindrancesOf(weak)).toEqual([]);
    expect(hindrancesOf({ texts, tasks: [task()] })).toEqual(["必做任务“主题党日”既没有记录，也没有完成情况说明"]);
    expect(hindrancesOf({ texts, tasks: [task({ result: "因故改期，已于线上完成" })] })).toEqual([]);
  });
  test("all four paragraphs empty hinder, blanks are empty; one written is enough", () => {
    expect(hindrancesOf({ texts: empty, tasks: [] })).toHaveLength(1);
    expect(hindrancesOf({ texts: { ...empty, effect: "好" }, tasks: [] })).toEqual([]);
  });
});

test("countByKind counts a meeting of two duties for both; attendanceOf adds up", () => {
  const meetings = [meeting("2026-10-10", ["THEME_DAY", "PARTY_LECTURE"]), meeting("2026-11-10")];
  expect(countByKind(meetings)).toEqual([
    { kind: "THEME_DAY", count: 2 },
    { kind: "PARTY_LECTURE", count: 1 },
  ]);
  expect(attendanceOf(meetings)).toEqual({ present: 8, roster: 10 });
});

test("what is assembled is read back from a submission, and what is no summary reads as none", () => {
  const evidence = {
    quarter,
    tasks: [task({ result: "旧" })],
    meetings: [meeting("2026-10-10")],
    activities: [],
    duties: [],
  };
  const content = assembleContent(evidence, { texts, results: { [task().id]: " 新 " } }, "2026-10-31");
  expect(content.tasks[0]?.result).toBe("新");
  expect(readContent(JSON.parse(JSON.stringify(content)))).toEqual(content);
  expect(readContent({})).toBeNull();
});

test("reasonsOf gathers the ticked reasons by section, own words under 其他, and ignores unknown codes", () => {
  expect(
    reasonsOf({ reasons: ["practice.0", "practice.1", "tasks.0", "tasks.99", "x.0"], words: "另附说明 " }),
  ).toEqual({
    practice: "做法过于笼统，请写明做了什么、谁参加；与本季度计划任务对应不上",
    tasks: "必做任务没有完成依据",
    other: "另附说明",
  });
});

describe("writtenSummary", () => {
  const ids = { planId: "019ac000-0000-7000-8000-000000000001", branchId: "019ac000-0000-7000-8000-000000000002" };
  const read = (fields: object) => writtenSummary.safeParse({ ...ids, version: "0", ...fields });
  test("reads paragraphs and what is said of tasks; only the button 报送 submits", () => {
    const typed = { practice: "一\r\n二  ", [`result.${task().id}`]: "完成", intent: "submit" };
    expect(read(typed).data).toMatchObject({
      version: 0,
      texts: { practice: "一\n二", effect: "" },
      results: { [task().id]: "完成" },
      intent: "submit",
    });
    expect(read({}).data?.intent).toBe("save");
  });
  test("refuses a text too long beside its field, and a task that is no id", () => {
    const long = read({ [`result.${task().id}`]: "字".repeat(501) });
    expect(long.error?.issues[0]).toMatchObject({ path: [`result.${task().id}`], message: "完成情况最多 500 个字。" });
    expect(read({ "result.x": "1" }).success).toBe(false);
    expect(read({ practice: "字".repeat(5_001) }).success).toBe(false);
  });
});

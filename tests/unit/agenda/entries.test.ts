import { describe, expect, test } from "vitest";
import { writeDistance } from "@/lib/agenda/labels";
import { type AgendaFact, agendaEntries, openDeadlines } from "@/lib/agenda/rules/entries";

const fact = (facts: Partial<AgendaFact>): AgendaFact => ({
  kind: "TERM",
  day: "2026-11-30",
  about: "",
  title: "",
  detail: "",
  branch: { id: "a", name: "甲支部" },
  href: "/branches/a",
  isDone: false,
  ...facts,
});
const other = { branch: { id: "b", name: "乙支部" }, href: "/branches/b" };
const staff = { branches: true, names: true };

describe("the lines of a day", () => {
  test("the same matter in many branches is one line with a list behind it", () => {
    const branches = Array.from({ length: 60 }, (_, index) =>
      fact({ branch: { id: `${index}`, name: `支部${index}` }, href: `/branches/${index}` }),
    );
    const [entry, ...more] = agendaEntries(branches, staff);
    expect(more).toEqual([]);
    expect(entry?.words).toBe("60 个支部任期届满");
    expect(entry?.items).toHaveLength(60);
  });

  test("a matter of one branch leads to it at once, and is named after it for whoever has several", () => {
    const [entry] = agendaEntries([fact({})], staff);
    expect(entry).toMatchObject({ words: "甲支部：任期届满，请在此前完成换届", href: "/branches/a", items: [] });
    expect(agendaEntries([fact({})], { branches: false, names: true })[0]?.words).toBe("任期届满，请在此前完成换届");
  });

  test("tasks of different plans, days and kinds stay apart, the earliest first", () => {
    const entries = agendaEntries(
      [
        fact({ kind: "MEETING", day: "2026-11-02", title: "党课", detail: "学习", isDone: true }),
        fact({ kind: "TASK", about: "t2", title: "学习" }),
        fact({ kind: "TASK", about: "t1", title: "调研", isDone: true }),
        fact({ kind: "TASK", about: "t1", title: "调研", ...other }),
      ],
      staff,
    );
    expect(entries.map(({ words }) => words)).toEqual([
      "甲支部：党课：学习",
      "调研到期，1/2 个支部已完成",
      "甲支部：学习，计划任务到期",
    ]);
    expect(entries.map(({ isDone }) => isDone)).toEqual([true, false, false]);
  });

  test("an entry keeps its key while branches come and go", () => {
    const keys = (facts: AgendaFact[]) => agendaEntries(facts, staff).map(({ key }) => key);
    expect(keys([fact({})])).toEqual(keys([fact({}), fact(other)]));
  });

  test("what leaves the portal names no member and no topic", () => {
    const outside = { branches: true, names: false };
    const secret = [
      fact({ kind: "PROBATION", detail: "张三" }),
      fact({ kind: "MEETING", title: "主题党日", detail: "讨论张三转正", isDone: true }),
    ];
    const doubled = [...secret, ...secret.map((one) => ({ ...one, ...other }))];
    for (const facts of [secret, doubled]) expect(JSON.stringify(agendaEntries(facts, outside))).not.toContain("张三");
    expect(agendaEntries(secret, outside).map(({ words }) => words)).toEqual([
      "甲支部：1 名预备党员预备期将满",
      "甲支部：主题党日",
    ]);
  });
});

describe("what a branch has before it", () => {
  const day = "2026-11-23";
  const days = (facts: AgendaFact[]) => openDeadlines(facts, day).map((one) => one.day);

  test("what is overdue and the next 90 days, the earliest first", () => {
    const all = ["2027-02-22", "2027-02-21", "2026-11-23", "2026-11-01"].map((on) => fact({ day: on }));
    expect(days(all)).toEqual(["2026-11-01", "2026-11-23", "2027-02-21"]);
  });

  test("neither what is done nor a meeting held", () => {
    expect(days([fact({ isDone: true }), fact({ kind: "MEETING", isDone: true })])).toEqual([]);
  });

  test("the day to begin an election only while it is ahead", () => {
    expect(days([fact({ kind: "ELECTION", day: "2026-11-22" }), fact({ kind: "ELECTION", day }), fact({})])).toEqual([
      day,
      "2026-11-30",
    ]);
  });
});

test.each([
  ["2026-11-23", "今天"],
  ["2026-12-01", "还有 8 天"],
  ["2026-11-20", "已过 3 天"],
])("distance to %s", (to, words) => {
  expect(writeDistance("2026-11-23", to)).toBe(words);
});

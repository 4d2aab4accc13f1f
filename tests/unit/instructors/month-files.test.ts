import { describe, expect, test } from "vitest";
import { officialDocument } from "@/lib/documents/official-document";
import { monthReportColumns, monthReportPaper, monthReportRows } from "@/lib/instructors/rules/month-files";
import { dutyFigures, type MonthReport, owedFigures, visitsByTarget } from "@/lib/instructors/rules/month-report";
import { monthReportScope, monthReportSentences, monthReportTitle } from "@/lib/instructors/rules/month-text";
import { wordLines, wordParts } from "@/tests/support/word-parts";

const shifts: MonthReport["shifts"] = [
  {
    id: "1",
    dutyOn: "2026-11-04",
    pointName: "仙桃服务点",
    standing: "DONE",
    servedCount: 12,
    services: ["POLICY", "REQUEST"],
    matters: "食堂排队时间长\n希望延长开放",
  },
  {
    id: "2",
    dutyOn: "2026-11-11",
    pointName: "仙桃服务点",
    standing: "MISSED",
    servedCount: null,
    services: [],
    matters: "",
  },
];
const targets = visitsByTarget([
  {
    id: "v",
    visitedOn: "2026-11-06",
    kind: "VISIT",
    targetKind: "enterprise",
    targetId: "e1",
    targetName: "云达<科技>",
    found: "业务平稳",
    done: "介绍政策。",
    requestCount: 1,
  },
]);
const report: MonthReport = {
  instructor: { id: "i", name: "周静", committeeName: "渝北区互联网行业党委" },
  month: "2026-11",
  period: { from: "2026-11-01", to: "2026-11-30" },
  asOf: "2026-11-23",
  shifts,
  duty: dutyFigures(shifts),
  targets,
  visitCount: 1,
  owed: owedFigures([
    { targetKind: "enterprise", targetId: "e1", targetName: "云达<科技>", due: "DONE" },
    { targetKind: "branch", targetId: "b1", targetName: "甲支部", due: "OVERDUE" },
  ]),
  requests: [
    {
      id: "r",
      raisedOn: "2026-11-06",
      enterpriseName: "云达<科技>",
      category: "SPACE",
      text: "停车位不足",
      status: "OPEN",
      isOverdue: true,
    },
  ],
  activities: [{ id: "a", startsOn: "2026-11-15", title: "开放日", place: "展厅", came: ["甲支部"] }],
};
const quiet: MonthReport = {
  ...report,
  asOf: "2026-11-30",
  shifts: [],
  duty: dutyFigures([]),
  targets: [],
  visitCount: 0,
  owed: owedFigures([]),
  requests: [],
  activities: [],
};

describe("the sentences of a month", () => {
  test("say what was done, what is missing and what came home", () => {
    expect(monthReportSentences(report)).toEqual({
      duty: "驻点服务1次，服务12人次，服务内容为政策咨询1次、诉求受理1次。另有到期未填记录1次。",
      visits: "实地走访1次，走访企业和党支部共1家。按走访频次应走访2家，已走访1家，未走访1家。",
      requests: "带回企业诉求1件，待受理1件，其中逾期1件。",
      activities: "联系的企业和党支部中有1家参加主题活动，共1场。",
    });
  });
  test("say so when there was nothing", () => {
    expect(monthReportSentences(quiet)).toEqual({
      duty: "本月没有驻点班次。",
      visits: "本月没有走访记录。本月没有按走访频次应走访的对象。",
      requests: "本月没有带回企业诉求。",
      activities: "本月联系的企业和党支部没有参加主题活动的记录。",
    });
  });
  test("name the days, and the day of the data while the month runs", () => {
    expect(monthReportScope(report)).toBe("2026年11月1日至2026年11月30日（数据截至2026年11月23日）");
    expect(monthReportScope(quiet)).toBe("2026年11月1日至2026年11月30日");
    expect(monthReportTitle(report)).toBe("党建指导员周静2026年11月工作报告");
  });
});

describe("the Word file", () => {
  const linesOf = async (paper: ReturnType<typeof monthReportPaper>) =>
    wordLines((await wordParts(await officialDocument(paper)))["word/document.xml"] ?? "").filter(Boolean);

  test("has every chapter, and the closing words of the form last", async () => {
    const lines = await linesOf(monthReportPaper(report, "配合很好\n下月继续"));
    expect(lines).toEqual(
      expect.arrayContaining([
        "渝北区互联网行业党委：",
        "一、驻点服务",
        "2026年11月4日，仙桃服务点反映：食堂排队时间长；希望延长开放。",
        "（一）云达<科技>",
        "2026年11月6日走访。了解到：业务平稳。已做工作：介绍政策。带回诉求1件。",
        "（二）尚未走访",
        "甲支部。",
        "2026年11月6日，云达<科技>（场地配套，待受理，已逾期）：停车位不足。",
        "2026年11月15日，开放日（展厅）：甲支部参加。",
      ]),
    );
    expect(lines.slice(-5)).toEqual(["五、本月小结", "配合很好", "下月继续", "周静", "2026年11月23日"]);
  });

  test("has no empty chapter where nothing was typed, and is the same for the same month", async () => {
    const lines = await linesOf(monthReportPaper(quiet, "  \n"));
    expect(lines.some((line) => line.includes("本月小结"))).toBe(false);
    expect(monthReportPaper(report, "")).toEqual(monthReportPaper(structuredClone(report), ""));
  });
});

test("the Excel file has a line for each entry, one for each visit still owed, and a cell for each column", () => {
  const rows = monthReportRows(report);
  expect(rows.map(([noun, day, target, state]) => [noun, day, target, state])).toEqual([
    ["驻点服务", "2026-11-04", "仙桃服务点", "已驻点"],
    ["驻点服务", "2026-11-11", "仙桃服务点", "未填记录"],
    ["实地走访", "2026-11-06", "云达<科技>", "已走访"],
    ["实地走访", null, "甲支部", "未走访"],
    ["企业诉求", "2026-11-06", "云达<科技>", "待受理，已逾期"],
    ["主题活动", "2026-11-15", "开放日", "已开展"],
  ]);
  for (const row of rows) expect(row).toHaveLength(monthReportColumns.length);
  expect(monthReportRows(quiet)).toEqual([]);
});

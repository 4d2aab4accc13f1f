import { describe, expect, test } from "vitest";
import type { OrgLifeKind, SummaryStatus } from "@/generated/prisma/enums";
import { catchUp, fulfilledBranches } from "@/lib/bulletins/rules/catch-up";
import { coverageFigures } from "@/lib/bulletins/rules/coverage-figures";
import { orgLifeFigures } from "@/lib/bulletins/rules/org-life-figures";
import { reportFigures } from "@/lib/bulletins/rules/report-figures";
import { taskFigures } from "@/lib/bulletins/rules/task-figures";
import type { BranchProgress } from "@/lib/plans/queries/plan-progress";
import type { TaskEvidenceFound } from "@/lib/plans/queries/task-progress";
import type { TaskState } from "@/lib/plans/rules";
import type { Compliance } from "@/lib/rulebook/queries/org-life-compliance";

const dueOn = "2026-10-10";

const cell = (state: TaskState, more: Partial<TaskEvidenceFound> = {}): TaskEvidenceFound => ({
  state,
  records: [],
  activities: [],
  waiver: null,
  result: null,
  ...more,
});

function branch(
  name: string,
  status: SummaryStatus | null,
  submittedOn: string | null,
  ...cells: TaskEvidenceFound[]
): BranchProgress {
  const report = status && { status, firstSubmittedOn: submittedOn, acceptedAt: null };
  return { branchId: name, name, isDissolved: false, report, cells };
}

const duty = (branchId: string, kind: OrgLifeKind, required: number, fulfilled: number): Compliance => ({
  branchId,
  branchName: branchId,
  rule: "themeDay",
  kind,
  required,
  fulfilled,
  missed: Math.max(0, required - fulfilled),
});

const tasks = [{ title: "主题党日", dueOn: "2026-09-30" }];
const branches = [
  branch("甲", "ACCEPTED", "2026-10-10", cell("DONE", { records: [{ id: "r", heldOn: "2026-08-01", topic: "学习" }] })),
  branch("乙", "SUBMITTED", "2026-10-12", cell("LATE")),
  branch("丙", "SENT_BACK", "2026-10-09", cell("WAIVED", { waiver: "无场地" })),
  branch("丁", null, null, cell("DONE", { result: "已完成" })),
];

const valuesOf = (figures: { key: string; count: number; base: number | null }[]) =>
  figures.map(({ key, count, base }) => [key, count, base]);

test("each report figure is as long as the list behind it", () => {
  const { figures, rows } = reportFigures(branches, dueOn);
  expect(valuesOf(figures)).toEqual([
    ["expected", 4, null],
    ["received", 3, 4],
    ["onTime", 2, 4],
    ["late", 1, 4],
    ["missing", 1, 4],
    ["accepted", 1, 4],
  ]);
  for (const { key, count } of figures) {
    expect(rows.filter(({ counts }) => counts.includes(key))).toHaveLength(count);
  }
  expect(rows[1]).toMatchObject({ name: "乙", state: "待审核", note: "2026-10-12 首次报送，逾期 2 天" });
});

test("a task counts the branches that did it among those it applies to, and says what was there", () => {
  const [made] = taskFigures(tasks, branches);
  expect(made?.figure).toMatchObject({ key: "task-1", label: "主题党日", count: 2, base: 3 });
  expect(made?.rows.map(({ state, note, isOutside }) => [state, note, isOutside])).toEqual([
    ["已完成", "2026-08-01《学习》", false],
    ["已逾期", "完成期限 2026-09-30", false],
    ["不适用", "无场地", true],
    ["已完成", "已在总结中说明", false],
  ]);
});

describe("organization life", () => {
  const compliance = [duty("甲", "THEME_DAY", 3, 3), duty("乙", "THEME_DAY", 3, 2), duty("甲", "GROUP_MEETING", 0, 0)];
  const made = orgLifeFigures(branches, compliance);

  test("counts branches that held what they owed; what nobody owed has no figure, who owes nothing stands outside", () => {
    expect(valuesOf(made.map(({ figure }) => figure))).toEqual([
      ["orgLife-THEME_DAY", 1, 2],
      ["orgLife-all", 1, 2],
    ]);
    expect(made[0]?.rows.map(({ name, state, isOutside }) => [name, state, isOutside])).toEqual([
      ["甲", "达到要求", false],
      ["乙", "未达到要求", false],
      ["丙", "不适用", true],
      ["丁", "不适用", true],
    ]);
  });
});

test("coverage: organized counts as worked; an empty base has no figures", () => {
  const standing = {
    isSettled: true,
    memberCount: 3,
    fullMemberCount: 3,
    hasSingleBranch: false,
    hasJointBranch: false,
    hasInstructor: false,
  };
  const { figures, rows } = coverageFigures(
    [
      { ...standing, name: "甲公司", sentence: "一", hasSingleBranch: true },
      { ...standing, name: "乙公司", sentence: "二", hasJointBranch: true },
      { ...standing, name: "丙公司", sentence: "三", hasInstructor: true },
      { ...standing, name: "丁公司", sentence: "四" },
    ],
    "在营且入驻企业",
  );
  expect(valuesOf(figures)).toEqual([
    ["coverage-organized", 2, 4],
    ["coverage-single", 1, 4],
    ["coverage-worked", 3, 4],
  ]);
  expect(rows.map(({ state }) => state)).toEqual(["组织覆盖", "组织覆盖", "工作覆盖", "未覆盖"]);
  expect(coverageFigures([], "在营企业").figures).toEqual([]);
});

describe("who must catch up", () => {
  const compliance = [duty("甲", "THEME_DAY", 3, 3), duty("乙", "THEME_DAY", 3, 1)];
  const quarter = { branches, tasks, summaryDueOn: dueOn, compliance };

  test("stands once, under the first status that applies, with every reason", () => {
    expect(catchUp(quarter)).toEqual([
      { status: "未报送总结", branches: [{ name: "丁", reasons: ["未报送季度总结"] }] },
      { status: "总结已退回、尚未重新报送", branches: [{ name: "丙", reasons: ["季度总结已退回，尚未重新报送"] }] },
      {
        status: "逾期报送总结",
        branches: [
          { name: "乙", reasons: ["季度总结于2026年10月12日报送，逾期2天", "未完成任务：主题党日", "主题党日少2次"] },
        ],
      },
    ]);
    expect(fulfilledBranches(quarter)).toEqual(["甲"]);
  });

  test("keeps the order of names inside a status, however much is missing", () => {
    const two = [branch("阿", null, null, cell("DONE")), branch("波", null, null, cell("LATE"))];
    const [group] = catchUp({ ...quarter, branches: two, compliance: [] });
    expect(group?.branches.map(({ name }) => name)).toEqual(["阿", "波"]);
  });

  test("a dissolved branch is neither blamed nor praised", () => {
    const gone = branches.map((one) => ({ ...one, isDissolved: true }));
    expect(catchUp({ ...quarter, branches: gone })).toEqual([]);
    expect(fulfilledBranches({ ...quarter, branches: gone })).toEqual([]);
  });
});

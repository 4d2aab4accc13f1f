import { beforeAll, describe, expect, test } from "vitest";
import { mintActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { acceptSummary, sendBackSummary } from "@/lib/summaries/commands/review-summary";
import { saveDraft } from "@/lib/summaries/commands/save-draft";
import { submitSummary } from "@/lib/summaries/commands/submit-summary";
import { findComparison } from "@/lib/summaries/queries/find-comparison";
import { currentContent, findSummary } from "@/lib/summaries/queries/find-summary";
import {
  countSummaries,
  exportSummaries,
  listSummaries,
  type SummaryRow,
  summarizeQuarter,
} from "@/lib/summaries/queries/list-summaries";
import { ownSummaries } from "@/lib/summaries/queries/own-summaries";
import { reviewQueue } from "@/lib/summaries/queries/review-queue";
import { summaryList } from "@/lib/summaries/schema";
import { secretaryOf, staffOf } from "@/tests/support/actors";
import { plan } from "@/tests/support/factories/quarter";
import { branch } from "@/tests/support/factories/registers";
import { day, quarter, type Stage, seenOf, stage, storedOf, written } from "./cast";

/**
 * Four expected branches, in pinyin order: 北 submitted late, 东 not begun, 南 a draft, and the stage's own, sent back
 * once and submitted again on time; its summary of the quarter before is accepted.
 */
let set: Stage;
let names: Record<"late" | "none" | "draft", { id: string; name: string }>;

const said = (stageOfBranch: { planId: string; branchId: string }, more = {}) =>
  written(stageOfBranch, { results: { [set.taskId]: "线上完成。" }, ...more });

beforeAll(async () => {
  set = await stage();
  const { committeeId, planId } = set;
  names = {
    late: await branch({ committeeId, name: "北站党支部" }),
    none: await branch({ committeeId, name: "东站党支部" }),
    draft: await branch({ committeeId, name: "南站党支部" }),
  };
  await db.branch.update({ where: { id: set.branchId }, data: { nameSort: "zzz" } });
  await db.planBranch.delete({ where: { planId_branchId: { planId, branchId: set.otherBranchId } } });
  await db.planBranch.createMany({
    data: Object.values(names).map(({ id, name }) => ({ planId, branchId: id, branchName: name })),
  });
  await submitSummary(secretaryOf(names.late.id, { day: "2027-01-11" }), said({ planId, branchId: names.late.id }));
  await saveDraft(secretaryOf(names.draft.id, { day }), written({ planId, branchId: names.draft.id }));
  const before = await plan({
    year: 2026,
    quarter: 3,
    committeeId,
    tasks: [],
    expects: [{ id: set.branchId, name: set.branchName }],
  });
  const earlier = { planId: before.id, branchId: set.branchId };
  await submitSummary(set.secretary, written(earlier));
  await acceptSummary(set.staff, await seenOf(earlier));
  await submitSummary(set.secretary, written(set));
  await sendBackSummary(set.staff, { ...(await seenOf(set)), reasons: ["effect.0"], words: "" });
  const { version } = await storedOf(set);
  const texts = { ...written(set).texts, effect: "新建党员示范岗 3 个。" };
  await submitSummary(set.secretary, written(set, { version, texts }));
});

const listed = async (filters: Record<string, string> = {}, actor = set.staff) => {
  const { rows, total } = await listSummaries(actor, quarter, summaryList.parse(filters));
  expect(total).toBe(rows.length);
  return rows.map(({ branchName }) => branchName);
};

describe("listSummaries", () => {
  test("every expected branch by name, begun or not, with its state and time", async () => {
    const { rows } = await listSummaries(set.staff, quarter, summaryList.parse({}));
    expect(rows.map(({ branchName, status, timeliness }) => [branchName, status, timeliness])).toEqual([
      ["北站党支部", "SUBMITTED", "LATE"],
      ["东站党支部", "DRAFT", "WAITING"],
      ["南站党支部", "DRAFT", "WAITING"],
      [set.branchName, "SUBMITTED", "ON_TIME"],
    ]);
  });

  test.each([
    [{ status: "DRAFT" }, ["东站党支部", "南站党支部"]],
    [{ status: "ACCEPTED" }, []],
    [{ time: "late" }, ["北站党支部"]],
    [{ time: "waiting" }, ["东站党支部", "南站党支部"]],
    [{ name: "nz" }, ["南站党支部"]],
    [{ time: "waiting", sort: "-name" }, ["南站党支部", "东站党支部"]],
  ])("filtered by %j", async (filters, expected) => expect(await listed(filters)).toEqual(expected));

  test("on time is judged by the first submission", async () => {
    expect(await listed({ time: "on-time" })).toEqual([set.branchName]);
  });

  test("the scope does not leak: strangers see none of it, the secretary the own branch", async () => {
    for (const actor of set.strangers) expect(await listed({}, actor)).toEqual([]);
    expect(await listed({}, set.secretary)).toEqual([set.branchName]);
    const foreign = set.strangers[0] ?? set.staff;
    expect(await listed({ committee: set.committeeId }, foreign)).toEqual([]);
    expect(await summarizeQuarter(foreign, quarter, undefined)).toMatchObject({ expected: 0, submitted: 0 });
  });

  test("totals and the export hold what the list holds", async () => {
    expect(await summarizeQuarter(set.staff, quarter, undefined)).toEqual({
      expected: 4,
      submitted: 2,
      onTime: 1,
      waiting: 2,
      accepted: 0,
    });
    const asked = summaryList.parse({ time: "waiting" });
    const rows: SummaryRow[] = [];
    for await (const chunk of exportSummaries(set.staff, quarter, asked)) rows.push(...chunk);
    expect(rows.map(({ branchName }) => branchName)).toEqual(["东站党支部", "南站党支部"]);
    expect(await countSummaries(set.staff, quarter, asked)).toBe(2);
  });
});

describe("reviewQueue", () => {
  test("the submitted ones by name; another quarter's are left out when one is asked for", async () => {
    const queue = await reviewQueue(set.staff, undefined);
    expect(queue.map(({ branchName }) => branchName)).toEqual(["北站党支部", set.branchName]);
    expect(await reviewQueue(set.staff, "2026Q3")).toEqual([]);
  });

  test("strangers and secretaries have none, and one's own is left to others", async () => {
    for (const actor of [...set.strangers, set.secretary]) expect(await reviewQueue(actor, undefined)).toEqual([]);
    const both = mintActor({ ...set.staff, roles: ["STAFF", "SECRETARY"], branchIds: [set.branchId] });
    expect((await reviewQueue(both, undefined)).map(({ branchName }) => branchName)).toEqual(["北站党支部"]);
    const submitter = staffOf(set.committeeId, { day, userId: set.secretary.userId });
    expect(await reviewQueue(submitter, undefined)).toHaveLength(1);
  });
});

describe("findSummary", () => {
  test("a page never begins a summary, and a stranger finds none", async () => {
    const key = { planId: set.planId, branchId: names.none.id };
    expect(await findSummary(set.staff, key)).toMatchObject({ summaryId: null, status: "DRAFT", version: 0 });
    expect(await db.quarterlySummary.count({ where: key })).toBe(0);
    for (const actor of set.strangers) expect(await findSummary(actor, set)).toBeNull();
    expect(await findSummary(set.staff, { planId: "x", branchId: "y" })).toBeNull();
  });

  test("staff read what was submitted, not what is being written", async () => {
    const draft = await findSummary(set.staff, { planId: set.planId, branchId: names.draft.id });
    expect(draft && (await currentContent(set.staff, draft))).toBeNull();
    const own = await findSummary(set.staff, set);
    expect(own && (await currentContent(set.staff, own))?.texts.effect).toBe("新建党员示范岗 3 个。");
  });

  test("the secretary reads what stands there now, with the records of today", async () => {
    const secretary = secretaryOf(names.draft.id, { day });
    const draft = await findSummary(secretary, { planId: set.planId, branchId: names.draft.id });
    expect(draft && (await currentContent(secretary, draft))).toMatchObject({
      texts: { practice: "开展主题党日。" },
      tasks: [{ id: set.taskId, records: [] }],
    });
  });
});

describe("findComparison", () => {
  test("the last two submissions, or those asked for, or against the quarter before", async () => {
    const summary = await findSummary(set.staff, set);
    if (!summary) throw new Error("staff find it");
    const compared = async (asked: object) => {
      const found = await findComparison(set.staff, summary, {
        from: undefined,
        to: undefined,
        with: undefined,
        ...asked,
      });
      return found && [found.before.title, found.after.title, found.before.content.texts.effect];
    };
    expect(await compared({})).toEqual(["第 1 次报送", "第 2 次报送", "成效明显。"]);
    expect(await compared({ from: 2, to: 1 })).toEqual(["第 2 次报送", "第 1 次报送", "新建党员示范岗 3 个。"]);
    expect(await compared({ with: "last-quarter" })).toEqual(["2026年第3季度总结", "2026年第4季度总结", "成效明显。"]);
    expect(await compared({ from: 1, to: 9 })).toBeNull();
  });
});

test("ownSummaries: the quarters of the own branch, newest first, what was sent back with its reasons on top", async () => {
  const own = await ownSummaries(set.secretary);
  expect(own.map((row) => [row.quarter.quarter, row.status])).toEqual([
    [4, "SUBMITTED"],
    [3, "ACCEPTED"],
  ]);
  await sendBackSummary(set.staff, { ...(await seenOf(set)), reasons: ["tasks.0"], words: "" });
  expect((await ownSummaries(set.secretary))[0]).toMatchObject({
    status: "SENT_BACK",
    reasons: { tasks: "必做任务没有完成依据" },
  });
  expect(await ownSummaries(set.staff)).toEqual([]);
});

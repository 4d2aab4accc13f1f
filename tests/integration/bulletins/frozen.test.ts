import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { dissolveBranch } from "@/lib/branches/commands/dissolve-branch";
import { renameBranch } from "@/lib/branches/commands/names";
import { publishBulletin } from "@/lib/bulletins/commands/publish-bulletin";
import { findBulletin, findFigure } from "@/lib/bulletins/queries/find-bulletin";
import { listBulletins } from "@/lib/bulletins/queries/list-bulletins";
import { takeFigures } from "@/lib/bulletins/queries/take-figures";
import { bulletinPaper } from "@/lib/bulletins/rules/paper";
import { bulletinList } from "@/lib/bulletins/schema";
import { toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { officialDocument } from "@/lib/documents/official-document";
import { secretaryOf, staffOf } from "@/tests/support/actors";
import { orgLifeRecord } from "@/tests/support/factories/quarter";
import { wordLines, wordParts } from "@/tests/support/word-parts";
import { drafted, type Quarter, quarterOfCommittee } from "./cast";

let given: Quarter;
let id: string;
/** Whom the bulletin is shown to, long after it was published. */
let later: Actor;

/** All that a reader can open: the page, every list behind it, the row of the list, the Word file. */
async function everything() {
  const bulletin = await findBulletin(later, id);
  if (!bulletin) throw new Error("no bulletin");
  const lists = [];
  for (const key of bulletin.openKeys) {
    const { counted, rest, outside } = (await findFigure(later, id, key)) ?? {};
    lists.push([key, counted, rest, outside]);
  }
  const listed = await listBulletins(later, bulletinList.parse({}));
  const word = (await wordParts(await officialDocument(bulletinPaper(bulletin))))["word/document.xml"] ?? "";
  return { bulletin, lists, listed, word };
}

/** Records, branches, names, enterprises and the committee change as they do in real life. */
async function upheaval() {
  const { committeeId, first, second, third, staff, task, covered, record, planId } = given;
  await orgLifeRecord({ branchId: third.id, heldOn: "2026-09-01", taskIds: [task] });
  await db.orgLifeRecord.update({ where: { id: record.id }, data: { withdrawnAt: new Date(), topic: "改了的主题" } });
  await db.quarterlySummary.updateMany({
    where: { planId, branchId: second.id },
    data: { status: "ACCEPTED" },
  });
  await renameBranch(staff, { id: first.id, version: first.version, name: "改名后的党支部", renamedOn: "2026-10-20" });
  await dissolveBranch(staff, {
    id: second.id,
    version: second.version,
    dissolvedOn: "2026-10-20",
    reason: "撤并",
    successorId: null,
    movesEnterprises: false,
  });
  await db.branchCoverage.updateMany({ where: { enterpriseId: covered.id }, data: { validTo: toDate("2026-08-01") } });
  await db.enterprise.update({ where: { id: covered.id }, data: { name: "更名后的公司" } });
  await db.committeeName.updateMany({ where: { committeeId }, data: { name: "新的委员会", documentPrefix: "新发" } });
  await db.committee.update({ where: { id: committeeId }, data: { name: "新的委员会" } });
  await db.planTask.update({ where: { id: task }, data: { title: "改名的任务" } });
  await db.quarterlyPlan.update({
    where: { id: planId },
    data: { title: "改名的计划", summaryDueOn: toDate("2026-10-30") },
  });
}

describe("a published bulletin", () => {
  beforeAll(async () => {
    given = await quarterOfCommittee();
    later = staffOf(given.committeeId, { day: "2027-06-01" });
    const bulletin = await drafted(given);
    id = bulletin.id;
    await publishBulletin(given.staff, { ...bulletin, confirmsEarly: false });
  });

  test("shows the figures of its day, each as long as the list behind it", async () => {
    const { bulletin, lists } = await everything();
    const figures = bulletin.figures.figures.map(({ key, count, base }) => [key, count, base]);
    expect(figures).toEqual(
      expect.arrayContaining([
        ["expected", 3, null],
        ["received", 2, 3],
        ["onTime", 1, 3],
        ["late", 1, 3],
        ["missing", 1, 3],
        ["task-1", 1, 3],
        ["task-2", 0, 2],
        ["coverage-organized", 1, 2],
        ["coverage-single", 1, 2],
        ["coverage-worked", 1, 2],
      ]),
    );
    expect(lists.map(([key, counted]) => [key, (counted as unknown[]).length])).toEqual(
      figures.map(([key, count]) => [key, count]),
    );
    expect(bulletin.figures.catchUp.map(({ status, branches }) => [status, branches.map(({ name }) => name)])).toEqual([
      ["未报送总结", ["创想党支部"]],
      ["逾期报送总结", ["博达党支部"]],
      // The first branch reported in time, but neither did the second task nor said why not.
      ["任务未完成", ["安信党支部"]],
    ]);
  });

  test("its Word file carries number, figures, names and reasons", async () => {
    const lines = wordLines((await everything()).word);
    expect(lines[0]).toBe("渝互联网党发〔2026〕1号");
    const text = lines.join("\n");
    expect(text).toContain("应报送季度总结的党支部3个，已报送2个，报送率66.7%");
    expect(text).toContain("截至2026年9月30日，在营且入驻企业2家。组织覆盖1家，占50.0%");
    expect(text).toMatch(/主题党日\n3\n1\n33\.3%/);
    expect(text).toMatch(/博达党支部\n季度总结于2026年10月12日报送，逾期2天/);
    expect(lines.at(-1)).toBe("2026年10月20日");
  });

  test("stays the same after records, branches, enterprises, names and the plan change", async () => {
    const before = await everything();
    await upheaval();
    const now = await takeFigures(later, given.planId);
    // The world has indeed changed: the same figures taken today are others.
    expect(now?.figures.find(({ key }) => key === "task-1")?.count).toBe(1);
    expect(now?.lists.reports?.map(({ name }) => name)).toContain("改名后的党支部");
    expect(now?.committeeName).toBe("新的委员会");
    expect(now?.figures.find(({ key }) => key === "coverage-organized")?.count).toBe(0);
    const after = await everything();
    // The plan is the committee's own; the bulletin keeps only its id and its quarter.
    const { plan: _before, ...bulletinBefore } = before.bulletin;
    const { plan: _after, summaryDueOn: _due, gate: _gate, ...bulletinAfter } = after.bulletin;
    expect(bulletinBefore).toMatchObject(bulletinAfter);
    expect(after.bulletin.figures).toEqual(before.bulletin.figures);
    expect(after.lists).toEqual(before.lists);
    expect(after.listed).toEqual(before.listed);
    expect(after.word).toBe(before.word);
  });
});

describe("who reads it", () => {
  test("a secretary of an expected branch reads it once published, its lists of branches, and no list of enterprises", async () => {
    const quarter = await quarterOfCommittee();
    const secretary = secretaryOf(quarter.third.id, { day: "2026-10-21" });
    const bulletin = await drafted(quarter);
    expect(await findBulletin(secretary, bulletin.id)).toBeNull();
    expect((await listBulletins(secretary, bulletinList.parse({}))).total).toBe(0);
    expect(await findFigure(secretary, bulletin.id, "expected")).toBeNull();
    await publishBulletin(quarter.staff, { ...bulletin, confirmsEarly: false });
    const read = await findBulletin(secretary, bulletin.id);
    expect(read?.can).toEqual({ edit: false, redraft: false, publish: false, openPlan: false });
    expect((await listBulletins(secretary, bulletinList.parse({}))).total).toBe(1);
    expect((await findFigure(secretary, bulletin.id, "missing"))?.counted.map(({ name }) => name)).toEqual([
      "创想党支部",
    ]);
    expect(await findFigure(secretary, bulletin.id, "coverage-organized")).toBeNull();
    expect(await findFigure(quarter.staff, bulletin.id, "coverage-organized")).not.toBeNull();
    expect(await findFigure(quarter.staff, bulletin.id, "no-such-figure")).toBeNull();
  });

  test("nobody else: other committees, branches that were not expected, other roles", async () => {
    const quarter = await quarterOfCommittee();
    const other = await quarterOfCommittee();
    const bulletin = await drafted(quarter);
    await publishBulletin(quarter.staff, { ...bulletin, confirmsEarly: false });
    for (const actor of [other.staff, secretaryOf(other.first.id, { day: "2026-10-21" })]) {
      expect(await findBulletin(actor, bulletin.id)).toBeNull();
      expect((await listBulletins(actor, bulletinList.parse({}))).total).toBe(0);
    }
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { quarterStanding } from "@/lib/desks/queries/quarter-standing";
import { secretaryBranches } from "@/lib/desks/queries/secretary-desk";
import { secretaryQuarter } from "@/lib/desks/queries/secretary-quarter";
import { administrator, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";
import { orgLifeRecord, plan, summary } from "@/tests/support/factories/quarter";
import { branch, committee, member } from "@/tests/support/factories/registers";

const at = { day: "2026-11-23" };
const quarter = { year: 2026, quarter: 4 } as const;
let committeeId: string;
let first: { id: string; name: string };
let second: { id: string; name: string };
let planId: string;

beforeAll(async () => {
  committeeId = (await committee()).id;
  first = await branch({ committeeId, name: "甲支部" });
  second = await branch({ committeeId, name: "乙支部" });
  const made = await plan({
    committeeId,
    ...quarter,
    tasks: [
      { title: "主题党日", dueOn: "2026-11-20" },
      { title: "调研", dueOn: "2026-12-20", isMandatory: false, evidence: "REPORT" },
    ],
    expects: [first, second],
  });
  planId = made.id;
  const [themeDay, survey] = made.tasks;
  await orgLifeRecord({ branchId: first.id, heldOn: "2026-10-10", taskIds: [themeDay?.id ?? ""] });
  await db.taskWaiver.create({
    data: { taskId: survey?.id ?? "", branchId: second.id, reason: "没有条件", byName: "书记" },
  });
  await summary({ planId, branchId: first.id, status: "SUBMITTED", submittedOn: "2026-11-22" });
  await plan({ committeeId, year: 2027, quarter: 1, status: "DRAFT", expects: [first] });
});

describe("where the quarter stands", () => {
  test("staff read reports and tasks of the published plan; a waived task is not owed", async () => {
    const [standing, ...others] = await quarterStanding(staffOf(committeeId, at), quarter);
    expect(others).toEqual([]);
    expect(standing).toMatchObject({
      id: planId,
      summaryDueOn: "2027-01-10",
      reports: { expected: 2, received: 1, onTime: 1, accepted: 0 },
      tasks: [
        { title: "主题党日", DONE: 1, LATE: 1, due: 2 },
        { title: "调研", DONE: 0, OPEN: 1, WAIVED: 1, due: 1 },
      ],
    });
  });

  test("no draft, no other quarter, no other committee, no other role", async () => {
    expect(await quarterStanding(staffOf(committeeId, at), { year: 2027, quarter: 1 })).toEqual([]);
    expect(await quarterStanding(staffOf(committeeId, at), { year: 2026, quarter: 3 })).toEqual([]);
    const others = [staffOf((await committee()).id, at), secretaryOf(first.id, at), instructorOf("i"), auditor(at)];
    for (const actor of [...others, administrator(at)]) expect(await quarterStanding(actor, quarter)).toEqual([]);
  });
});

describe("the plan on a secretary's desk", () => {
  test("the own branch's tasks with due day, state and whether a record would fulfil them", async () => {
    const [own, ...others] = await secretaryQuarter(secretaryOf(second.id, at), quarter);
    expect(others).toEqual([]);
    expect(own).toMatchObject({
      branchId: second.id,
      mayTakeOver: true,
      tasks: [
        { title: "主题党日", dueOn: "2026-11-20", state: "LATE", can: { record: true } },
        { title: "调研", state: "WAIVED", can: { record: false } },
      ],
    });
    const [done] = await secretaryQuarter(secretaryOf(first.id, at), quarter);
    expect(done?.tasks[0]).toMatchObject({ state: "DONE", can: { record: false } });
  });

  test("a plan taken over is not offered again", async () => {
    await db.planBranch.updateMany({
      where: { planId, branchId: first.id },
      data: { takenOverAt: new Date(), takenOverByName: "书记" },
    });
    expect((await secretaryQuarter(secretaryOf(first.id, at), quarter))[0]?.mayTakeOver).toBe(false);
  });

  test("no draft, nothing of another branch, nothing for staff or the secretary of elsewhere", async () => {
    expect(await secretaryQuarter(secretaryOf(first.id, at), { year: 2027, quarter: 1 })).toEqual([]);
    const foreign = (await branch()).id;
    for (const actor of [secretaryOf(foreign, at), staffOf(committeeId, at), administrator(at)]) {
      expect(await secretaryQuarter(actor, quarter)).toEqual([]);
    }
  });
});

describe("the branch on a secretary's desk", () => {
  test("people, deadlines and what the rulebook finds, of the own branch alone", async () => {
    await member({ branchId: second.id, stage: "PROBATIONARY", name: "周预备", joinedOn: "2025-12-01" });
    const [own, ...others] = await secretaryBranches(secretaryOf(second.id, at));
    expect(others).toEqual([]);
    expect(own).toMatchObject({ id: second.id, memberCount: 1, stages: [{ count: 1 }] });
    expect(own?.deadlines.map(({ words }) => words)).toContain("周预备预备期满，请按时讨论转正");
    expect(own?.findings.some(({ rule, outcome }) => rule === "themeDay" && outcome === "BREACHED")).toBe(true);
    // What has a day ahead stands among the deadlines, once.
    expect(own?.findings.every(({ outcome, dueOn }) => outcome === "BREACHED" || dueOn === null)).toBe(true);
  });

  test("a finding put aside is not told", async () => {
    await db.findingSilence.create({
      data: {
        branchId: second.id,
        rule: "themeDay",
        subjectId: second.id,
        until: new Date("2027-06-01T00:00:00Z"),
        reason: "集中办公",
        byName: "党委工作人员",
      },
    });
    const [own] = await secretaryBranches(secretaryOf(second.id, at));
    expect(own?.findings.some(({ rule }) => rule === "themeDay")).toBe(false);
    expect(own?.deadlines.some(({ words }) => words.startsWith("主题党日最迟"))).toBe(false);
  });
});

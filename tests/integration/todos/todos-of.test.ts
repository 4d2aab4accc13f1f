import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { todosOf } from "@/lib/todos/queries/todos-of";
import type { Todo } from "@/lib/todos/rules/todo";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";
import { orgLifeRecord, plan, summary } from "@/tests/support/factories/quarter";
import {
  account,
  assignment,
  branch,
  committee,
  instructor,
  member,
  servicePoint,
} from "@/tests/support/factories/registers";

const day = "2026-11-27";
const q4 = { year: 2026, quarter: 4 as const };
const q3 = { year: 2026, quarter: 3 as const };
const kinds = (todos: Todo[]) => todos.map(({ kind }) => kind);
const only = (todos: Todo[], kind: Todo["kind"]) => todos.filter((todo) => todo.kind === kind);

let committeeId: string;
let own: { id: string; name: string };

beforeEach(async () => {
  committeeId = (await committee()).id;
  own = await branch({ committeeId, termEndsOn: "2030-01-01" });
});

describe("a secretary", () => {
  const secretary = () => secretaryOf(own.id, { day });
  const theirPlan = (facts: Partial<Parameters<typeof plan>[0]> = {}) =>
    plan({ ...q4, committeeId, expects: [own], tasks: [{ dueOn: "2026-12-05", title: "主题党日" }], ...facts });

  test("takes the plan over and does its mandatory tasks that are late or due within 14 days", async () => {
    const { id } = await theirPlan({
      tasks: [
        { dueOn: "2026-11-20", title: "专题党课" },
        { dueOn: "2026-12-11", title: "主题党日" },
        { dueOn: "2026-12-12", title: "以后再说" },
        { dueOn: "2026-12-01", title: "可选", isMandatory: false },
      ],
    });
    expect(await todosOf(secretary())).toEqual([
      {
        kind: "TASK",
        text: "完成任务：专题党课",
        href: `/plans/${id}`,
        dueOn: "2026-11-20",
        isOverdue: true,
        committeeId,
      },
      expect.objectContaining({ text: "完成任务：主题党日", dueOn: "2026-12-11", isOverdue: false }),
      expect.objectContaining({ kind: "TAKE_OVER", href: `/plans/${id}`, dueOn: null }),
    ]);
  });

  test("is done with a task that has a record or a result, and not by another branch's, nor by a withdrawn one", async () => {
    const other = await branch({ committeeId, termEndsOn: "2030-01-01" });
    const tasks = ["甲", "乙", "丙", "丁"].map((title) => ({ title, dueOn: "2026-12-05" }));
    const { id, tasks: made } = await theirPlan({ expects: [own, other], tasks });
    const [byRecord, byResult, byOther, byWithdrawn] = made.map((task) => task.id);
    await orgLifeRecord({ branchId: own.id, heldOn: "2026-11-01", taskIds: [byRecord ?? ""] });
    await orgLifeRecord({ branchId: other.id, heldOn: "2026-11-01", taskIds: [byOther ?? ""] });
    const withdrawn = await orgLifeRecord({ branchId: own.id, heldOn: "2026-11-02", taskIds: [byWithdrawn ?? ""] });
    await db.orgLifeRecord.update({ where: { id: withdrawn.id }, data: { withdrawnAt: new Date() } });
    const draft = await summary({ planId: id, branchId: own.id });
    await db.summaryTaskResult.create({ data: { summaryId: draft.id, taskId: byResult ?? "", text: "已完成" } });
    expect(only(await todosOf(secretary()), "TASK").map(({ text }) => text)).toEqual(["完成任务：丙", "完成任务：丁"]);
  });

  test("submits the summary, mends what came back, and is left alone once it is in", async () => {
    const { id } = await theirPlan({ ...q3, tasks: [{ dueOn: "2026-09-30" }] });
    const { id: secondBranch } = await branch({ committeeId });
    const due = only(await todosOf(secretary()), "SUMMARY");
    expect(due).toMatchObject([
      { text: "报送2026年第3季度总结", href: `/summaries/${id}/${own.id}`, dueOn: "2026-10-10", isOverdue: true },
    ]);
    await summary({ planId: id, branchId: own.id, status: "SENT_BACK", submittedOn: "2026-10-09" });
    expect(await todosOf(secretary())).toMatchObject([{ kind: "SUMMARY_SENT_BACK", isOverdue: false }]);
    await db.quarterlySummary.updateMany({ where: { planId: id }, data: { status: "SUBMITTED" } });
    expect(await todosOf(secretary())).toEqual([]);
    expect(await todosOf(secretaryOf(secondBranch, { day: "2024-01-02" }))).toEqual([]);
  });

  test("hears of an election six months ahead and of a probation sixty days ahead, unless silenced", async () => {
    await db.branchTerm.updateMany({ where: { branchId: own.id }, data: { endsOn: toDate("2027-05-27") } });
    const near = await member({ branchId: own.id, name: "何静", stage: "PROBATIONARY", joinedOn: "2026-01-26" });
    await member({ branchId: own.id, stage: "PROBATIONARY", joinedOn: "2026-01-27" });
    expect(await todosOf(secretary())).toMatchObject([
      { kind: "PROBATION", text: "何静预备期满，按时讨论转正", href: `/members/${near.id}`, dueOn: "2027-01-26" },
      { kind: "TERM", dueOn: "2027-05-27", isOverdue: false },
    ]);
    const silence = { branchId: own.id, until: toDate("2026-12-31"), reason: "已安排", byName: "工作人员" };
    await db.findingSilence.createMany({
      data: [
        { ...silence, rule: "probation", subjectId: near.id },
        { ...silence, rule: "electionReminder", subjectId: own.id },
      ],
    });
    expect(await todosOf(secretary())).toEqual([]);
  });

  test("of two branches is told which one; sees nothing of a third, of drafts and of closed plans", async () => {
    const second = await branch({ committeeId, termEndsOn: "2030-01-01" });
    const third = await branch({ committeeId, termEndsOn: "2026-01-01" });
    await theirPlan({ expects: [own, second, third], tasks: [{ dueOn: "2027-12-31" }] });
    await theirPlan({ year: 2026, quarter: 1, status: "DRAFT", expects: [own] });
    await theirPlan({ year: 2026, quarter: 2, status: "CLOSED", expects: [own] });
    const todos = await todosOf(secretaryOf([own.id, second.id], { day }));
    expect(kinds(todos)).toEqual(["TAKE_OVER", "TAKE_OVER"]);
    expect(todos.map(({ text }) => text.split("：")[0]).toSorted()).toEqual([own.name, second.name].toSorted());
  });
});

describe("staff", () => {
  const staff = () => staffOf(committeeId, { day });

  test("without a plan for the present quarter make one, and publish a draft; near the end the next one too", async () => {
    expect(only(await todosOf(staff()), "PLAN")).toMatchObject([
      { text: "制定2026年第4季度计划", href: "/plans/new", dueOn: "2026-10-01", isOverdue: true },
    ]);
    const draft = await plan({ ...q4, committeeId, status: "DRAFT" });
    expect(only(await todosOf(staff()), "PLAN")).toMatchObject([{ href: `/plans/${draft.id}` }]);
    await db.quarterlyPlan.update({ where: { id: draft.id }, data: { status: "PUBLISHED" } });
    expect(only(await todosOf(staff()), "PLAN")).toEqual([]);
    expect(only(await todosOf(staffOf(committeeId, { day: "2026-12-18" })), "PLAN")).toMatchObject([
      { text: "制定2027年第1季度计划", dueOn: "2027-01-01", isOverdue: false },
    ]);
  });

  test("review what was submitted, see who is behind, and publish the bulletin after the deadline", async () => {
    const others = [await branch({ committeeId }), await branch({ committeeId })];
    const past = await plan({ ...q3, committeeId, expects: [own, ...others] });
    const present = await plan({ ...q4, committeeId, expects: [own, ...others] });
    await summary({ planId: past.id, branchId: own.id, status: "SUBMITTED", submittedOn: "2026-10-08" });
    const todos = await todosOf(staff());
    expect(todos).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: "REVIEW", text: "1 份季度总结待审核", href: "/summaries/review" }),
        expect.objectContaining({
          kind: "SUMMARY_MISSING",
          text: "2 个党支部逾期未报2026年第3季度总结",
          href: "/summaries?q=2026Q3&time=waiting",
          isOverdue: true,
        }),
        expect.objectContaining({ kind: "NOT_TAKEN_OVER", href: `/plans/${present.id}` }),
        expect.objectContaining({ kind: "BULLETIN", text: "印发2026年第3季度通报" }),
      ]),
    );
    await db.bulletin.create({
      data: { planId: past.id, title: "通报", status: "PUBLISHED", publishedAt: new Date() },
    });
    expect(only(await todosOf(staff()), "BULLETIN")).toEqual([]);
  });

  test("do not review the summary of a branch they lead themselves", async () => {
    const past = await plan({ ...q3, committeeId, expects: [own] });
    await summary({ planId: past.id, branchId: own.id, status: "SUBMITTED", submittedOn: "2026-10-08" });
    const both = staffOf(committeeId, { day, roles: ["STAFF", "SECRETARY"], branchIds: [own.id] });
    expect(only(await todosOf(both), "REVIEW")).toEqual([]);
  });

  test("see overdue terms and service points without an instructor, and nothing of another committee", async () => {
    await branch({ committeeId, termEndsOn: "2026-11-27" });
    await servicePoint();
    const todos = await todosOf(staff());
    expect(only(todos, "TERM")).toMatchObject([{ text: "1 个党支部任期已届满，应尽快换届", isOverdue: true }]);
    expect(only(todos, "SERVICE_POINT")).toEqual([]);
    expect(await todosOf(staffOf((await committee()).id, { day }))).toEqual([]);
  });
});

test("an instructor hears of the terms of the own branches only", async () => {
  const profile = await instructor({ committeeId });
  await branch({ committeeId, termEndsOn: "2026-11-27" });
  expect(await todosOf(instructorOf(profile.id, { day }))).toEqual([]);
  const late = await branch({ committeeId, termEndsOn: "2026-11-27" });
  await assignment({ instructorId: profile.id, branchId: late.id });
  expect(await todosOf(instructorOf(profile.id, { day }))).toMatchObject([{ kind: "TERM", isOverdue: true }]);
});

test("an administrator hears of failed messages and locked accounts, nobody else does", async () => {
  await db.delivery.create({
    data: {
      channel: "WECOM",
      kind: "REMINDER",
      subject: "提醒",
      text: "正文",
      dedupeKey: randomUUID(),
      failedAt: new Date(),
    },
  });
  const { id } = await account();
  await db.user.update({ where: { id }, data: { lockedUntil: new Date(Date.now() + 600_000) } });
  expect(await todosOf(administrator({ day }))).toMatchObject([
    { kind: "DELIVERY", text: "1 条消息发送失败", href: "/deliveries" },
    { kind: "ACCOUNT", text: "1 个账号被锁定", href: "/accounts?state=LOCKED" },
  ]);
  for (const actor of [auditor({ day }), anonymousOf({ day, committeeIds: [committeeId], branchIds: [own.id] })]) {
    expect(await todosOf(actor)).toEqual([]);
  }
});

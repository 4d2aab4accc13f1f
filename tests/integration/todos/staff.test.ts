import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { todosOf } from "@/lib/todos/queries/todos-of";
import type { Todo } from "@/lib/todos/rules/todo";
import { administrator, anonymousOf, auditor, instructorOf, staffOf } from "@/tests/support/actors";
import { plan, summary } from "@/tests/support/factories/quarter";
import { account, assignment, branch, committee, instructor, servicePoint } from "@/tests/support/factories/registers";

const day = "2026-11-27";
const q4 = { year: 2026, quarter: 4 as const };
const q3 = { year: 2026, quarter: 3 as const };
const only = (todos: Todo[], kind: Todo["kind"]) => todos.filter((todo) => todo.kind === kind);

let committeeId: string;
let own: { id: string; name: string };

beforeEach(async () => {
  committeeId = (await committee()).id;
  own = await branch({ committeeId, termEndsOn: "2030-01-01" });
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
        expect.objectContaining({ kind: "BULLETIN", text: "起草2026年第3季度通报" }),
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
  expect(only(await todosOf(instructorOf(profile.id, { day })), "TERM")).toMatchObject([
    { kind: "TERM", isOverdue: true },
  ]);
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

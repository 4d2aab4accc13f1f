import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { todosOf } from "@/lib/todos/queries/todos-of";
import type { Todo } from "@/lib/todos/rules/todo";
import { instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";
import {
  assignment,
  branch,
  committee,
  enterprise,
  instructor,
  servicePoint,
} from "@/tests/support/factories/registers";

const day = "2026-11-25";
const only = (todos: Todo[], kind: Todo["kind"]) => todos.filter((todo) => todo.kind === kind);

let committeeId: string;
let point: { id: string; name: string };
let mine: Actor;
let colleague: Actor;

beforeEach(async () => {
  const made = await servicePoint();
  committeeId = made.committeeId;
  point = made;
  const [first, second] = [await instructor({ committeeId }), await instructor({ committeeId })];
  for (const { id } of [first, second]) await assignment({ instructorId: id, servicePointId: point.id });
  mine = instructorOf(first.id, { day });
  colleague = instructorOf(second.id, { day });
});

const shiftOn = (on: string) =>
  db.dutyShift.create({
    data: { servicePointId: point.id, instructorId: mine.instructorId ?? "", dutyOn: toDate(on) },
  });

describe("duty", () => {
  test("today's shift and logs not written stand on the instructor's desk, and on no colleague's", async () => {
    const { id } = await shiftOn(day);
    await shiftOn("2026-11-18");
    await shiftOn("2026-12-02");
    expect(only(await todosOf(mine), "DUTY")).toMatchObject([
      { text: "1 个班次没有填写驻点记录", href: "/duty", isOverdue: true },
      { text: `今天在${point.name}驻点`, href: `/duty/${id}`, dueOn: day, isOverdue: false },
    ]);
    expect(only(await todosOf(colleague), "DUTY")).toEqual([]);
  });

  test("staff see missed logs by quarter, as the list shows them; today's is not missed, foreign ones are not theirs", async () => {
    for (const on of [day, "2026-11-18", "2026-09-30", "2026-06-30"]) await shiftOn(on);
    expect(only(await todosOf(staffOf(committeeId, { day })), "DUTY")).toMatchObject([
      { text: "1 个驻点班次没有填写记录（2026年第3季度）", href: "/duty?quarter=2026Q3&state=MISSED" },
      { text: "1 个驻点班次没有填写记录（2026年第4季度）", href: "/duty?quarter=2026Q4&state=MISSED" },
    ]);
    const others = [staffOf((await committee()).id, { day }), secretaryOf((await branch({ committeeId })).id, { day })];
    for (const actor of others) expect(only(await todosOf(actor), "DUTY")).toEqual([]);
  });

  test("points that nobody stands at next quarter are named in the present one's last 14 days", async () => {
    const staff = (on: string) => staffOf(committeeId, { day: on });
    expect(only(await todosOf(staff("2026-12-17")), "DUTY_PLAN")).toEqual([]);
    expect(only(await todosOf(staff("2026-12-18")), "DUTY_PLAN")).toMatchObject([
      {
        text: "1 个服务点还没有2027年第1季度的驻点班次",
        href: "/duty/plan?quarter=2027Q1",
        dueOn: "2027-01-01",
        isOverdue: false,
      },
    ]);
    await shiftOn("2027-01-06");
    expect(only(await todosOf(staff("2026-12-18")), "DUTY_PLAN")).toEqual([]);
  });
});

test("visits owed are counted for the instructor: overdue first, then those of this month; a visit settles them", async () => {
  const [late, due] = [await enterprise({ committeeId }), await enterprise({ committeeId })];
  const instructorId = mine.instructorId ?? "";
  await assignment({ instructorId, enterpriseId: late.id });
  await assignment({ instructorId, enterpriseId: due.id, from: "2026-10-28" });
  const page = `/visits/due?instructor=${instructorId}&due=`;
  expect(only(await todosOf(mine), "VISIT")).toMatchObject([
    { text: "1 个联系对象逾期未走访", href: `${page}OVERDUE`, isOverdue: true },
    { text: "1 个联系对象本月待走访", href: `${page}DUE`, isOverdue: false },
  ]);
  expect(only(await todosOf(colleague), "VISIT")).toEqual([]);
  for (const { id } of [late, due]) {
    await db.visit.create({
      data: { instructorId, enterpriseId: id, visitedOn: toDate(day), createdByName: "指导员" },
    });
  }
  expect(only(await todosOf(mine), "VISIT")).toEqual([]);
});

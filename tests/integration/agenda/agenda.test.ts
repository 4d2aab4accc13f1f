import { beforeAll, describe, expect, test } from "vitest";
import { findBranchAhead } from "@/lib/agenda/queries/ahead";
import { agendaOfMonth } from "@/lib/agenda/queries/month";
import { toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { administrator, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";
import { orgLifeRecord, plan, summary } from "@/tests/support/factories/quarter";
import {
  assignment,
  branch,
  committee,
  instructor,
  member,
  park,
  servicePoint,
} from "@/tests/support/factories/registers";

const day = "2026-11-23";
const at = { day };
let committeeId: string;
let first: { id: string; name: string };
let second: { id: string; name: string };
let foreign: { id: string; name: string };

beforeAll(async () => {
  committeeId = (await committee()).id;
  first = await branch({ committeeId, name: "甲支部", termEndsOn: "2026-11-28" });
  second = await branch({ committeeId, name: "乙支部", termEndsOn: "2026-11-28" });
  foreign = await branch({ name: "别处支部", termEndsOn: "2026-11-28" });
  await branch({ committeeId, name: "撤销支部", dissolvedOn: "2026-06-01", termEndsOn: "2026-11-28" });
  const { id: planId, tasks } = await plan({
    committeeId,
    year: 2026,
    quarter: 4,
    tasks: [{ title: "专题学习", dueOn: "2026-11-25" }],
    expects: [first, second],
  });
  await plan({
    committeeId,
    year: 2027,
    quarter: 1,
    status: "DRAFT",
    tasks: [{ dueOn: "2026-11-26" }],
    expects: [first],
  });
  await orgLifeRecord({ branchId: first.id, heldOn: "2026-11-10", topic: "学习", taskIds: tasks.map(({ id }) => id) });
  await orgLifeRecord({ branchId: second.id, heldOn: "2026-11-10", topic: "座谈" });
  await orgLifeRecord({ branchId: foreign.id, heldOn: "2026-11-10", topic: "别处" });
  await summary({ planId, branchId: first.id, status: "SUBMITTED", submittedOn: "2026-12-30" });
  await member({ branchId: first.id, name: "周预备", stage: "PROBATIONARY", joinedOn: "2025-11-27" });
  await db.committeeSetting.create({
    data: { committeeId, key: "holidays", value: ["2026-11-29", "2027-01-01"], validFrom: toDate("2026-01-01") },
  });
});

const monthOf = async (actor: Parameters<typeof agendaOfMonth>[0], month = "2026-11") =>
  (await agendaOfMonth(actor, month))?.entries.map(({ day: on, words }) => `${on.slice(5)} ${words}`);

describe("the calendar of a month", () => {
  test("staff read one line for the same matter in several branches", async () => {
    const lines = await monthOf(staffOf(committeeId, at));
    expect(lines).toEqual([
      "11-10 2 场组织生活",
      "11-25 专题学习到期，1/2 个支部已完成",
      "11-27 甲支部：周预备预备期满，请按时讨论转正",
      "11-28 2 个支部任期届满",
    ]);
  });

  test("the summary's deadline counts what has been submitted", async () => {
    expect(await monthOf(staffOf(committeeId, at), "2027-01")).toEqual(["01-10 2026年第4季度总结截止，已报送 1/2"]);
  });

  test("the running year's, quarter's and month's meetings fall due on the last day, when they are still missing", async () => {
    const lines = await monthOf(staffOf(committeeId, at), "2026-12");
    expect(lines).toContain("12-31 2 个支部应开展支部党员大会");
    expect(lines?.join()).not.toContain("主题党日");
  });

  test("a secretary reads the own branch alone, without its name before every line", async () => {
    expect(await monthOf(secretaryOf(second.id, at))).toEqual([
      "11-10 主题党日：座谈",
      "11-25 专题学习，计划任务到期",
      "11-28 任期届满，请在此前完成换届",
    ]);
  });

  test("an instructor reads the terms of assigned branches, no meeting, no member, no plan", async () => {
    const profile = await instructor({ committeeId });
    await assignment({ instructorId: profile.id, branchId: first.id });
    expect(await monthOf(instructorOf(profile.id, at))).toEqual(["11-28 甲支部：任期届满，请在此前完成换届"]);
  });

  test("administrators and auditors have none, staff of another committee none of these", async () => {
    expect(await agendaOfMonth(administrator(at), "2026-11")).toBeNull();
    expect(await agendaOfMonth(auditor(at), "2026-11")).toBeNull();
    expect(await monthOf(staffOf((await committee()).id, at))).toEqual([]);
  });

  test("shifts of duty stand there for staff and for the point's instructors, cancelled ones and foreign ones do not", async () => {
    const at24 = { day: "2024-12-02" };
    const point = await servicePoint({ name: "甲服务站", parkId: (await park({ committeeId })).id });
    const people = [await instructor({ committeeId, name: "周静" }), await instructor({ committeeId, name: "曾敏" })];
    const shift = (instructorId: string, on: string, more = {}) =>
      db.dutyShift.create({ data: { servicePointId: point.id, instructorId, dutyOn: toDate(on), ...more } });
    for (const { id } of people) await shift(id, "2024-12-04");
    await shift(people[0]?.id ?? "", "2024-12-11");
    await shift(people[0]?.id ?? "", "2024-12-18", { status: "CANCELLED" });
    const lines = ["12-04 2 个驻点班次", "12-11 甲服务站：周静驻点"];
    expect((await monthOf(staffOf(committeeId, at24), "2024-12"))?.filter((line) => line.includes("驻点"))).toEqual(
      lines,
    );
    const own = await monthOf(instructorOf(people[1]?.id ?? "", at24), "2024-12");
    expect(own).toEqual(["12-04 甲服务站：曾敏驻点"]);
    const others = [staffOf((await committee()).id, at24), secretaryOf(first.id, at24)];
    for (const actor of others) expect((await monthOf(actor, "2024-12"))?.join()).not.toContain("驻点");
  });

  test("holidays of the committee, in this month alone", async () => {
    expect((await agendaOfMonth(secretaryOf(first.id, at), "2026-11"))?.holidays).toEqual(["2026-11-29"]);
    expect((await agendaOfMonth(secretaryOf(foreign.id, at), "2026-11"))?.holidays).toEqual([]);
  });

  test("six months before its end a term asks for the election", async () => {
    expect(await monthOf(secretaryOf(first.id, { day: "2026-05-01" }), "2026-05")).toContain(
      "05-28 应开始筹备换届，距任期届满六个月",
    );
  });
});

describe("a branch's next 90 days", () => {
  test("a meeting that is missing leads the secretary to its form, staff to what was recorded", async () => {
    const duty = async (actor: Parameters<typeof findBranchAhead>[0]) =>
      (await findBranchAhead(actor, second.id))?.deadlines.find(({ words }) => words.startsWith("党课"))?.href;
    expect(await duty(secretaryOf(second.id, at))).toBe(`/org-life/new?branch=${second.id}&kind=PARTY_LECTURE`);
    expect(await duty(staffOf(committeeId, at))).toBe(`/org-life?branch=${second.id}`);
  });

  test("what is open, for its secretary and its staff alike", async () => {
    const own = await findBranchAhead(secretaryOf(second.id, at), second.id);
    expect(own?.deadlines.map(({ day: on, kind }) => `${on} ${kind}`)).toEqual([
      "2026-11-25 TASK",
      "2026-11-28 TERM",
      "2026-12-31 DUTY",
      "2026-12-31 DUTY",
      "2026-12-31 DUTY",
      "2026-12-31 DUTY",
      "2027-01-10 SUMMARY",
    ]);
    const staff = await findBranchAhead(staffOf(committeeId, at), second.id);
    expect(staff?.deadlines.map(({ words }) => words)).toEqual(own?.deadlines.map(({ words }) => words));
  });

  test("what is done is gone, what is overdue stays", async () => {
    const later = await findBranchAhead(secretaryOf(first.id, { day: "2026-12-02" }), first.id);
    expect(later?.deadlines.filter(({ isOverdue }) => isOverdue).map(({ words }) => words)).toEqual([
      "周预备预备期满，请按时讨论转正",
      "任期届满，请在此前完成换届",
    ]);
    expect(later?.deadlines.some(({ kind }) => kind === "TASK" || kind === "SUMMARY")).toBe(false);
  });

  test("nobody else: foreign staff and secretaries, the instructor, a dissolved branch, a wrong id", async () => {
    const profile = await instructor({ committeeId });
    await assignment({ instructorId: profile.id, branchId: first.id });
    const others = [staffOf((await committee()).id, at), secretaryOf(foreign.id, at), instructorOf(profile.id, at)];
    for (const actor of others) expect(await findBranchAhead(actor, first.id)).toBeNull();
    const gone = await db.branch.findFirstOrThrow({ where: { committeeId, dissolvedOn: { not: null } } });
    expect(await findBranchAhead(staffOf(committeeId, at), gone.id)).toBeNull();
    expect(await findBranchAhead(staffOf(committeeId, at), "x")).toBeNull();
  });

  test("a summary that was sent back has met its deadline and is not overdue", async () => {
    const { id: planId } = await db.quarterlyPlan.findFirstOrThrow({ where: { committeeId, status: "PUBLISHED" } });
    await summary({ planId, branchId: second.id, status: "SENT_BACK", submittedOn: "2027-01-09" });
    const after = await findBranchAhead(secretaryOf(second.id, { day: "2027-01-20" }), second.id);
    expect(after?.deadlines.some(({ kind }) => kind === "SUMMARY")).toBe(false);
  });

  test("a task that does not apply to a branch is on nobody's agenda for it", async () => {
    const task = await db.planTask.findFirstOrThrow({ where: { title: "专题学习", plan: { committeeId } } });
    await db.taskWaiver.create({ data: { taskId: task.id, branchId: second.id, reason: "没有条件", byName: "书记" } });
    expect((await monthOf(secretaryOf(second.id, at)))?.join()).not.toContain("专题学习");
    expect(await monthOf(staffOf(committeeId, at))).toContain("11-25 甲支部：专题学习，计划任务到期");
  });
});

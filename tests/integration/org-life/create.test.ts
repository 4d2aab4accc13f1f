import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { createRecord } from "@/lib/org-life/commands/create-record";
import { withForm } from "@/tests/support/actors";
import { plan, summary } from "@/tests/support/factories/quarter";
import { branch, member, officer } from "@/tests/support/factories/registers";
import { type Cast, castOf, meeting, recorded, trailOf } from "./cast";

let cast: Cast;
beforeEach(async () => {
  cast = await castOf();
});

const refusedWith = (input: Parameters<typeof meeting>[1]) =>
  expect(createRecord(cast.secretary, meeting(cast, input))).rejects;

describe("createRecord", () => {
  test("the secretary and the committee's staff record; who was there, who may vote, and the trail", async () => {
    const marks = meeting(cast).marks.map((mark, index) =>
      index === 0 ? { ...mark, state: "LEAVE" as const, reason: "出差" } : mark,
    );
    const { id } = await createRecord(cast.secretary, meeting(cast, { marks, kinds: ["THEME_DAY", "PARTY_LECTURE"] }));
    const record = await db.orgLifeRecord.findUniqueOrThrow({ where: { id }, include: { attendance: true } });
    expect(record).toMatchObject({ kinds: ["THEME_DAY", "PARTY_LECTURE"], topic: "学习交流", version: 1 });
    expect(record.createdByName).toBe(cast.secretary.name);
    const rowOf = (memberId: string | undefined) => record.attendance.find((row) => row.memberId === memberId);
    expect(rowOf(cast.memberIds[0])).toMatchObject({ state: "LEAVE", reason: "出差", isEntitled: true });
    expect(rowOf(cast.probationerId)).toMatchObject({ state: "PRESENT", isEntitled: false });
    expect(await trailOf(id)).toMatchObject([
      { action: "orgLife.create", committeeId: cast.committeeId, after: { heldOn: "2026-11-05", topic: "学习交流" } },
    ]);
    await expect(createRecord(cast.staff, meeting(cast, { heldOn: "2026-11-06" }))).resolves.toBeTruthy();
  });

  test("for everybody else the branch is not there", async () => {
    for (const [who, actor] of cast.strangers) {
      await expect(createRecord(actor, meeting(cast)), who).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    expect(await db.orgLifeRecord.count({ where: { branchId: cast.branchId } })).toBe(0);
  });

  test("refuses tomorrow and a day before the branch was founded; today and the founding day are taken", async () => {
    await refusedWith({ heldOn: "2026-11-24" }).toThrow("晚于今天");
    await refusedWith({ heldOn: "2023-12-31" }).toThrow("早于支部成立日期");
    await recorded(cast, { heldOn: "2026-11-23" });
    const atFounding = cast.memberIds.map((memberId) => ({ memberId, state: "PRESENT" as const, reason: null }));
    await recorded(cast, { heldOn: "2024-01-01", marks: atFounding });
  });

  test("a dissolved branch has only meetings of before", async () => {
    await db.branch.update({
      where: { id: cast.branchId },
      data: { dissolvedOn: toDate("2026-11-10"), dissolveReason: "撤销" },
    });
    await refusedWith({ heldOn: "2026-11-10" }).toThrow("已于2026年11月10日撤销");
    await recorded(cast, { heldOn: "2026-11-09" });
  });

  test("refuses a list of members of another day, and a member of another branch", async () => {
    await member({ branchId: cast.branchId, from: "2026-11-01" });
    await refusedWith({}).toThrow("不是2026年11月5日的党员名单");
    await recorded(cast, { heldOn: "2026-10-31" });
    const other = await member({ branchId: (await branch({ committeeId: cast.committeeId })).id });
    const marks = [...meeting(cast).marks, { memberId: other.id, state: "PRESENT" as const, reason: null }];
    await refusedWith({ heldOn: "2026-10-30", marks }).toThrow("不是2026年10月30日的党员名单");
  });

  test("refuses a meeting at which nobody was", async () => {
    const marks = meeting(cast).marks.map((mark) => ({ ...mark, state: "ABSENT" as const }));
    await refusedWith({ marks }).toThrow("没有一人出席");
  });

  test("a meeting of the branch committee alone calls its officers", async () => {
    const [first = "", second = ""] = cast.memberIds;
    await officer({ branchId: cast.branchId, memberId: first });
    await officer({ branchId: cast.branchId, memberId: second, post: "ORGANIZATION" });
    const id = await recorded(cast, { kinds: ["COMMITTEE_MEETING"] });
    const rows = await db.attendance.findMany({ where: { recordId: id }, select: { memberId: true } });
    expect(rows.map(({ memberId }) => memberId).toSorted()).toEqual([first, second].toSorted());
  });

  test("a group meeting is of a group of the branch on that day", async () => {
    await refusedWith({ kinds: ["GROUP_MEETING"] }).toThrow("没有设党小组");
    const group = (name: string) =>
      db.partyGroup.create({ data: { branchId: cast.branchId, name, validFrom: toDate("2026-01-01") } });
    const first = await group("第一党小组");
    const only = await recorded(cast, { kinds: ["GROUP_MEETING"] });
    expect((await db.orgLifeRecord.findUniqueOrThrow({ where: { id: only } })).groupId).toBe(first.id);
    await group("第二党小组");
    await refusedWith({ kinds: ["GROUP_MEETING"], heldOn: "2026-11-06" }).toThrow("请选择召开会议的党小组");
    await refusedWith({ kinds: ["GROUP_MEETING"], heldOn: "2026-11-06", groupId: randomUUID() }).toThrow("请选择");
  });

  test("a second record of the same day and kind needs a word; another kind does not", async () => {
    await recorded(cast);
    await refusedWith({ topic: "另一次" }).toThrow("确实是两次会议");
    await recorded(cast, { kinds: ["PARTY_LECTURE"] });
    await recorded(cast, { topic: "另一次", isSeparate: true });
  });

  test("two people entering the same meeting at once make one record", async () => {
    const attempts = await Promise.allSettled([
      createRecord(cast.secretary, meeting(cast)),
      createRecord(cast.staff, meeting(cast)),
    ]);
    expect(attempts.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await db.orgLifeRecord.count({ where: { branchId: cast.branchId } })).toBe(1);
  });

  test("pressing twice records once", async () => {
    const actor = withForm({ ...cast.secretary });
    const [first, second] = [await createRecord(actor, meeting(cast)), await createRecord(actor, meeting(cast))];
    expect(second).toEqual(first);
  });

  test("an accepted summary closes its quarter, and only its quarter", async () => {
    const expects = [{ id: cast.branchId, name: cast.branchName }];
    const made = await plan({ year: 2026, quarter: 3, committeeId: cast.committeeId, expects });
    await summary({ planId: made.id, branchId: cast.branchId, status: "ACCEPTED" });
    await refusedWith({ heldOn: "2026-09-30" }).toThrow("2026年第3季度的总结已通过审核");
    await recorded(cast, { heldOn: "2026-10-01" });
    await recorded(cast, { heldOn: "2026-06-30" });
  });
});

describe("what was decided", () => {
  const vote = (more: object) => [
    { text: "通过工作计划", entitledCount: null, presentCount: null, forCount: null, ...more },
  ];

  test("one number is enough: the others come from the attendance", async () => {
    const marks = meeting(cast).marks.map((mark, index) =>
      index === 0 ? { ...mark, state: "ABSENT" as const } : mark,
    );
    const id = await recorded(cast, { marks, resolutions: vote({ forCount: 2 }) });
    expect(await db.resolution.findMany({ where: { recordId: id } })).toMatchObject([
      { position: 1, entitledCount: 3, presentCount: 2, forCount: 2 },
    ]);
  });

  test("without a vote there are no numbers; half a vote and impossible votes are refused", async () => {
    const id = await recorded(cast, { resolutions: vote({}) });
    expect(await db.resolution.findMany({ where: { recordId: id } })).toMatchObject([{ forCount: null }]);
    await refusedWith({ heldOn: "2026-11-06", resolutions: vote({ presentCount: 3 }) }).toThrow("请填赞成票数");
    await refusedWith({ heldOn: "2026-11-06", resolutions: vote({ forCount: 4 }) }).toThrow("票数不对");
    await refusedWith({ heldOn: "2026-11-06", resolutions: vote({ presentCount: 4, forCount: 2 }) }).toThrow(
      "票数不对",
    );
  });

  test("a vote without quorum is kept as it was", async () => {
    const id = await recorded(cast, { resolutions: vote({ entitledCount: 3, presentCount: 1, forCount: 1 }) });
    expect(await db.resolution.count({ where: { recordId: id } })).toBe(1);
  });
});

describe("the tasks of the plan", () => {
  const makePlan = (more = {}) =>
    plan({
      year: 2026,
      quarter: 4,
      committeeId: cast.committeeId,
      tasks: [{ recordKinds: ["THEME_DAY"] }, { recordKinds: ["PARTY_LECTURE"] }, { evidence: "REPORT" }],
      expects: [{ id: cast.branchId, name: cast.branchName }],
      ...more,
    });
  const linkedTo = async (id: string) =>
    (await db.recordTask.findMany({ where: { recordId: id } })).map(({ taskId }) => taskId);

  test("those that fit tick themselves; what was unticked stays out, what does not fit is not taken", async () => {
    const [theme = "", lecture = "", report = ""] = (await makePlan()).tasks.map(({ id }) => id);
    expect(await linkedTo(await recorded(cast))).toEqual([theme]);
    expect(await linkedTo(await recorded(cast, { heldOn: "2026-11-06", shownTaskIds: [theme] }))).toEqual([]);
    const asked = { heldOn: "2026-11-07", shownTaskIds: [theme], taskIds: [theme, lecture, report, randomUUID()] };
    expect(await linkedTo(await recorded(cast, asked))).toEqual([theme]);
    expect(await linkedTo(await recorded(cast, { heldOn: "2026-09-30" }))).toEqual([]);
  });

  test("a draft, a plan that does not expect the branch, and a withdrawn task give none", async () => {
    await makePlan({ status: "DRAFT" });
    expect(await linkedTo(await recorded(cast))).toEqual([]);
    await plan({ year: 2026, quarter: 3, committeeId: cast.committeeId });
    expect(await linkedTo(await recorded(cast, { heldOn: "2026-08-01" }))).toEqual([]);
    const made = await makePlan({ quarter: 2 });
    await db.planTask.updateMany({ where: { planId: made.id }, data: { withdrawnIn: 1 } });
    expect(await linkedTo(await recorded(cast, { heldOn: "2026-05-06" }))).toEqual([]);
  });
});

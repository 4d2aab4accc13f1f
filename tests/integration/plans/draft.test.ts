import { describe, expect, test } from "vitest";
import { toDate, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { createPlan } from "@/lib/plans/commands/create-plan";
import { addTask, moveTask, removeTask, updateTask } from "@/lib/plans/commands/draft-tasks";
import { removePlan, updatePlan } from "@/lib/plans/commands/update-plan";
import type { NewTask } from "@/lib/plans/schema";
import { castOf, day, planRow, quarter, refusal, trailOf } from "@/tests/integration/plans/cast";
import { staffOf, withForm } from "@/tests/support/actors";
import { plan } from "@/tests/support/factories/quarter";
import { committee } from "@/tests/support/factories/registers";

const blank = { quarter, title: null, copiedFromId: null };

function task(planId: string, more: Partial<NewTask> = {}): NewTask {
  const facts = { kind: "STUDY", title: "专题学习", detail: "", dueOn: "2026-12-15", isMandatory: true } as const;
  return { ...facts, evidence: "ORG_LIFE", recordKinds: ["THEME_DAY"], planId, ...more };
}

describe("a plan is drafted", () => {
  test("under the proposed title, with the deadline of the committee's setting", async () => {
    const { staff, committeeId } = await castOf();
    await db.committeeSetting.create({
      data: { committeeId, key: "summaryDeadlineDay", value: 15, validFrom: toDate("2026-01-01") },
    });
    const { id } = await createPlan(staff, { ...blank, committeeId });
    const row = await planRow(id);
    expect(row).toMatchObject({
      year: 2026,
      quarter: 4,
      title: "2026年第四季度党建工作计划",
      status: "DRAFT",
      tasks: [],
    });
    expect(toDay(row.summaryDueOn)).toBe("2027-01-15");
    expect(await trailOf(id)).toMatchObject([{ action: "plan.create", committeeId, actorId: staff.userId }]);
  });

  test("as a copy, with due days at the same place and without what was taken back", async () => {
    const { staff, committeeId } = await castOf();
    const earlier = await plan({
      ...{ year: 2026, quarter: 2, committeeId },
      tasks: [
        { title: "月末", dueOn: "2026-06-30" },
        { title: "已取消", dueOn: "2026-05-01" },
        { title: "月中", dueOn: "2026-04-15", isMandatory: false, evidence: "REPORT" },
      ],
    });
    await db.planTask.updateMany({ where: { planId: earlier.id, title: "已取消" }, data: { withdrawnIn: 1 } });
    const { id } = await createPlan(staff, { ...blank, committeeId, copiedFromId: earlier.id });
    const { tasks } = await planRow(id);
    expect(
      tasks.map(({ title, dueOn, position, isMandatory }) => [title, toDay(dueOn), position, isMandatory]),
    ).toEqual([
      ["月末", "2026-12-31", 1, true],
      ["月中", "2026-10-15", 2, false],
    ]);
    expect(tasks.every(({ withdrawnIn, addedIn }) => withdrawnIn === null && addedIn === null)).toBe(true);
  });

  test("once a committee and quarter, also when pressed twice", async () => {
    const { staff, committeeId } = await castOf();
    const once = withForm(staff);
    const [a, b] = await Promise.all([
      createPlan(once, { ...blank, committeeId }),
      createPlan(once, { ...blank, committeeId }),
    ]);
    expect(a.id).toBe(b.id);
    await expect(createPlan(staff, { ...blank, committeeId })).rejects.toMatchObject(refusal("CONFLICT"));
    await expect(createPlan(staff, { ...blank, committeeId })).rejects.toThrow("已有计划");
  });

  test("by nobody else, and not from another committee's plan", async () => {
    const { staff, committeeId, refused } = await castOf();
    for (const [who, actor] of refused) {
      await expect(createPlan(actor, { ...blank, committeeId }), who).rejects.toMatchObject(refusal("NOT_FOUND"));
    }
    const foreign = await plan({ year: 2026, quarter: 3 });
    const copy = createPlan(staff, { ...blank, committeeId, copiedFromId: foreign.id });
    await expect(copy).rejects.toMatchObject(refusal("NOT_FOUND"));
    expect(await db.quarterlyPlan.count({ where: { committeeId } })).toBe(0);
  });
});

describe("the tasks of a draft", () => {
  async function draft() {
    const cast = await castOf();
    const { id } = await createPlan(cast.staff, { ...blank, committeeId: cast.committeeId });
    return { ...cast, id };
  }

  test("are added, changed, moved and removed, each with an entry", async () => {
    const { staff, id } = await draft();
    const first = await addTask(staff, task(id, { title: "甲" }));
    const second = await addTask(staff, task(id, { title: "乙" }));
    await addTask(staff, task(id, { title: "丙" }));
    await moveTask(staff, { taskId: second.taskId, direction: "up" });
    await moveTask(staff, { taskId: second.taskId, direction: "up" });
    const { version } = await planRow(id);
    const { planId: _, ...facts } = task(id, { title: "甲改", evidence: "REPORT", recordKinds: [] });
    await updateTask(staff, { ...facts, taskId: first.taskId, version });
    expect((await planRow(id)).tasks.map(({ title }) => title)).toEqual(["乙", "甲改", "丙"]);
    await removeTask(staff, { taskId: second.taskId });
    expect((await planRow(id)).tasks.map(({ title }) => title)).toEqual(["甲改", "丙"]);
    expect((await trailOf(id)).map(({ action }) => action)).toEqual([
      "plan.create",
      ...["plan.addTask", "plan.addTask", "plan.addTask", "plan.moveTask", "plan.moveTask"],
      ...["plan.updateTask", "plan.removeTask"],
    ]);
  });

  test("are due in the quarter or until its summary", async () => {
    const { staff, id } = await draft();
    for (const dueOn of ["2026-09-30", "2027-01-11"]) {
      await expect(addTask(staff, task(id, { dueOn }))).rejects.toMatchObject(refusal("CONFLICT"));
    }
    await addTask(staff, task(id, { dueOn: "2026-10-01" }));
    await addTask(staff, task(id, { dueOn: "2027-01-10" }));
  });

  test("refuse a form opened before somebody else's change", async () => {
    const { staff, id } = await draft();
    const { taskId } = await addTask(staff, task(id));
    const { version } = await planRow(id);
    await addTask(staff, task(id));
    const { planId: _, ...facts } = task(id);
    await expect(updateTask(staff, { ...facts, taskId, version })).rejects.toMatchObject(refusal("CONFLICT"));
  });

  test("are changed by nobody else", async () => {
    const { staff, id, refused } = await draft();
    const { taskId } = await addTask(staff, task(id));
    const { version } = await planRow(id);
    const { planId: _, ...facts } = task(id);
    for (const [, actor] of refused) {
      await expect(addTask(actor, task(id))).rejects.toMatchObject(refusal("NOT_FOUND"));
      await expect(updateTask(actor, { ...facts, taskId, version })).rejects.toMatchObject(refusal("NOT_FOUND"));
      await expect(moveTask(actor, { taskId, direction: "up" })).rejects.toMatchObject(refusal("NOT_FOUND"));
      await expect(removeTask(actor, { taskId })).rejects.toMatchObject(refusal("NOT_FOUND"));
    }
  });

  test.each(["PUBLISHED", "CLOSED"] as const)("stand fast once the plan is %s", async (status) => {
    const { staff, committeeId } = await castOf();
    const { id, tasks, version } = await plan({ ...quarter, committeeId, status });
    const taskId = tasks[0]?.id ?? "";
    const { planId: _, ...facts } = task(id);
    await expect(addTask(staff, task(id))).rejects.toMatchObject(refusal("WRONG_STATE"));
    await expect(updateTask(staff, { ...facts, taskId, version })).rejects.toMatchObject(refusal("WRONG_STATE"));
    await expect(moveTask(staff, { taskId, direction: "up" })).rejects.toMatchObject(refusal("WRONG_STATE"));
    await expect(removeTask(staff, { taskId })).rejects.toMatchObject(refusal("WRONG_STATE"));
    await expect(removePlan(staff, { id, version })).rejects.toMatchObject(refusal("WRONG_STATE"));
  });
});

describe("the text of a draft", () => {
  const text = { title: "四季度计划", guidance: "抓好学习。", summaryDueOn: "2027-01-15" };

  test("is changed, and a stale form is refused with what stands now", async () => {
    const { staff, committeeId } = await castOf();
    const { id, version } = await plan({ ...quarter, committeeId, status: "DRAFT" });
    await updatePlan(staff, { id, version, ...text });
    const row = await planRow(id);
    expect(row).toMatchObject({ title: "四季度计划", guidance: "抓好学习。", version: version + 1 });
    expect(toDay(row.summaryDueOn)).toBe("2027-01-15");
    await expect(updatePlan(staff, { id, version, ...text, title: "另一个" })).rejects.toMatchObject({
      refusal: "CONFLICT",
      version: version + 1,
      theirs: { title: "四季度计划" },
    });
    expect(await trailOf(id)).toMatchObject([{ action: "plan.update" }]);
  });

  test("has no deadline before a task is due, nor outside the time for it", async () => {
    const { staff, committeeId } = await castOf();
    const { id, version } = await plan({ ...quarter, committeeId, status: "DRAFT", tasks: [{ dueOn: "2027-01-08" }] });
    for (const summaryDueOn of ["2027-01-07", "2026-11-30", "2027-04-01"]) {
      await expect(updatePlan(staff, { id, version, ...text, summaryDueOn })).rejects.toMatchObject(
        refusal("CONFLICT"),
      );
    }
  });

  test("belongs to the staff alone, and goes with the draft that is removed", async () => {
    const { staff, committeeId, refused } = await castOf();
    const { id, version } = await plan({ ...quarter, committeeId, status: "DRAFT" });
    for (const [, actor] of refused) {
      await expect(updatePlan(actor, { id, version, ...text })).rejects.toMatchObject(refusal("NOT_FOUND"));
      await expect(removePlan(actor, { id, version })).rejects.toMatchObject(refusal("NOT_FOUND"));
    }
    await expect(removePlan(staff, { id, version: version + 1 })).rejects.toMatchObject(refusal("CONFLICT"));
    await removePlan(staff, { id, version });
    expect(await db.quarterlyPlan.count({ where: { id } })).toBe(0);
    expect(await trailOf(id)).toMatchObject([{ action: "plan.remove", before: { tasks: ["任务1"] } }]);
    const again = await createPlan(staff, { ...blank, committeeId });
    expect(again.id).not.toBe(id);
  });
});

test("staff of the city draft a plan for its own branches, beside the district's", async () => {
  const { committeeId, staff } = await castOf();
  const city = await committee();
  const above = staffOf([city.id, committeeId], { day });
  await createPlan(staff, { ...blank, committeeId });
  const own = await createPlan(above, { ...blank, committeeId: city.id });
  expect(await planRow(own.id)).toMatchObject({ committeeId: city.id });
});
